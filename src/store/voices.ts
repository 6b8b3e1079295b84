import type { Assertion } from '../domain/assertion.ts'
import type { ClaimFilter } from '../domain/graph-store.ts'
import { firstDay, lastDay } from '../text/partial-date.ts'
import { daySpan } from './day-span.ts'

/**
 * What each entry on a claim is, as one text, in a list of the claim's row: who denied is not who stated, so whatever a
 * filter asks of entries must be true of one of them. The days come first and have fixed places, which the statement
 * (queries/claims.ts) takes apart; the rest it looks for as marks.
 *
 *     '2023-08-31/2023-08-31/0000-01-01/9999-12-31|by elon-musk|in article|DENIES|DIRECT_QUOTE|'
 */
export const toVoice = (one: Assertion): string =>
  [
    `${one.assertedAt === null ? UNDATED : daySpan(one.assertedAt, one.assertedAt)}/${daySpan(one.heldFrom, one.heldUntil)}`,
    `by ${one.claimantId ?? ''}`,
    `in ${one.sourceId}`,
    one.stance,
    one.evidentiality,
    '',
  ].join('|')

/** Before every day at both its ends, so that it is within no span. */
const UNDATED = '----------/----------'
const NO_VOICE = '|'
const mark = (text: string): string => `|${text}|`

const FIRST_YEAR = '0001'
const LAST_YEAR = '9999'

/** What a filter asks of one entry, as parameters; what it does not ask is null. */
export function voiceParameters({ claimant, source, stance, evidentiality, assertedBetween, validOn }: ClaimFilter) {
  const asksMore = stance != null || evidentiality != null || assertedBetween != null
  const isOfVoices = asksMore || (claimant != null && source != null)
  return {
    // Who and where alone are answered by the shorter lists of claimants and documents.
    ofVoices: isOfVoices || validOn != null,
    ofSilence: validOn != null && !isOfVoices && claimant == null && source == null,
    claimantMark: claimant == null ? null : mark(`by ${claimant}`),
    sourceMark: source == null ? null : mark(`in ${source}`),
    stanceMarks: stance?.map(mark) ?? null,
    evidentialityMarks: evidentiality?.map(mark) ?? null,
    dayFirst: validOn ? firstDay(validOn) : null,
    dayLast: validOn ? lastDay(validOn) : null,
    saidFirst: assertedBetween ? firstDay(assertedBetween.from ?? FIRST_YEAR) : null,
    saidLast: assertedBetween ? lastDay(assertedBetween.to ?? LAST_YEAR) : null,
    undatedToo: assertedBetween?.undated === true ? UNDATED : NO_VOICE,
  }
}
