import { highlightsOf, type TextRange } from '../text/highlights.ts'
import { foldTexts, rankingOf } from './folded-texts.ts'
import type { Slug } from './slug.ts'
import type { FoundThing, SearchField } from './store/search-candidate.ts'
import { THING_KINDS, type ThingKind } from './thing-kind.ts'

/** Text of a search result that matches best. */
export interface SearchMatch {
  readonly field: SearchField
  /** Ranges of the matching words in the text: Unicode code points, half-open. */
  readonly highlights: readonly TextRange[]
}

/** A search result, with the text that matched. */
export interface SearchHit extends FoundThing {
  readonly match: SearchMatch
}

/** Sort key of a search result: by the rank of its texts, the kind of the thing, then the slug. The same on every engine. */
export const sortKeyOf = (rank: string, kind: ThingKind, id: Slug): string =>
  `${rank}|${THING_KINDS.indexOf(kind)}|${id}`

/** Returns the text that decides the rank of a thing; the first of equal ones. Null without texts. */
export function matchOf(
  fields: readonly SearchField[],
  terms: readonly string[],
  language: string,
): SearchMatch | null {
  const rank = rankingOf(terms, language)
  const ranks = fields.map((field) => rank(foldTexts([field])))
  const [best] = [...ranks].sort()
  const field = fields[ranks.indexOf(best ?? '')]
  return field ? { field, highlights: highlightsOf(field.value, terms) } : null
}

/** A thing with all texts by which it is found. */
export interface SearchCandidate {
  readonly kind: ThingKind
  readonly id: Slug
  readonly fields: readonly SearchField[]
}

/** Ranks things by their texts, best first. Things without a text are left out. */
export function rankHits(
  candidates: readonly SearchCandidate[],
  terms: readonly string[],
  language: string,
): readonly SearchHit[] {
  const rank = rankingOf(terms, language)
  const hits = candidates.flatMap(({ kind, id, fields }): readonly SearchHit[] => {
    const match = matchOf(fields, terms, language)
    return match === null ? [] : [{ kind, id, match, sortKey: sortKeyOf(rank(foldTexts(fields)), kind, id) }]
  })
  return hits.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
}
