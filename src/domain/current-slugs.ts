import type { Renames } from './renames.ts'
import { toSlug } from './slug.ts'
import { THING_KINDS, type ThingKind } from './thing-kind.ts'

/** Properties that refer to a thing by its slug alone; all others refer by kind and id. */
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

/** Copies a value with each slug in it replaced by the current slug of the same thing. */
export function toCurrentSlugs<T>(value: T, { slugNow }: Pick<Renames, 'slugNow'>): T {
  return toPresent(value, null, slugNow) as T
}

function toPresent(value: unknown, kind: ThingKind | null, slugNow: Renames['slugNow']): unknown {
  if (typeof value === 'string') return kind === null ? value : (slugNow(kind, toSlug(value)) ?? value)
  if (Array.isArray(value)) return value.map((one) => toPresent(one, kind, slugNow))
  if (typeof value !== 'object' || value === null) return value
  const own = 'kind' in value ? (THING_KINDS.find((one) => one === value.kind) ?? null) : null
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    toPresent(one, key === 'id' ? own : (KIND_OF[key] ?? null), slugNow),
  ])
  return Object.fromEntries(entries)
}
