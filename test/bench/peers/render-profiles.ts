import { table, whole } from '../render-table.ts'
import type { PeerReport } from './measure-peers.ts'
import { PARTS } from './profile-parts.ts'

/** Smallest share of a part, in percent, that is written. */
const MIN_PERCENT = 1

/** Tables of the work of the main thread, and of the caches that a question reads. */
export function renderProfiles(profiles: PeerReport['profiles']): string {
  const placeOf = ({ claims, contender, phase, question }: PeerReport['profiles'][number]) => [
    whole(claims),
    contender,
    phase,
    question,
  ]
  const head = ['claims', 'contender', 'phase', 'question']
  const shares = profiles.map((profile) => [
    ...placeOf(profile),
    ...PARTS.map((part) => percent(profile.parts[part])),
    whole(profile.requests),
  ])
  const ratios = profiles.map((profile) => [
    ...placeOf(profile),
    Object.entries(profile.hitRatios)
      .map(([cache, ratio]) => `${cache} ${Math.round(ratio * 100)}`)
      .join(', ') || '–',
  ])
  return [
    'Busy time of the main thread by part, in percent, with 8 in flight. `native` is time in V8 and in system calls that no script called.',
    table([...head, ...PARTS, 'requests'], shares),
    'Reads of each cache that found an entry, in percent, in the same requests. The bounds of the caches are in [Architecture](../../ARCHITECTURE.md#caches).',
    table([...head, 'caches'], ratios),
  ].join('\n\n')
}

const percent = (share: number): string =>
  share * 100 < MIN_PERCENT ? `< ${MIN_PERCENT}` : String(Math.round(share * 100))
