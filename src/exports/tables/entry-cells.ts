import { standingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import { createPauses } from '../../thread/slices.ts'
import type { Entry } from '../export-format.ts'
import { claimantText, joinedText, namedTitle } from './cell-texts.ts'

type EntryValue = (entry: Entry, messages: Messages) => string | null | undefined

/** Values of an entry, by the name of their column. */
const ENTRY_VALUES = {
  claim: ({ exported }) => exported.details.claim.id,
  headline: ({ exported: { details, names } }, messages) => headlineText(headline(details, names, messages)),
  status: ({ exported }) => exported.details.status.status,
  standing: ({ exported }) => standingName(exported.details.status),
  stance: ({ assertion }) => assertion?.stance,
  polarity: ({ assertion }) => assertion?.polarity,
  claimant: ({ assertion, exported }, messages) => assertion && claimantText(assertion, exported.names, messages),
  source: ({ assertion, exported }, messages) => assertion && namedTitle(assertion.sourceId, exported.names, messages),
  quote: ({ assertion }) => assertion?.quote?.exact,
  asserted_at: ({ assertion }) => assertion?.assertedAt,
  attribution: ({ assertion, exported }) => assertion && exported.names.source(assertion.sourceId)?.attribution,
} as const satisfies Readonly<Record<string, EntryValue>>

/** Returns a cell with a value for each entry. */
function joinedEntries(column: keyof typeof ENTRY_VALUES, entries: readonly Entry[], messages: Messages): string {
  const value: EntryValue = ENTRY_VALUES[column]
  return joinedText(entries.map((entry) => value(entry, messages) ?? ''))
}

/** Returns the cells of assertions, each with a value for each entry. The n-th values of all cells belong together. */
export const assertionCells = (entries: readonly Entry[], messages: Messages) => ({
  stance: joinedEntries('stance', entries, messages),
  polarity: joinedEntries('polarity', entries, messages),
  claimant: joinedEntries('claimant', entries, messages),
  source: joinedEntries('source', entries, messages),
  quote: joinedEntries('quote', entries, messages),
  asserted_at: joinedEntries('asserted_at', entries, messages),
  attribution: joinedEntries('attribution', entries, messages),
})

/** Returns the cells of assertions and of their claims, each with a value for each entry. */
export async function entryCells(entries: readonly Entry[], messages: Messages) {
  await prepareEntries(entries, messages)
  return {
    claim: joinedEntries('claim', entries, messages),
    headline: joinedEntries('headline', entries, messages),
    status: joinedEntries('status', entries, messages),
    standing: joinedEntries('standing', entries, messages),
    ...assertionCells(entries, messages),
  }
}

/** Makes the headlines of a line in slices, since those of a hundred entries take too long in one step. They are cached for its cells. */
async function prepareEntries(entries: readonly Entry[], messages: Messages): Promise<void> {
  const pause = createPauses()
  for (const { exported } of entries) {
    headline(exported.details, exported.names, messages)
    await pause()
  }
}
