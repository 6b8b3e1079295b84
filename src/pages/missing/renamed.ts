import { findRenamed, type RenameStore } from '../../domain/find-renamed.ts'
import { toSlug } from '../../domain/slug.ts'
import { THING_OF_TOPIC, type TopicKind } from '../page-topic.ts'

/** Instant at which a path is read; null for now. */
export interface Moment {
  readonly store: RenameStore
  readonly asOf: string | null
}

/**
 * Finds the current slug of a renamed thing at the instant of the path, or the slugs of a comparison; null where the slug is current
 * or unknown.
 */
export async function findRenamedSlug(kind: TopicKind, slug: string, { store, asOf }: Moment): Promise<string | null> {
  const revision = await store.revisionAt(asOf)
  const requested = (kind === 'compare' ? slug.split(',') : [slug]).map(toSlug)
  const renamed = await findRenamed(store, THING_OF_TOPIC[kind], requested, revision)
  if (renamed.every((one) => one === null)) return null
  const lifetimes = await store.lifetimes(THING_OF_TOPIC[kind], requested, revision)
  const found = requested.map((one, i) => (lifetimes[i]?.removedIn === null ? one : (renamed[i] ?? one))).join(',')
  return found === slug ? null : found
}
