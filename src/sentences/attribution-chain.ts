import type { Assertion, Intermediary } from '../domain/assertion.ts'
import type { AttributionContext } from '../domain/claim-status.ts'
import type { Evidentiality } from '../domain/stance.ts'
import { isNobody } from './claimant-name.ts'

/** Entities and sources between the claimant and the document that was read, as far as a sentence names them. */
export interface AttributionChain {
  /** Slug of the document that was read. Null if the document is the claimant's own and `via` is empty. */
  readonly through: string | null
  /**
   * Intermediaries in order from the claimant to the document. The claimant, the publisher and the document are left
   * out, since the sentence names them anyway.
   */
  readonly via: readonly Intermediary[]
}

/** Chain of an assertion that was read in the claimant's own document. */
export const DIRECTLY: AttributionChain = { through: null, via: [] }

const FIRST_HAND: ReadonlySet<Evidentiality> = new Set(['PRIMARY_DOCUMENT', 'SELF_DECLARED'])

/** Returns DIRECTLY if the assertion was read in the claimant's own document without an intermediary. */
export function attributionChainOf(assertion: Assertion, claimRecord: AttributionContext): AttributionChain {
  const via = between(assertion, claimRecord)
  return via.length === 0 && isOwnDocument(assertion, claimRecord) ? DIRECTLY : { through: assertion.sourceId, via }
}

function isOwnDocument(assertion: Assertion, claimRecord: AttributionContext): boolean {
  const { claimantId, evidentiality, sourceId } = assertion
  // The document is the speaker of an assertion without a claimant. For hearsay it is the chain instead.
  if (claimantId === null) return !isNobody(assertion)
  return FIRST_HAND.has(evidentiality) || claimRecord.sources[sourceId]?.publishedBy === claimantId
}

function between({ via, claimantId, sourceId }: Assertion, { sources }: AttributionContext): readonly Intermediary[] {
  if (via.length === 0) return via
  const named = [claimantId, sources[sourceId]?.publishedBy]
  return via.filter(({ kind, id }) => (kind === 'Entity' ? !named.includes(id) : id !== sourceId))
}
