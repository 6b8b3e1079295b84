/** One change of this record. Record time is this number, not a clock. */
export interface Revision {
  readonly number: number
  /** ISO instant. */
  readonly recordedAt: string
  readonly author: string
  readonly reason: string
}

const SEED_LOAD = 'Seed load: '
/** The reason that a load of seeds gives by itself. */
export const seedLoadReason = (set: string): string => `${SEED_LOAD}${set}`

/** Why somebody made the change; null where nobody wrote it down, for what a program says of itself is no reason. */
export const writtenReason = ({ reason }: Revision): string | null =>
  reason.startsWith(SEED_LOAD) || reason.trim() === '' ? null : reason
