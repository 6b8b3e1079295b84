import type { Dataset } from '../domain/dataset.ts'
import { DomainError } from '../domain/errors.ts'
import type { Engine, Parameter, StatementRunner } from './engines/engine.ts'
import type { HubLabel } from './labels.ts'
import * as record from './queries/record.ts'
import type { Statement } from './queries/statement.ts'
import * as writes from './queries/writes.ts'
import { hashOf, type RowSpec, rowsOf } from './rows.ts'
import { OPEN } from './schema.ts'

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

interface PlacedRow {
  readonly id: string
  readonly spec: RowSpec
  readonly hash: string
  readonly fromRevision: number
  readonly untilRevision: number
}

const BATCH = 1000

/**
 * Writes the difference between the data set and what the record holds of it, in batches that nobody sees, and
 * publishes all of it in one small transaction. What an interrupted load left is removed at the next start.
 */
export async function loadDataset(engine: Engine, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
  const { published } = await readRecordState(engine)
  const [known] = await engine.run(record.readLoadedSet.text, { loadSet: options.set })
  if (known?.contentHash === dataset.contentHash) return { changed: false, revision: published, created: 0, ended: 0 }

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

  await write(engine, record.markLoading, {})
  await writeRows(engine, created, options)
  for (const keys of batches(ended)) await write(engine, writes.endRows, { keys, revision: last.number })
  await engine.transaction(async (tx) => {
    await tx.run(record.createRevisions.text, { rows: revisions })
    await tx.run(record.writeLoadedSet.text, { loadSet: options.set, contentHash: dataset.contentHash })
    await tx.run(record.publish.text, { revision: last.number })
  })
  await engine.flush()
  return { changed: true, revision: last.number, created: created.length, ended: ended.length }
}

/** Makes the record whole again after a load that was cut off. */
export async function recover(engine: Engine): Promise<boolean> {
  await engine.transaction(async (tx) => void (await tx.run(record.createRecord.text)))
  const { published, loading } = await readRecordState(engine)
  if (!loading) return false
  await engine.transaction(async (tx) => {
    await tx.run(record.removeUnpublishedRows.text, { published })
    await tx.run(record.reopenRows.text, { published, open: OPEN })
    await tx.run(record.publish.text, { revision: published })
  })
  await engine.flush()
  return true
}

async function readRecordState(engine: StatementRunner): Promise<{ published: number; loading: boolean }> {
  const [row] = await engine.run(record.readRecord.text)
  return { published: Number(row?.published ?? 0), loading: row?.loading === true }
}

async function writeRows(engine: Engine, rows: readonly PlacedRow[], options: LoadOptions): Promise<void> {
  const hubs = new Map<string, { label: HubLabel; id: string; revision: number; kind: string }>()
  const addHub = (label: HubLabel, id: string, revision: number, kind: string): void => {
    const key = `${label}:${id}`
    if (!hubs.has(key)) hubs.set(key, { label, id, revision, kind })
  }
  for (const { spec, fromRevision } of rows) {
    if (spec.hub) addHub(spec.hub.label, spec.hub.id, fromRevision, String(spec.properties.kind ?? ''))
    for (const edge of spec.edges) if (edge.label === 'ExternalId') addHub(edge.label, edge.id, fromRevision, '')
  }
  await writeGroups(
    engine,
    [...hubs.values()],
    (hub) => writes.createHubs[hub.label],
    ({ id, revision, kind }) => ({ id, revision, kind }),
  )

  let done = 0
  for (const batch of batches(rows)) {
    await writeGroups(
      engine,
      batch,
      ({ spec }) => writes.createRows[spec.label],
      (row) => propertiesOf(row, options.set),
    )
    const attached = batch.flatMap(({ id, spec }) => (spec.hub ? [{ row: id, hub: spec.hub }] : []))
    await writeGroups(
      engine,
      attached,
      ({ hub }) => writes.attachRows[hub.label],
      ({ row, hub }) => ({ row, hub: hub.id }),
    )
    const edges = batch.flatMap(({ id, spec }) => spec.edges.map((edge) => ({ row: id, edge })))
    await writeGroups(
      engine,
      edges,
      ({ edge }) => edgeStatement(edge.type, edge.label),
      ({ row, edge }) => ({ row, to: edge.id }),
    )
    done += batch.length
    options.onProgress?.(done, rows.length)
  }
}

const edgeStatement = (type: string, label: string): Statement<object> => {
  const found = writes.createEdges[`${type}>${label}`]
  if (!found) throw new DomainError('INTERNAL', `No statement writes the edge ${type} to ${label}.`)
  return found
}

const propertiesOf = ({ id, spec, hash, fromRevision, untilRevision }: PlacedRow, loadSet: string): Parameter => ({
  ...spec.properties,
  id,
  label: spec.label,
  thing: spec.thing,
  ...(spec.hub ? { hub: spec.hub.label } : {}),
  hash,
  loadSet,
  fromRevision,
  untilRevision,
})

async function writeGroups<T>(
  engine: Engine,
  items: readonly T[],
  statementOf: (item: T) => Statement<object>,
  toRow: (item: T) => Parameter,
): Promise<void> {
  const groups = new Map<Statement<object>, T[]>()
  for (const item of items) {
    const key = statementOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  for (const [key, group] of groups) {
    for (const batch of batches(group)) await write(engine, key, { rows: batch.map(toRow) })
  }
}

const write = (
  engine: Engine,
  { text }: Statement<object>,
  parameters: Readonly<Record<string, Parameter>>,
): Promise<void> => engine.transaction(async (tx) => void (await tx.run(text, parameters)))

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  const out: T[][] = []
  for (let i = 0; i < items.length; i += BATCH) out.push(items.slice(i, i + BATCH))
  return out
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
