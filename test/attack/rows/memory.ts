import type { AttackContext, Measured, Row } from '../row.ts'

const BUDGET_BYTES = 64 * 1024 * 1024
const MAX_OVER_BUDGET = 1.25
const ADDRESSES = 1_000_000
const SECONDS = 600
const MAX_BYTES_PER_MINUTE = 1024 * 1024

const inMb = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

const runFlood = async ({ note }: AttackContext): Promise<Measured> => {
  const { floodWithAddresses } = await import('../memory.ts')
  note(`${ADDRESSES} distinct addresses`)
  const { requests, faults, idleBytes, peakBytes, endBytes } = await floodWithAddresses(ADDRESSES)
  const allowed = idleBytes + BUDGET_BYTES * MAX_OVER_BUDGET
  return {
    holds: endBytes <= allowed && faults === 0,
    figure: `${requests} requests, ${faults} faults: resident ${inMb(idleBytes)} idle, ${inMb(endBytes)} at the end (allowed ${inMb(allowed)}), ${inMb(peakBytes)} at most`,
    details: [],
  }
}

const runMixed = async ({ note }: AttackContext): Promise<Measured> => {
  const { loadForAWhile } = await import('../memory.ts')
  note(`filling the caches, then mixed load for ${SECONDS / 60} minutes`)
  const { requests, faults, samples, bytesPerMinute } = await loadForAWhile(SECONDS)
  return {
    holds: bytesPerMinute <= MAX_BYTES_PER_MINUTE && faults === 0,
    figure: `${requests} requests, ${faults} faults: ${inMb(bytesPerMinute)} a minute in the second half`,
    details: [`resident every 5 s: ${samples.map(inMb).join(', ')}`],
  }
}

/** Both rows use the embedded engine, in a separate server. */
const EMBEDDED = { engines: ['embedded'], isShort: false } as const

export const addressesRow: Row = {
  ...EMBEDDED,
  name: 'addresses',
  what: 'A million distinct URLs',
  goal: `resident ≤ idle + ${MAX_OVER_BUDGET} × the budget of all caches (64 MiB)`,
  run: runFlood,
}

export const mixedRow: Row = {
  ...EMBEDDED,
  name: 'mixed',
  what: 'Mixed load for 10 minutes, with full caches',
  goal: '≤ 1 MiB a minute in the second half',
  run: runMixed,
}
