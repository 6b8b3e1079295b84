import { THING_KINDS, type ThingKind } from './graph-store.ts'
import type { Renames } from './renames.ts'

/** What of a record names something by its slug alone; everything else does by kind and id. */
const KIND_OF: Readonly<Record<string, ThingKind>> = {
  claimId: 'Claim',
  fromClaimId: 'Claim',
  toClaimId: 'Claim',
  claimantId: 'Entity',
  lacksFrom: 'Entity',
  sourceId: 'Source',
  data: 'DataCategory',
  uses: 'Use',
}

/** The same with every thing that it names under the slug that it has now: a thing that was renamed is the same thing. */
export function toCurrentSlugs<T>(value: T, { slugNow }: Pick<Renames, 'slugNow'>): T {
  return toPresent(value, null, slugNow) as T
}

function toPresent(value: unknown, kind: ThingKind | null, slugNow: Renames['slugNow']): unknown {
  if (typeof value === 'string') return kind === null ? value : (slugNow(kind, value) ?? value)
  if (Array.isArray(value)) return value.map((one) => toPresent(one, kind, slugNow))
  if (typeof value !== 'object' || value === null) return value
  const own = 'kind' in value ? (THING_KINDS.find((one) => one === value.kind) ?? null) : null
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    toPresent(one, key === 'id' ? own : (KIND_OF[key] ?? null), slugNow),
  ])
  return Object.fromEntries(entries)
}
