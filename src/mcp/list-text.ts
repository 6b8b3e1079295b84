import { z } from 'zod'
import type { AssistantWords } from './card-text.ts'
import type { ClaimPageData } from './claim-data.ts'
import { type State, stateText } from './result-state.ts'

/** Position in a list of several pages. */
export const LIST_PAGE = {
  total: z.int().describe('Number of results on all pages.'),
  next: z.string().nullable().describe('Cursor for the argument after; null on the last page.'),
}

export const nextOf = ({ pageInfo }: Pick<ClaimPageData, 'pageInfo'>): string | null =>
  pageInfo.hasNextPage ? pageInfo.endCursor : null

export interface ListText {
  readonly state: State
  /** Items in plain lines. */
  readonly items: readonly string[]
  /** Number of items on all pages; null if it is not counted. */
  readonly total: number | null
  readonly next?: string | null
  readonly complete?: boolean
  /** Line before the items. */
  readonly before?: string
}

/** Returns a list in plain lines, with the state of the database and the rule for claims. */
export function listText(
  { state, items, total, next = null, complete = true, before }: ListText,
  words: AssistantWords,
): string {
  const stood = stateText(state, words)
  const head = items.length === 0 ? words.nothing(stood) : words.found(items.length, total, stood)
  const further = next !== null ? [words.next(next)] : complete ? [] : [words.more]
  const rule = items.length === 0 ? [] : [words.rule]
  return [head, ...rule, ...(before === undefined ? [] : [before]), ...items, ...further].join('\n\n')
}
