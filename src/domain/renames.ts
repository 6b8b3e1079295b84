import type { Dataset } from './dataset.ts'
import type { GraphStore, ThingKind } from './graph-store.ts'

/** That a thing had another slug before. */
export interface Rename {
  readonly kind: ThingKind
  readonly former: string
  readonly slug: string
}

/** What the record knows of former slugs at one revision, those of things that are gone included. */
export interface Renames {
  /** The slug that the thing has which had this one before, or that it had last; null where nothing had it. */
  slugNow(kind: ThingKind, former: string): string | null
  /** All other slugs that the thing has or had which has or had this one. */
  otherSlugs(kind: ThingKind, slug: string): readonly string[]
  formerSlugs(kind: ThingKind): readonly string[]
}

export const renamesIn = (dataset: Pick<Dataset, 'renames'>): Renames =>
  renamesFrom(dataset.renames.map(({ item }) => item))

/** @param all as the record learnt of them: the later word counts, and whoever is named back is no former slug */
export function renamesFrom(all: readonly Rename[]): Renames {
  const next = new Map<string, Rename>()
  for (const rename of all) {
    next.delete(keyOf(rename.kind, rename.slug))
    next.set(keyOf(rename.kind, rename.former), rename)
  }
  const lastOf = (kind: ThingKind, slug: string): string => {
    let last = slug
    for (let step = next.get(keyOf(kind, last)); step; step = next.get(keyOf(kind, last))) last = step.slug
    return last
  }
  const formers = new Map<string, string[]>()
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

type BatchRead<T> = (slugs: readonly string[], revision: number) => Promise<readonly (T | null)[]>
/** What is asked of a store to follow renames. */
export type RenameStore = Pick<GraphStore, 'renames' | 'revisionAt' | 'lifetimes'>

/** The same read, which finds things by other slugs of theirs too; it costs nothing more where all are found. */
export const followingRenames =
  <T>(store: RenameStore, kind: ThingKind, read: BatchRead<T>): BatchRead<T> =>
  async (slugs, revision) => {
    const found = await read(slugs, revision)
    const missing = slugs.filter((_, i) => found[i] == null)
    const renamed = missing.length === 0 ? [] : await findRenamed(store, kind, missing, revision)
    const others = [...new Set(renamed.flatMap((slug) => slug ?? []))]
    if (others.length === 0) return found
    const things = await read(others, revision)
    const foundByRename = new Map(missing.map((slug, i) => [slug, things[others.indexOf(renamed[i] ?? '')] ?? null]))
    return slugs.map((slug, i) => found[i] ?? foundByRename.get(slug) ?? null)
  }

/**
 * Under which slugs things are to be found that are not there under these: they were renamed before this revision, or
 * got these slugs after it. In key order, null for what never had another.
 */
export async function findRenamed(
  store: RenameStore,
  kind: ThingKind,
  slugs: readonly string[],
  revision: number,
): Promise<readonly (string | null)[]> {
  const known = await store.renames(revision)
  const now = slugs.map((slug) => known.slugNow(kind, slug))
  const newest = now.includes(null) ? await store.revisionAt(null) : revision
  if (newest === revision) return now
  const later = await store.renames(newest)
  const others = slugs.map((slug, i) => (now[i] == null ? later.otherSlugs(kind, slug) : []))
  const asked = [...new Set(others.flat())]
  if (asked.length === 0) return now
  const lifetimes = await store.lifetimes(kind, asked, revision)
  const there = new Set(asked.filter((_, i) => lifetimes[i]?.removedIn === null))
  return now.map((slug, i) => slug ?? others[i]?.find((other) => there.has(other)) ?? null)
}

const keyOf = (kind: ThingKind, slug: string): string => `${kind}:${slug}`
