import type { Dataset } from '../domain/dataset.ts'
import { DomainError } from '../domain/errors.ts'
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
 */
export async function loadDataset(engine: Engine, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
  const unchanged = await findUnchanged(engine, dataset, options)
  if (unchanged) return unchanged
  const turn = await takeTurn(engine)
  try {
    // Another process may have loaded the same while this one waited.
    const done = await findUnchanged(engine, dataset, options)
    if (done) await giveUp(turn)
    const result = done ?? (await loadDifference(engine, turn, dataset, options))
    await engine.flush()
    return result
  } catch (error) {
    await giveUp(turn).catch(() => undefined)
    throw error
  }
}

async function findUnchanged(engine: Engine, dataset: Dataset, { set }: LoadOptions): Promise<LoadResult | null> {
  const [known] = await engine.run(record.readLoadedSet.text, { loadSet: set })
  if (known?.contentHash !== dataset.contentHash) return null
  const [state] = await engine.run(record.readRecord.text)
  return { changed: false, revision: Number(state?.published ?? 0), created: 0, ended: 0 }
}

async function loadDifference(engine: Engine, turn: Turn, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
  const { published } = turn
  const specs = rowsOf(dataset)
  const live = await engine.run(record.liveRowsOfSet.text, { loadSet: options.set, open: OPEN })
  const isFirst = published === 0 && live.length === 0
  const revisions = isFirst ? firstRevisions(specs, published, options) : [laterRevision(published, options)]
  const last = revisions.at(-1)
  if (!last) throw new DomainError('BAD_INPUT', 'The data set holds nothing to load.')
  const numberAt = new Map(revisions.map((r) => [r.at, r.number]))
  const liveHashes = new Map(live.map((row) => [String(row.thing), { id: String(row.id), hash: String(row.hash) }]))

  const placed = (isFirst ? specs : specs.filter((s) => s.replacedAt === null)).map((spec): PlacedRow => {
    const fromRevision = isFirst ? (numberAt.get(spec.recordedAt) ?? last.number) : last.number
    const untilRevision = spec.replacedAt === null ? OPEN : (numberAt.get(spec.replacedAt) ?? OPEN)
    return { id: `${spec.thing}@${fromRevision}`, spec, hash: hashOf(spec), fromRevision, untilRevision }
  })
  const created = placed.filter((row) => liveHashes.get(row.spec.thing)?.hash !== row.hash)
  const things = new Map(placed.map((row) => [row.spec.thing, row.hash]))
  const ended = [...liveHashes].filter(([thing, row]) => things.get(thing) !== row.hash).map(([, row]) => row.id)

  await writeRows(turn, created, options.set, (done) => options.onProgress?.(done, created.length))
  await endRows(turn, ended, last.number)
  await turn.write(async (tx) => {
    await tx.run(record.createRevisions.text, { rows: revisions })
    await tx.run(record.writeLoadedSet.text, { loadSet: options.set, contentHash: dataset.contentHash })
    await tx.run(record.publish.text, { revision: last.number })
  })
  return { changed: true, revision: last.number, created: created.length, ended: ended.length }
}

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
