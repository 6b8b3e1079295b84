import type { StartedSite } from './start-site.ts'

/** Instant at which the revision of `asOf` was recorded. Pages show it for all instants of the revision. */
export async function recordedInstant({ open }: StartedSite, asOf: string): Promise<string> {
  const revision = await open.store.revisionAt(asOf)
  const found = (await open.store.revisions()).find(({ number }) => number === revision)
  if (!found) throw new Error(`Nothing was recorded by ${asOf}.`)
  return found.recordedAt
}
