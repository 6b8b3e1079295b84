import type { Assertion } from '../../domain/assertion.ts'
import type { ClaimFilter } from '../../domain/store/claim-filter.ts'
import { firstDay, lastDay } from '../../text/partial-date.ts'
import { dateRange } from './date-range.ts'

/**
 * Encodes the assertion index of a claim state: a text with one line for each distinct assertion. One line must meet all
 * conditions of a filter on assertions. Otherwise "denied by X" would find a claim that X stated and Y denied. A line
 * begins with days at fixed offsets, which the statements (queries/claims.ts) compare. Tokens follow, which they search
 * for. The index is a text, since the embedded engine reads lists several times slower.
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

/** Side that a source takes by an assertion; a guess counts as unknown. */
const sideOf = ({ stance, polarity }: Assertion): string => (stance === 'SPECULATES' ? 'UNKNOWN' : polarity)

/** Distinct pairs of stance and evidentiality in an assertion index: 'DENIES|DIRECT_QUOTE'. */
export function stancePairs(assertionIndex: string): readonly string[] {
  if (assertionIndex === '') return []
  const pairs = assertionIndex.split('\n').map((line) => {
    const end = line.length - 1
    return line.slice(line.lastIndexOf('|', line.lastIndexOf('|', end - 1) - 1) + 1, end)
  })
  return [...new Set(pairs)]
}

/** Encodes slugs as one text: '|a|b|'; an empty list as an empty text. */
export const encodeIdList = (slugs: readonly string[]): string => (slugs.length === 0 ? '' : tokenOf(slugs.join('|')))

/** Range of an unknown day. It sorts before every day, so it overlaps no range. */
const UNDATED = '----------/----------'
const NO_ASSERTION = '|'
const tokenOf = (text: string): string => `|${text}|`
const tokensOf = (texts: readonly string[] | null | undefined): readonly string[] | null => texts?.map(tokenOf) ?? null

const FIRST_YEAR = '0001'
const LAST_YEAR = '9999'

/** Parameters of a filter's conditions on assertions and on referenced things; null for absent conditions. */
export function assertionIndexParameters(filter: ClaimFilter) {
  const { claimant, source, sources, notInSource, stance, evidentiality, assertedBetween, validOn } = filter
  const needsAssertion =
    stance != null || evidentiality != null || assertedBetween != null || (claimant != null && source != null)
  return {
    // A condition on claimant or source alone is checked on the whole text.
    byAssertion: needsAssertion || validOn != null,
    orWithoutAssertions: validOn != null && !needsAssertion && claimant == null && source == null,
    claimantToken: claimant == null ? null : tokenOf(`by ${claimant}`),
    sourceToken: source == null ? null : inSource(source),
    sourceTokens: sources?.map(inSource) ?? null,
    notInSourceToken: notInSource == null ? null : inSource(notInSource),
    stanceTokens: tokensOf(stance),
    evidentialityTokens: tokensOf(evidentiality),
    dataTokens: tokensOf(filter.data),
    useTokens: tokensOf(filter.uses),
    aboutToken: filter.about == null ? null : tokenOf(filter.about),
    dayFirst: validOn ? firstDay(validOn) : null,
    dayLast: validOn ? lastDay(validOn) : null,
    saidFirst: assertedBetween ? firstDay(assertedBetween.from ?? FIRST_YEAR) : null,
    saidLast: assertedBetween ? lastDay(assertedBetween.until ?? LAST_YEAR) : null,
    undatedPrefix: assertedBetween?.undated === true ? UNDATED : NO_ASSERTION,
  }
}

const inSource = (id: string): string => tokenOf(`in ${id}`)
