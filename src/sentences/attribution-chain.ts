import type { Assertion, Intermediary } from '../domain/assertion.ts'
import type { AttributionContext } from '../domain/claim-status.ts'
import type { Evidentiality } from '../domain/stance.ts'
import { isNobody } from './claimant-name.ts'

/** By what way an assertion reached us, as far as a sentence says it. */
export interface AttributionChain {
  /** The document that was read, where it is not the claimant's own. */
  readonly through: string | null
  /** Who or what stood between the claimant and the document, from the claimant on; who published it is named with it. */
  readonly via: readonly Intermediary[]
}

/** Read in a document of the claimant's own. */
export const DIRECTLY: AttributionChain = { through: null, via: [] }

const FIRST_HAND: ReadonlySet<Evidentiality> = new Set(['PRIMARY_DOCUMENT', 'SELF_DECLARED'])

export function attributionChainOf(assertion: Assertion, claimRecord: AttributionContext): AttributionChain {
  const via = between(assertion, claimRecord)
  return via.length === 0 && isOwnDocument(assertion, claimRecord) ? DIRECTLY : { through: assertion.sourceId, via }
}

function isOwnDocument(assertion: Assertion, claimRecord: AttributionContext): boolean {
  const { claimantId, evidentiality, sourceId } = assertion
  // Where nobody was traced, the document itself speaks, and is named.
  if (claimantId === null) return !isNobody(assertion)
  return FIRST_HAND.has(evidentiality) || claimRecord.sources[sourceId]?.publishedBy === claimantId
}

function between({ via, claimantId, sourceId }: Assertion, { sources }: AttributionContext): readonly Intermediary[] {
  if (via.length === 0) return via
  const named = [claimantId, sources[sourceId]?.publishedBy]
  return via.filter(({ kind, id }) => (kind === 'Entity' ? !named.includes(id) : id !== sourceId))
}
