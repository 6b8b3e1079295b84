import { type Assertion, wasSaid } from '../../domain/assertion.ts'
import { liveAssertions } from '../../domain/claim-status.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { assertionCells } from '../tables/assertion-cells.ts'
import { type DayPeriod, dayPeriod } from './day-period.ts'
import { type GraphEdge, nodeId } from './graph-part.ts'

/**
 * Returns the edge of each assertion on a claim that the newsroom has not withdrawn. It leads to the claim from the claimant, or
 * from the document where the database knows no claimant.
 */
export function assertionEdges(exported: ExportedClaim, source: ExportSource): readonly GraphEdge[] {
  const { claim, assertions } = exported.details
  const live = new Set(liveAssertions(assertions, { validOn: null }).map(({ id }) => id))
  return assertions.filter(wasSaid).map((assertion): GraphEdge => {
    const cells = assertionCells(assertion, exported, source)
    const period = wordsPeriod(assertion)
    return {
      id: `Assertion:${assertion.id}`,
      kind: assertion.stance,
      from: speakerNodeId(assertion),
      to: nodeId('Claim', claim.id),
      label: cells.words,
      values: {
        ...cells,
        sided_stance: sidedStance(assertion),
        counts: live.has(assertion.id) ? 'yes' : 'no',
        retracts: assertion.retracts ?? '',
      },
      periods: period === null ? [] : [period],
    }
  })
}

/** Returns the stance, with `_NOT` for one that negates the claim although its word does not say so: STATES_NOT. */
const sidedStance = ({ stance, polarity }: Assertion): string =>
  polarity === 'NEGATES' && stance !== 'DENIES' ? `${stance}_NOT` : stance

/** Returns the node of the claimant; without one, of the document. */
export const speakerNodeId = ({ claimantId, sourceId }: Pick<Assertion, 'claimantId' | 'sourceId'>): string =>
  claimantId === null ? nodeId('Source', sourceId) : nodeId('Entity', claimantId)

/** Returns the days on which a document had the words, or else the days of the act; null if neither is known. */
export const wordsPeriod = ({ heldFrom, heldUntil, assertedAt }: Assertion): DayPeriod | null =>
  dayPeriod(heldFrom, heldUntil) ?? dayPeriod(assertedAt, assertedAt)
