import type { Assertion } from '../../domain/assertion.ts'
import { standingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import type { EntryValues, ExportedClaim, ThingEntry } from '../export-format.ts'
import { claimantText, joinedText, namedTitle } from './cell-texts.ts'

/** Values of an entry that its claim has. */
const claimValues = ({ details, names }: ExportedClaim, messages: Messages) => ({
  claim: details.claim.id,
  headline: headlineText(headline(details, names, messages)),
  status: details.status.status,
  standing: standingName(details.status),
})

/** Values of an entry that its assertion has; empty for a claim without assertions. */
function assertionValues(assertion: Assertion | null, { names }: ExportedClaim, messages: Messages) {
  if (assertion === null) return NO_ASSERTION
  return {
    stance: assertion.stance,
    polarity: assertion.polarity,
    certainty: assertion.certainty,
    claimant: claimantText(assertion, names, messages),
    source: namedTitle(assertion.sourceId, names, messages),
    quote: assertion.quote?.exact ?? '',
    asserted_at: assertion.assertedAt ?? '',
    attribution: names.source(assertion.sourceId)?.attribution ?? '',
  }
}

const NO_ASSERTION = {
  stance: '',
  polarity: '',
  certainty: '',
  claimant: '',
  source: '',
  quote: '',
  asserted_at: '',
  attribution: '',
}

type ClaimValues = Readonly<Record<keyof ReturnType<typeof claimValues>, string>>
type AssertionValues = Readonly<Record<keyof typeof NO_ASSERTION, string>>

/** Values that lines of entities and sources show of their entries. */
export const ENTRY_VALUES: EntryValues<ClaimValues, AssertionValues> = {
  ofClaim: claimValues,
  ofAssertion: assertionValues,
}

/** Returns the cells of assertions, each with a value for each entry. The n-th values of all cells belong together. */
export const assertionCells = (
  assertions: readonly Assertion[],
  exported: ExportedClaim,
  messages: Messages,
): AssertionValues => joinedAssertions(assertions.map((assertion) => assertionValues(assertion, exported, messages)))

function joinedAssertions(all: readonly AssertionValues[]): AssertionValues {
  const joined = (column: keyof AssertionValues): string => joinedText(all.map((values) => values[column]))
  return {
    stance: joined('stance'),
    polarity: joined('polarity'),
    certainty: joined('certainty'),
    claimant: joined('claimant'),
    source: joined('source'),
    quote: joined('quote'),
    asserted_at: joined('asserted_at'),
    attribution: joined('attribution'),
  }
}

/** Returns the cells of assertions and of their claims, each with a value for each entry. */
export function entryCells(
  entries: readonly ThingEntry<ClaimValues, AssertionValues>[],
): ClaimValues & AssertionValues {
  const joined = (column: keyof ClaimValues): string => joinedText(entries.map(({ claim }) => claim[column]))
  return {
    claim: joined('claim'),
    headline: joined('headline'),
    status: joined('status'),
    standing: joined('standing'),
    ...joinedAssertions(entries.map(({ assertion }) => assertion)),
  }
}
