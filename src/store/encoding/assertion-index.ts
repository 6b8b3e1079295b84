import type { Assertion } from '../../domain/assertion.ts'
import type { ClaimFilter } from '../../domain/graph-store.ts'
import { firstDay, lastDay } from '../../text/partial-date.ts'
import { dateRange } from './date-range.ts'

/**
 * What each entry on a claim is, a line each in one text of the claim's row: who denied is not who stated, so whatever a
 * filter asks of entries must be true of one line. The days come first and have fixed places, which the statement
 * (queries/claims.ts) takes apart; the rest it looks for as marks. One text, as an opening reads lists several times slower.
 *
 *     '2023-08-31/2023-08-31/0000-01-01/9999-12-31|by elon-musk|in article|says NEGATES|DENIES|DIRECT_QUOTE|'
 */
export const encodeAssertionIndex = (assertions: readonly Assertion[]): string =>
  [...new Set(assertions.map(encodeAssertion))].join('\n')

const encodeAssertion = (one: Assertion): string =>
  [
    `${one.assertedAt === null ? UNDATED : dateRange(one.assertedAt, one.assertedAt)}/${dateRange(one.heldFrom, one.heldUntil)}`,
    `by ${one.claimantId ?? ''}`,
    `in ${one.sourceId}`,
    `says ${sideOf(one)}`,
    one.stance,
    one.evidentiality,
    '',
  ].join('|')

/** Which side a document takes, by what was read in it: a guess says that it is not known. */
const sideOf = ({ stance, polarity }: Assertion): string => (stance === 'SPECULATES' ? 'UNKNOWN' : polarity)

/** Slugs in one text: '|a|b|', or nothing. */
export const encodeIdList = (slugs: readonly string[]): string => (slugs.length === 0 ? '' : tokenOf(slugs.join('|')))

/** Before every day at both its ends, so that it is within no span. */
const UNDATED = '----------/----------'
const NO_ASSERTION = '|'
const tokenOf = (text: string): string => `|${text}|`
const tokensOf = (texts: readonly string[] | null | undefined): readonly string[] | null => texts?.map(tokenOf) ?? null

const FIRST_YEAR = '0001'
const LAST_YEAR = '9999'

/** What a filter asks of entries, and of what claims name, as parameters; what it does not ask is null. */
export function assertionIndexParameters(filter: ClaimFilter) {
  const { claimant, source, sources, notInSource, stance, evidentiality, assertedBetween, validOn } = filter
  const asksMore = stance != null || evidentiality != null || assertedBetween != null
  const isOfVoices = asksMore || (claimant != null && source != null)
  return {
    // Who and where alone are answered by the whole text.
    byAssertion: isOfVoices || validOn != null,
    ofSilence: validOn != null && !isOfVoices && claimant == null && source == null,
    claimantToken: claimant == null ? null : tokenOf(`by ${claimant}`),
    sourceToken: source == null ? null : inSource(source),
    sourceTokens: sources?.map(inSource) ?? null,
    notInSourceToken: notInSource == null ? null : inSource(notInSource),
    stanceTokens: tokensOf(stance),
    evidentialityTokens: tokensOf(evidentiality),
    dataTokens: tokensOf(filter.data),
    useTokens: tokensOf(filter.uses),
    dayFirst: validOn ? firstDay(validOn) : null,
    dayLast: validOn ? lastDay(validOn) : null,
    saidFirst: assertedBetween ? firstDay(assertedBetween.from ?? FIRST_YEAR) : null,
    saidLast: assertedBetween ? lastDay(assertedBetween.to ?? LAST_YEAR) : null,
    undatedToo: assertedBetween?.undated === true ? UNDATED : NO_ASSERTION,
  }
}

const inSource = (id: string): string => tokenOf(`in ${id}`)
