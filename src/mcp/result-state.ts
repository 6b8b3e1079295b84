import { z } from 'zod'
import type { AssistantWords } from './card-text.ts'
import type { RevisionData } from './claim-data.ts'

/** State of the database that a result was read from. Every result has it, also one without a claim. */
export const STATE = z.strictObject({
  revision: z.int().describe('Number of the revision that was read; 0 before the first one.'),
  recordedAt: z.string().nullable().describe('Instant of that revision, for asOf; null before the first one.'),
  asOf: z.string().nullable().describe('Instant of the request; null for the newest state.'),
})

export type State = z.infer<typeof STATE>

export const toState = ({ revision }: RevisionData, asOf: string | null): State => ({
  revision: revision?.number ?? 0,
  recordedAt: revision?.recordedAt ?? null,
  asOf,
})

/** Returns "as the database stood on …", with the requested instant, else with that of the revision. */
export function stateText({ revision, recordedAt, asOf }: State, words: AssistantWords): string {
  if (recordedAt !== null) return words.stood(asOf ?? recordedAt, revision)
  return asOf === null ? words.emptyDatabase : words.stoodEmpty(asOf)
}
