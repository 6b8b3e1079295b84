import { findRenamed, type RenameStore } from '../../domain/renames.ts'
import { THING_OF_TOPIC, type TopicKind } from '../page-topic.ts'

/** When an address is read; null for now. */
export interface Moment {
  readonly store: RenameStore
  readonly asOf: string | null
}

/**
 * The slug, or several for a comparison, that an address has to name at its instant instead of this one, because
 * something got another; null where it names what is there, or what never was.
 */
export async function findRenamedSlug(kind: TopicKind, slug: string, { store, asOf }: Moment): Promise<string | null> {
  const revision = await store.revisionAt(asOf)
  const requested = kind === 'compare' ? slug.split(',') : [slug]
  const renamed = await findRenamed(store, THING_OF_TOPIC[kind], requested, revision)
  if (renamed.every((one) => one === null)) return null
  const lifetimes = await store.lifetimes(THING_OF_TOPIC[kind], requested, revision)
  const found = requested.map((one, i) => (lifetimes[i]?.removedIn === null ? one : (renamed[i] ?? one))).join(',')
  return found === slug ? null : found
}
