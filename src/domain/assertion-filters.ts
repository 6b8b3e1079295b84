import { wasSaid } from './assertion.ts'
import type { ClaimRecord } from './claim-record.ts'
import { type AttributionContext, speakerOf } from './claim-status.ts'

type Said = AttributionContext & Pick<ClaimRecord, 'assertions'>

/** Whether an entity made an assertion on the claim, itself or as the publisher of an unsigned document. */
export const hasAssertionBy = (entityId: string, claimRecord: Said): boolean =>
  claimRecord.assertions.some((one) => wasSaid(one) && speakerOf(one, claimRecord) === entityId)

/** Whether the entity published the source of any assertion on the claim, whoever the claimant is. */
export const hasAssertionPublishedBy = (entityId: string, { assertions, sources }: Said): boolean =>
  assertions.some((one) => wasSaid(one) && sources[one.sourceId]?.publishedBy === entityId)

/** Whether any assertion on the claim was read in the source. */
export const hasAssertionIn = (sourceId: string, { assertions }: Pick<Said, 'assertions'>): boolean =>
  assertions.some((one) => wasSaid(one) && one.sourceId === sourceId)
