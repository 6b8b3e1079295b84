/** Milliseconds since some moment, for how long something took; it never goes back. */
export const stopwatchMs = (): number => performance.now()
