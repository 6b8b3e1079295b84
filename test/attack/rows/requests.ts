import { isWithinCpu } from '../../slowness.ts'
import { attackWithRequests, type Outcome } from '../attack-with-requests.ts'
import { fixedRequests } from '../hostile/fixed-requests.ts'
import { generatedRequests } from '../hostile/generated-requests.ts'
import type { AttackContext, Measured, Row } from '../row.ts'

const GENERATED = 10_000
const GENERATED_IN_CI = 280
/** CI sends one in so many of the fixed requests, a different part for each seed. */
const PART_IN_CI = 4
const TIMEOUT_MS = 10_000
const MOST_TOLD = 40

const run = async (context: AttackContext): Promise<Measured> => {
  const { seed, isShort, shared: server, note } = context
  const all = fixedRequests()
  const fixed = isShort ? all.filter((_, i) => i % PART_IN_CI === seed % PART_IN_CI) : all
  const target = { server, timeoutMs: TIMEOUT_MS, note, ...(isShort && { keeps: isWithinCpu }) }
  note(`${fixed.length} fixed requests`)
  const one = await attackWithRequests(fixed, target)
  const count = isShort ? GENERATED_IN_CI : GENERATED
  note(`${count} generated requests, seed ${seed}`)
  const two = await attackWithRequests(generatedRequests(seed, count), target)
  const faults = [...one.faults, ...two.faults]
  return {
    holds: faults.length === 0 && one.sent === fixed.length && two.sent === count,
    figure: `fixed ${tell(one)}; generated with seed ${seed} ${tell(two)}`,
    details: [
      ...faults.slice(0, MOST_TOLD).map(({ name, what }) => `${what}: ${name}`),
      ...(faults.length > MOST_TOLD ? [`and ${faults.length - MOST_TOLD} more`] : []),
      ...[...one.dearest, ...two.dearest].map(({ name, cpuMs }) => `${cpuMs.toFixed(1)} ms of CPU: ${name}`),
      `answers by status: ${tellStatuses(one)}; ${tellStatuses(two)}`,
    ],
  }
}

const tell = ({ sent, faults, dearest, peakBytes }: Outcome): string =>
  `${sent} sent, ${faults.length} faults, dearest ${Math.round(dearest[0]?.cpuMs ?? 0)} ms, resident peak ${Math.round(peakBytes / 1e6)} MB`

const tellStatuses = ({ byStatus }: Outcome): string =>
  [...byStatus]
    .toSorted(([a], [b]) => a - b)
    .map(([status, count]) => `${status === 0 ? 'closed' : status} ${count}`)
    .join(', ')

export const requestsRow: Row = {
  name: 'requests',
  what: 'Hostile requests, fixed and generated',
  goal: 'each rejected or answered within 50 ms of CPU on repeat; alive; no 5xx but 503; errors ≤ 8 KB, messages ≤ 300 characters',
  isShort: true,
  run,
}
