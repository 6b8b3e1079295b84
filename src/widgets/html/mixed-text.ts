import { baseOf, type TextInLanguage } from '../../text/languages.ts'
import { el, join, type Markup } from './markup.ts'

/** Marks the language of foreign words in a generated text, for screen readers and hyphenation. */
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
