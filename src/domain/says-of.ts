import type { ClaimRecord } from './claim-record.ts'
import { speakerOf, type VoiceRecord } from './claim-status.ts'

type Said = VoiceRecord & Pick<ClaimRecord, 'assertions'>

/** Whether an entity says anything on a claim, itself or as the publisher of a document that speaks in its own voice. */
export const saysAnything = (entityId: string, record: Said): boolean =>
  record.assertions.some((one) => one.withdrawn === null && speakerOf(one, record) === entityId)

/** Whether anything on it was read in a document that the entity published, whoever says it there. */
export const publishedAnything = (entityId: string, { assertions, sources }: Said): boolean =>
  assertions.some((one) => one.withdrawn === null && sources[one.sourceId]?.publishedBy === entityId)
