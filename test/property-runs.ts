import fc from 'fast-check'

const DEFAULT_RUNS = 100
/** Share of the runs outside CI. */
const SHARE_OUTSIDE_CI = 0.25
/** Least number of runs outside CI, where CI has as many. */
const MIN_RUNS = 5

/**
 * How often a property is tried: `inCi` times with `CI=1`, a fourth of that otherwise, at least `MIN_RUNS`.
 * @param environment variables of the process unless given
 */
export function propertyRuns(inCi: number, environment: NodeJS.ProcessEnv = process.env): number {
  return environment.CI ? inCi : Math.max(Math.min(inCi, MIN_RUNS), Math.round(inCi * SHARE_OUTSIDE_CI))
}

fc.configureGlobal({ numRuns: propertyRuns(DEFAULT_RUNS) })

/** fast-check with the number of runs for all properties. Tests import it only from here. */
export { fc }
