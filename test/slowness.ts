/** CPU of `work` on the machine that limits of CPU were measured on, idle, in milliseconds. */
const REFERENCE_MS = 55
/** Beyond it, a limit would find no fault. */
const MAX_SLOWNESS = 4
/** Rounds before the first measured one: V8 compiles the work in them. */
const WARM_UP = 2
const ROUNDS = 5
/** Enough that the work leaves the caches of a processor and needs collection of garbage, as a large request does. */
const PARTS = 30_000

/**
 * Whether `usedMs` of CPU keep to `limitMs`. On a slower machine, or a core that others use at the same time, the same work takes
 * more CPU, so a limit that is exceeded is multiplied by the slowness of this moment.
 */
export const isWithinCpu = (usedMs: number, limitMs: number): boolean =>
  usedMs <= limitMs || usedMs <= limitMs * slowness()

/**
 * How many times the CPU of the reference machine a fixed piece of work takes now: 1 to `MAX_SLOWNESS`, the median of some rounds.
 * Takes about 0.5 s.
 */
export function slowness(): number {
  for (let i = 0; i < WARM_UP; i += 1) work()
  const times = Array.from({ length: ROUNDS }, cpuOfWork).sort((a, b) => a - b)
  const median = times[Math.floor(ROUNDS / 2)] ?? REFERENCE_MS
  return Math.min(Math.max(median / REFERENCE_MS, 1), MAX_SLOWNESS)
}

function cpuOfWork(): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Texts, objects, maps and sorting, as in a request. */
function work(): number {
  const parts = Array.from({ length: PARTS }, (_, i) => ({ id: `claim-${(i * 7919) % PARTS}`, words: ['a', `${i}`] }))
  const read = JSON.parse(JSON.stringify(parts)) as typeof parts
  const byId = new Map(read.map((part) => [part.id, part]))
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return sorted.filter(({ id }) => /^claim-\d*7$/.test(id)).length
}
