import { wasSaid } from './assertion.ts'
import type { ClaimRecord } from './claim-record.ts'
import { type AttributionContext, speakerOf } from './claim-status.ts'

type Said = AttributionContext & Pick<ClaimRecord, 'assertions'>

/** Whether an entity says anything on a claim, itself or as the publisher of a document that speaks in its own voice. */
export const hasAssertionBy = (entityId: string, claimRecord: Said): boolean =>
  claimRecord.assertions.some((one) => wasSaid(one) && speakerOf(one, claimRecord) === entityId)

/** Whether anything on it was read in a document that the entity published, whoever says it there. */
export const hasAssertionPublishedBy = (entityId: string, { assertions, sources }: Said): boolean =>
  assertions.some((one) => wasSaid(one) && sources[one.sourceId]?.publishedBy === entityId)

/** Whether anything on it was read in a document. */
export const hasAssertionIn = (sourceId: string, { assertions }: Pick<Said, 'assertions'>): boolean =>
  assertions.some((one) => wasSaid(one) && one.sourceId === sourceId)
