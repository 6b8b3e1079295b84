import type { ClaimDetails } from '../domain/claim-details.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { createPauses } from '../thread/slices.ts'
import type { EntriesOfClaim } from './entries-of-claim.ts'
import type { Entry, ExportedClaim, ThingWithEntries } from './export-format.ts'

/** Maximum of entries of one line. A line that lacks some says so by its counts. */
export const MAX_ENTRIES = 100

/** Number of things, and of claims, from which the entries of a batch are read. */
const BATCH_SIZE = 100
/** Number of claims that one read takes, so that no read occupies the thread for long. */
const READ_SIZE = 50

interface Found {
  /** Slugs of the claims with the first MAX_ENTRIES entries. */
  readonly claimIds: Slug[]
  claimCount: number
  entryCount: number
}

export interface ThingsOptions<T> {
  readonly store: Pick<GraphStore, 'claims'>
  readonly revision: RevisionNumber
  /** Iterates over all claims of the export. */
  readonly claims: () => AsyncIterable<ClaimDetails>
  readonly entriesOf: (details: ClaimDetails) => EntriesOfClaim
  /** Things that a claim brings into the export; none where all things are in it. */
  readonly namedIn: (details: ClaimDetails) => readonly T[]
  /** Iterates over the things of the export. @param named slugs of those that its claims name, in their order */
  readonly things: (named: ReadonlySet<Slug>) => AsyncIterable<T>
  readonly countThings: (named: ReadonlySet<Slug>) => Promise<number>
}

/** Reads all claims, then each thing with its entries, in batches. */
export async function* thingsWithEntries<T extends { readonly id: Slug }>(
  options: ThingsOptions<T>,
): AsyncIterable<ThingWithEntries<T>> {
  const { found, named } = await findEntries(options)
  const total = await options.countThings(named)
  let number = 0
  for await (const batch of batchesOf(options.things(named), found)) {
    const readEntries = await entriesReader(batch, found, options)
    for (const thing of batch) {
      number += 1
      const { claimCount = 0, entryCount = 0 } = found.get(thing.id) ?? {}
      yield { thing, number, total, claimCount, entryCount, entries: readEntries(thing.id) }
    }
  }
}

interface FoundEntries {
  readonly found: ReadonlyMap<Slug, Found>
  readonly named: ReadonlySet<Slug>
}

async function findEntries<T extends { readonly id: Slug }>({
  claims,
  entriesOf,
  namedIn,
}: ThingsOptions<T>): Promise<FoundEntries> {
  const found = new Map<Slug, Found>()
  const named = new Set<Slug>()
  for await (const details of claims()) {
    for (const { id } of namedIn(details)) named.add(id)
    for (const [id, entries] of entriesOf(details)) {
      const of = found.get(id) ?? { claimIds: [], claimCount: 0, entryCount: 0 }
      if (of.entryCount < MAX_ENTRIES) of.claimIds.push(details.claim.id)
      of.claimCount += 1
      of.entryCount += entries.length
      found.set(id, of)
    }
  }
  return { found, named }
}

async function* batchesOf<T extends { readonly id: Slug }>(
  things: AsyncIterable<T>,
  found: ReadonlyMap<Slug, Found>,
): AsyncIterable<readonly T[]> {
  let batch: T[] = []
  let claimCount = 0
  for await (const thing of things) {
    batch.push(thing)
    claimCount += found.get(thing.id)?.claimIds.length ?? 0
    if (batch.length < BATCH_SIZE && claimCount < BATCH_SIZE) continue
    yield batch
    batch = []
    claimCount = 0
  }
  if (batch.length > 0) yield batch
}

async function entriesReader<T extends { readonly id: Slug }>(
  batch: readonly T[],
  found: ReadonlyMap<Slug, Found>,
  { store, revision, entriesOf }: ThingsOptions<T>,
): Promise<(id: Slug) => readonly Entry[]> {
  const ids = [...new Set(batch.flatMap(({ id }) => found.get(id)?.claimIds ?? []))]
  const byId = new Map<Slug, { readonly exported: ExportedClaim; readonly of: EntriesOfClaim }>()
  const pause = createPauses()
  for (let from = 0; from < ids.length; from += READ_SIZE) {
    const read = await store.claims(ids.slice(from, from + READ_SIZE), revision)
    const claims = read.filter((claim) => claim !== null)
    const names = await namesOfClaims(store, claims, revision)
    for (const details of claims) {
      byId.set(details.claim.id, { exported: { details, names }, of: entriesOf(details) })
      await pause()
    }
  }
  return (id) =>
    (found.get(id)?.claimIds ?? [])
      .flatMap((claimId): readonly Entry[] => {
        const known = byId.get(claimId)
        return known?.of.get(id)?.map((assertion) => ({ exported: known.exported, assertion })) ?? []
      })
      .slice(0, MAX_ENTRIES)
}
