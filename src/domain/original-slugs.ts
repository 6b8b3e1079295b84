import type { GraphStore } from './graph-store.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Slug } from './slug.ts'
import type { ThingKind } from './thing-kind.ts'

/**
 * Reads the first slug of each thing, so that ids made of it outlast renames. A former slug that the database never
 * recorded, because a seed named it in `formerly` alone, counts as older than all recorded ones. In the order of `slugs`.
 */
export async function readOriginalSlugs(
  store: Pick<GraphStore, 'renames' | 'lifetimes'>,
  kind: ThingKind,
  slugs: readonly Slug[],
  revision: RevisionNumber,
): Promise<readonly Slug[]> {
  const { otherSlugs } = await store.renames(revision)
  const candidates = slugs.map((slug) => [...otherSlugs(kind, slug), slug])
  const read = [...new Set(candidates.flatMap((all) => (all.length > 1 ? all : [])))]
  const lifetimes = read.length === 0 ? [] : await store.lifetimes(kind, read, revision)
  const recordedIn = new Map(read.map((slug, i) => [slug, lifetimes[i]?.recordedIn ?? 0]))
  const first = (all: readonly Slug[]): Slug | undefined =>
    [...all].sort((a, b) => (recordedIn.get(a) ?? 0) - (recordedIn.get(b) ?? 0))[0]
  return slugs.map((slug, i) => first(candidates[i] ?? []) ?? slug)
}
