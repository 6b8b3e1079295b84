/** Monotonic time in milliseconds, for durations. */
export const stopwatchMs = (): number => performance.now()
