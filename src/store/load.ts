import { createHash } from 'node:crypto'
import type { Dataset } from '../domain/dataset.ts'
import { DomainError } from '../domain/errors.ts'
import { refuseChangedFrames, refuseWhatOthersHold } from './check-load.ts'
import type { Engine } from './engines/engine.ts'
import { giveUp, type Turn, takeTurn } from './load-turn.ts'
import * as record from './queries/record.ts'
import type { RowSpec } from './row-spec.ts'
import { hashOf, rowsOf } from './rows.ts'
import { OPEN } from './schema.ts'
import { endRows, type PlacedRow, writeRows } from './write-rows.ts'

export { recover } from './load-turn.ts'

export interface LoadOptions {
  readonly author: string
  /** Which set of rows this is; what is no longer in the set is ended, other sets are left alone. */
  readonly set: string
  readonly now: Date
  readonly onProgress?: (done: number, total: number) => void
}

export interface LoadResult {
  readonly changed: boolean
  readonly revision: number
  readonly created: number
  readonly ended: number
}

/**
 * Writes the difference between the data set and what the record holds of it, in batches that nobody sees, and
 * publishes all of it in one small transaction. What an interrupted load left is removed at the next start.
 * @throws DomainError CONFLICT for what another set holds, INVALID_SEED for a changed frame, BUSY; nothing is written
 */
export async function loadDataset(engine: Engine, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
  const specs = rowsOf(dataset)
  if (specs.length === 0) throw new DomainError('BAD_INPUT', 'The data set holds nothing to load.')
  const hashes = new Map(specs.map((spec) => [spec, hashOf(spec)]))
  const contentHash = hashOfAll(hashes)
  const isLoaded = async (): Promise<boolean> => {
    const [known] = await engine.run(record.readLoadedSet.text, { loadSet: options.set })
    return known?.contentHash === contentHash
  }
  if (await isLoaded()) {
    const [state] = await engine.run(record.readRecord.text)
    return unchangedAt(Number(state?.published ?? 0))
  }
  const turn = await takeTurn(engine)
  try {
    // Another process may have loaded the same while this one waited.
    const difference = (await isLoaded()) ? null : await findDifference(engine, hashes, turn.published, options)
    const result = difference ? await writeDifference(turn, difference, contentHash, options) : null
    if (!result) await giveUp(turn)
    await engine.flush()
    return result ?? unchangedAt(turn.published)
  } catch (error) {
    await giveUp(turn).catch(() => undefined)
    throw error
  }
}

interface Difference {
  readonly revisions: readonly NewRevision[]
  readonly created: readonly PlacedRow[]
  /** Ids of rows. */
  readonly ended: readonly string[]
}

async function findDifference(
  engine: Engine,
  hashes: ReadonlyMap<RowSpec, string>,
  published: number,
  options: LoadOptions,
): Promise<Difference | null> {
  const specs = [...hashes.keys()]
  const live = await engine.run(record.liveRowsOfSet.text, { loadSet: options.set, open: OPEN })
  const isFirst = published === 0 && live.length === 0
  const revisions = isFirst ? firstRevisions(specs, published, options) : [laterRevision(published, options)]
  const last = revisions.at(-1)?.number ?? published
  const numberAt = new Map(revisions.map((r) => [r.at, r.number]))
  const placed = (isFirst ? specs : specs.filter((s) => s.replacedAt === null)).map((spec): PlacedRow => {
    const fromRevision = isFirst ? (numberAt.get(spec.recordedAt) ?? last) : last
    const untilRevision = spec.replacedAt === null ? OPEN : (numberAt.get(spec.replacedAt) ?? OPEN)
    return {
      id: `${spec.thing}@${fromRevision}`,
      spec,
      hash: hashes.get(spec) ?? hashOf(spec),
      fromRevision,
      untilRevision,
    }
  })
  const before = new Map(live.map((row) => [String(row.thing), String(row.hash)]))
  const after = new Map(placed.map((row) => [row.spec.thing, row.hash]))
  const created = placed.filter((row) => before.get(row.spec.thing) !== row.hash)
  const ended = live.filter((row) => after.get(String(row.thing)) !== row.hash).map((row) => String(row.id))
  if (created.length === 0 && ended.length === 0) return null
  const added = created.filter(({ spec }) => !before.has(spec.thing))
  await refuseWhatOthersHold(engine, added, options.set)
  await refuseChangedFrames(engine, created)
  return { revisions, created, ended }
}

async function writeDifference(
  turn: Turn,
  { revisions, created, ended }: Difference,
  contentHash: string,
  { set, onProgress }: LoadOptions,
): Promise<LoadResult> {
  const revision = revisions.at(-1)?.number ?? turn.published
  await writeRows(turn, created, set, (done) => onProgress?.(done, created.length))
  await endRows(turn, ended, revision)
  await turn.write(async (tx) => {
    await tx.run(record.createRevisions.text, { rows: revisions })
    await tx.run(record.writeLoadedSet.text, { loadSet: set, contentHash })
    await tx.run(record.publish.text, { revision })
  })
  return { changed: true, revision, created: created.length, ended: ended.length }
}

const unchangedAt = (revision: number): LoadResult => ({ changed: false, revision, created: 0, ended: 0 })

/** Of the rows, not of the files: a comment changes nothing, and a new rule of statuses does. */
const hashOfAll = (hashes: ReadonlyMap<RowSpec, string>): string =>
  createHash('sha256')
    .update([...hashes.values()].sort().join())
    .digest('base64url')

interface NewRevision {
  readonly [key: string]: string | number
  readonly number: number
  readonly at: string
  readonly author: string
  readonly reason: string
}

/** A fresh record tells its story from the instants that the seeds state, so that every machine answers asOf alike. */
function firstRevisions(
  specs: readonly RowSpec[],
  published: number,
  { author, set }: LoadOptions,
): readonly NewRevision[] {
  const times = [...new Set(specs.map((s) => s.recordedAt))].sort()
  return times.map((at, index) => ({ number: published + index + 1, at, author, reason: `Seed load: ${set}` }))
}

const laterRevision = (published: number, { author, set, now }: LoadOptions): NewRevision => ({
  number: published + 1,
  at: now.toISOString(),
  author,
  reason: `Seed load: ${set}`,
})
