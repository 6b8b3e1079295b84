import { setImmediate } from 'node:timers/promises'
import type { EntityKind } from '../domain/entity.ts'
import { DomainError } from '../domain/errors.ts'
import type { Parameter, StatementRunner } from './engines/engine.ts'
import type { HubLabel } from './labels.ts'
import type { Turn } from './load-turn.ts'
import type { Statement } from './queries/statement.ts'
import * as writes from './queries/writes.ts'
import type { RowSpec } from './row-spec.ts'
import { OPEN } from './schema.ts'

/** A row with its place in record time; a thing has one from a revision. */
export interface PlacedRow {
  readonly spec: RowSpec
  readonly hash: string
  readonly fromRevision: number
  readonly untilRevision: number
  /** Since when the record has what it says, where that is longer than the row; else null. */
  readonly recordedIn: number | null
}

export interface NewHub {
  readonly label: HubLabel
  readonly id: string
  readonly revision: number
  readonly kind: EntityKind | null
}

const BATCH = 250
/** Engines take 8 MiB of parameters in one statement, and a letter is three bytes at most. */
const BATCH_LETTERS = 2 * 1024 * 1024
/** How many rows are made before the engine's answers are looked at. */
const ROWS_AT_A_STRETCH = 50

export async function writeHubs(turn: Turn, hubs: readonly NewHub[]): Promise<void> {
  for (const batch of batchesOf(hubs, () => 1)) {
    await turn.write((tx) => runGroups(tx, batch, hubStatement, ({ id, revision }) => ({ id, revision })))
  }
}

/**
 * Rows, and what they hang off and lead to: each batch a transaction. The next batch is made while the engine writes.
 * @returns the hashes of all rows
 */
export async function writeRows(
  turn: Turn,
  rows: Iterable<PlacedRow>,
  loadSet: string,
  onProgress: (done: number) => void,
): Promise<readonly string[]> {
  const hashes: string[] = []
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const batch of batchesAhead(rows)) {
      for (const { hash } of batch) hashes.push(hash)
      await writing
      onProgress(hashes.length - batch.length)
      writing = turn.write((tx) => writeBatch(tx, batch, loadSet))
      // It is waited for, and its failure met, at the next turn or below.
      writing.catch(() => undefined)
    }
  } finally {
    await writing
  }
  onProgress(hashes.length)
  return hashes
}

/** Making rows takes the thread for itself; a pause now and then lets the statements of the batch before go on. */
async function* batchesAhead(rows: Iterable<PlacedRow>): AsyncGenerator<readonly PlacedRow[]> {
  let batch: PlacedRow[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length % ROWS_AT_A_STRETCH === 0) await setImmediate()
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function writeBatch(tx: StatementRunner, batch: readonly PlacedRow[], loadSet: string): Promise<void> {
  await runGroups(
    tx,
    batch,
    ({ spec }) => writes.createRows[spec.label],
    (row) => propertiesOf(row, loadSet),
  )
  await runGroups(
    tx,
    batch.flatMap((row) => (row.spec.hub ? [{ row, hub: row.spec.hub }] : [])),
    ({ hub }) => writes.attachRows[hub.label],
    ({ row, hub }) => ({ ...keyOf(row), hub: hub.id }),
  )
  await runGroups(
    tx,
    batch.flatMap((row) => row.spec.edges.map((edge) => ({ row, edge }))),
    ({ edge }) => edgeStatement(edge.type, edge.label),
    ({ row, edge: { id: to, place } }) => ({ ...keyOf(row), to, ...(place === undefined ? {} : { place }) }),
  )
}

/** The latest row of each thing holds until the revision. */
export async function endRows(turn: Turn, things: readonly string[], revision: number): Promise<void> {
  for (const keys of batchesOf(things, lettersOf))
    await turn.write((tx) => tx.run(writes.endRows.text, { keys, open: OPEN, revision }))
}

function hubStatement({ label, kind }: NewHub): Statement<object> {
  if (label !== 'Entity') return writes.createHubs[label]
  if (kind === null) throw new DomainError('INTERNAL', 'An entity has a kind.')
  return writes.createEntityHubs[kind]
}

function edgeStatement(type: string, label: string): Statement<object> {
  const found = writes.createEdges[`${type}>${label}`]
  if (!found) throw new DomainError('INTERNAL', `No statement writes the edge ${type} to ${label}.`)
  return found
}

const keyOf = ({ spec, fromRevision }: PlacedRow): { readonly thing: string; readonly revision: number } => ({
  thing: spec.thing,
  revision: fromRevision,
})

const propertiesOf = (
  { spec, hash, fromRevision, untilRevision, recordedIn }: PlacedRow,
  loadSet: string,
): Parameter => ({
  ...spec.properties,
  label: spec.label,
  thing: spec.thing,
  ...(spec.hub ? { hub: spec.hub.label } : {}),
  hash,
  loadSet,
  fromRevision,
  untilRevision,
  ...(recordedIn === null ? {} : { recordedIn }),
})

async function runGroups<T>(
  tx: StatementRunner,
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
  for (const [{ text }, group] of groups) {
    for (const rows of batchesOf(group.map(toRow), lettersOf)) await tx.run(text, { rows })
  }
}

function batchesOf<T>(items: readonly T[], sizeOf: (item: T) => number): readonly (readonly T[])[] {
  const batches: T[][] = []
  let letters = 0
  for (const item of items) {
    const size = sizeOf(item)
    const current = batches.at(-1)
    if (current && current.length < BATCH && letters + size <= BATCH_LETTERS) {
      current.push(item)
      letters += size
    } else {
      batches.push([item])
      letters = size
    }
  }
  return batches
}

function lettersOf(value: Parameter): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  let letters = 0
  for (const [key, item] of Object.entries(value)) letters += key.length + lettersOf(item)
  return letters
}
