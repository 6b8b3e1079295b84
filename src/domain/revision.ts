/** One change of this record. Record time is this number, not a clock. */
export interface Revision {
  readonly number: number
  /** ISO instant. */
  readonly at: string
  readonly author: string
  readonly reason: string
}
