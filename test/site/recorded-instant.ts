import type { StartedSite } from './start-site.ts'

/** When the revision was recorded that an instant falls in: pages show this one for all instants of a revision. */
export async function recordedInstant({ open }: StartedSite, asOf: string): Promise<string> {
  const revision = await open.store.revisionAt(asOf)
  const found = (await open.store.revisions()).find(({ number }) => number === revision)
  if (!found) throw new Error(`Nothing was recorded by ${asOf}.`)
  return found.recordedAt
}
