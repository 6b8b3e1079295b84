import type { Dataset } from './dataset.ts'
import type { Rename } from './rename.ts'
import type { Slug } from './slug.ts'
import type { ThingKind } from './thing-kind.ts'

/** Former slugs at one revision, those of removed things included. */
export interface Renames {
  /** Current slug of the thing that had this one, or the last slug of a removed thing; null for a slug that never changed. */
  slugNow(kind: ThingKind, former: Slug): Slug | null
  /** All other slugs, current and former, of the thing with this one. */
  otherSlugs(kind: ThingKind, slug: Slug): readonly Slug[]
  formerSlugs(kind: ThingKind): readonly Slug[]
}

export const renamesIn = (dataset: Pick<Dataset, 'renames'>): Renames =>
  renamesFrom(dataset.renames.map(({ item }) => item))

/** @param all renames, oldest first. A later one wins, and a slug that a thing has again is no former slug. */
export function renamesFrom(all: readonly Rename[]): Renames {
  const next = new Map<string, Rename>()
  for (const rename of all) {
    next.delete(keyOf(rename.kind, rename.slug))
    next.set(keyOf(rename.kind, rename.former), rename)
  }
  const lastOf = (kind: ThingKind, slug: Slug): Slug => {
    let last = slug
    for (let step = next.get(keyOf(kind, last)); step; step = next.get(keyOf(kind, last))) last = step.slug
    return last
  }
  const formers = new Map<string, Slug[]>()
  for (const { kind, former } of next.values()) {
    const key = keyOf(kind, lastOf(kind, former))
    formers.set(key, [...(formers.get(key) ?? []), former])
  }
  return {
    slugNow: (kind, former) => (next.has(keyOf(kind, former)) ? lastOf(kind, former) : null),
    otherSlugs(kind, slug) {
      const last = lastOf(kind, slug)
      return [last, ...(formers.get(keyOf(kind, last)) ?? [])].filter((one) => one !== slug)
    },
    formerSlugs: (kind) => [...next.values()].flatMap((rename) => (rename.kind === kind ? [rename.former] : [])),
  }
}

const keyOf = (kind: ThingKind, slug: Slug): string => `${kind}:${slug}`
