import { baseOf, type TextInLanguage } from '../../text/languages.ts'
import { el, join, type Markup } from './markup.ts'

/** A text of ours with words in other languages in it, each told apart: voices and hyphens follow the language. */
export function mixedText(text: string, foreign: readonly TextInLanguage[], own: string): Markup {
  const [first, ...rest] = foreign.filter(({ value, language }) => value !== '' && isOther(language, own))
  if (!first) return join(text)
  const pieces = text.split(first.value)
  return join(
    pieces.flatMap((piece, i) => [
      ...(i === 0 ? [] : [el('span', { lang: first.language }, first.value)]),
      mixedText(piece, rest, own),
    ]),
  )
}

const isOther = (language: string, own: string): boolean => baseOf(language) !== baseOf(own)
