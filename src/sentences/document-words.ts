import type { Assertion } from '../domain/assertion.ts'
import type { Messages } from '../messages/en.ts'
import { formatDate, formatList } from '../text/languages.ts'
import type { ClaimantName, Mention } from './claimant-name.ts'
import type { Names } from './names.ts'

/** Maximum of documents that a clause names. Further ones are counted. */
const MAX_NAMED = 3

/**
 * Returns a mention that adds the day of the words to a document: "the policy (in force since 29 September 2023)". The
 * day is that of the first assertion read in the document, or else the day of its publication. A name that has the day
 * already gets none.
 */
export function datedMention(
  mention: Mention,
  assertions: readonly Assertion[],
  names: Names,
  messages: Messages,
): Mention {
  return (id, options) => mention(id, { ...options, days: daysOf(id, assertions, names, messages) })
}

function daysOf(id: string, assertions: readonly Assertion[], names: Names, messages: Messages): string {
  const source = names.source(id)
  const all = assertions.filter(({ sourceId }) => sourceId === id)
  // Words that still stand give the days. Earlier ones of the same document have ended, while the statement has not.
  const standing = all.filter(({ heldUntil }) => heldUntil === null)
  const read = standing.length === 0 ? all : standing
  const date = (day: string | null | undefined): string | null => (day ? formatDate(day, messages.tag) : null)
  const since = read.find(({ heldFrom }) => heldFrom !== null)?.heldFrom
  const said = read.find(({ assertedAt }) => assertedAt !== null)
  const published = source?.publishedAt ?? null
  const isOfWords = said !== undefined && published !== null && said.assertedAt !== published
  return messages.days({
    since: date(since),
    until: read.some(({ heldUntil }) => heldUntil === null) ? null : date(read[0]?.heldUntil),
    inForce: source?.kind === 'POLICY',
    on: date(said?.assertedAt ?? published),
    isOfWords,
  })
}

/** Returns the claimant's own documents for use after a verb: "its privacy policy (…) and its terms". */
export function ownDocuments(
  sourceIds: readonly string[],
  { name }: ClaimantName,
  kind: 'Person' | 'Organization' | 'Service' | 'Group',
  mention: Mention,
  messages: Messages,
): string {
  const shown = sourceIds
    .slice(0, MAX_NAMED)
    .map((id) => mention(id, { call: (title) => messages.ownDocument(title, name, kind) }))
  const rest = sourceIds.length - shown.length
  return formatList(rest > 0 ? [...shown, messages.byLine.otherDocuments(rest)] : shown, messages.tag)
}
