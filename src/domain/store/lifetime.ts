export interface Lifetime {
  /** The first revision that holds it. */
  readonly recordedIn: number
  /** The first revision that does not hold it any more; null while it is there. */
  readonly removedIn: number | null
}
