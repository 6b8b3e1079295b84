import type { SearchMatch } from '../../domain/search-rank.ts'
import type { SearchFieldKind } from '../../domain/store/search-candidate.ts'
import { foldText } from '../../text/fold.ts'
import type { TextRange } from '../../text/highlights.ts'
import { words } from '../../text/search-text.ts'
import { el, join, type Markup } from '../../widgets/html/markup.ts'

/** Fields whose texts are names. */
const NAMES: readonly SearchFieldKind[] = ['PREFERRED', 'ALIAS', 'FORMER', 'EXTERNAL_ID']
/** Fields whose texts are not shown to readers. */
const HIDDEN: readonly SearchFieldKind[] = ['SLUG', 'ABOUT', 'CLAIMANT']
/** Words of a snippet: a shorter text is no sentence. */
const LEAST_WORDS = 4

/**
 * Paragraph with the text in which a result was found, its found words marked: a sentence, or another name in full. False
 * for a text that the line of the result has already, for one of HIDDEN, and for a text of a few words that is no name.
 *
 * @param shown text of the line of the result
 */
export function snippet({ field: { field, language, value }, highlights }: SearchMatch, shown: string): Markup | false {
  if (HIDDEN.includes(field) || foldText(shown).includes(foldText(value))) return false
  if (!NAMES.includes(field) && words(value).length < LEAST_WORDS) return false
  return el('p', { class: 'site-match', lang: language, dir: 'auto' }, excerpt(value, highlights))
}

const AROUND = 80

/** Excerpt of a text around the first match, cut between words. */
function excerpt(text: string, ranges: readonly TextRange[]): Markup {
  const characters = [...text]
  const first = ranges[0]?.start ?? 0
  let from = Math.max(0, first - AROUND)
  let to = Math.min(characters.length, from + 3 * AROUND)
  while (from > 0 && from < first && characters[from - 1] !== ' ') from += 1
  while (to < characters.length && to > first && characters[to] !== ' ') to -= 1
  return markedText(text, ranges, { from, to })
}

/** A text, or a part of it, with ranges marked. */
export function markedText(
  text: string,
  ranges: readonly TextRange[],
  part: { readonly from: number; readonly to: number } | null = null,
): Markup {
  const characters = [...text]
  const { from, to } = part ?? { from: 0, to: characters.length }
  const pieces: (Markup | string)[] = [from > 0 ? '… ' : '']
  let here = from
  for (const { start, end } of ranges) {
    if (start < here || end > to) continue
    pieces.push(characters.slice(here, start).join(''), el('mark', {}, characters.slice(start, end).join('')))
    here = end
  }
  pieces.push(characters.slice(here, to).join(''), to < characters.length ? ' …' : '')
  return join(...pieces)
}
