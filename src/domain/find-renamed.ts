import type { GraphStore } from './graph-store.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Slug } from './slug.ts'
import type { ThingKind } from './thing-kind.ts'

type BatchRead<T> = (slugs: readonly Slug[], revision: RevisionNumber) => Promise<readonly (T | null)[]>
/** The part of the port that follows renames. */
export type RenameStore = Pick<GraphStore, 'renames' | 'revisionAt' | 'lifetimes'>

/** Wraps a read so that it finds things by their other slugs too. Without a missing thing, it costs nothing. */
export const followingRenames =
  <T>(store: RenameStore, kind: ThingKind, read: BatchRead<T>): BatchRead<T> =>
  async (slugs, revision) => {
    const found = await read(slugs, revision)
    const missing = slugs.filter((_, i) => found[i] == null)
    const renamed = missing.length === 0 ? [] : await findRenamed(store, kind, missing, revision)
    const others = [...new Set(renamed.flatMap((slug) => slug ?? []))]
    if (others.length === 0) return found
    const things = await read(others, revision)
    const foundByRename = new Map(
      missing.flatMap((slug, i) => {
        const other = renamed[i]
        return other == null ? [] : [[slug, things[others.indexOf(other)] ?? null] as const]
      }),
    )
    return slugs.map((slug, i) => found[i] ?? foundByRename.get(slug) ?? null)
  }

/**
 * Slugs under which missing things are found: the thing was renamed before this revision, or has the given slug only since a later
 * one. In key order; null for a slug that never changed.
 */
export async function findRenamed(
  store: RenameStore,
  kind: ThingKind,
  slugs: readonly Slug[],
  revision: RevisionNumber,
): Promise<readonly (Slug | null)[]> {
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
