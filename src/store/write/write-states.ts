import { setImmediate } from 'node:timers/promises'
import type { EntityKind } from '../../domain/entity.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Properties, RowSpec } from '../encoding/new-state.ts'
import type { HubLabel } from '../encoding/node-labels.ts'
import { OPEN } from '../encoding/schema.ts'
import type { Parameter, StatementRunner } from '../engines/engine.ts'
import type { Statement } from '../queries/statement.ts'
import * as writes from '../queries/writes.ts'
import type { Turn } from './load-lock.ts'

/** A row with its place in record time; a thing has one from a revision. */
export interface PlacedRow {
  readonly spec: RowSpec
  readonly hash: number
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

/** Slugs and identifiers are short (ingest/seed-schema.ts), so that of what is only named so many fit into a statement too. */
const BATCH = 500
/** Engines take 8 MiB of parameters in one statement, and a letter is three bytes at most. */
const BATCH_LETTERS = 2 * 1024 * 1024
/** How many rows are made before the engine's answers are looked at. */
const ROWS_AT_A_STRETCH = 50

/** What one transaction writes: statements that may run side by side, step by step. */
interface Batch {
  readonly hashes: readonly number[]
  readonly steps: readonly (readonly Write[])[]
}

interface Write {
  readonly text: string
  readonly rows: readonly Parameter[]
}

export async function writeHubs(turn: Turn, hubs: readonly NewHub[]): Promise<void> {
  for (const batch of partsOf(hubs)) {
    const writes = group(batch, hubStatement, ({ id, revision }) => ({ id, revision }))
    await turn.write((tx) => runSideBySide(tx, writes))
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
): Promise<readonly number[]> {
  const hashes: number[] = []
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const batch of batchesAhead(rows, loadSet)) {
      await writing
      onProgress(hashes.length)
      for (const hash of batch.hashes) hashes.push(hash)
      writing = turn.write(async (tx) => {
        for (const step of batch.steps) await runSideBySide(tx, step)
      })
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
async function* batchesAhead(rows: Iterable<PlacedRow>, loadSet: string): AsyncGenerator<Batch> {
  let batch: PlacedRow[] = []
  let letters = 0
  for (const row of rows) {
    const more = lettersOf(row.spec.properties)
    if (batch.length === BATCH || (batch.length > 0 && letters + more > BATCH_LETTERS)) {
      yield toBatch(batch, loadSet)
      batch = []
      letters = 0
    }
    batch.push(row)
    letters += more
    if (batch.length % ROWS_AT_A_STRETCH === 0) await setImmediate()
  }
  if (batch.length > 0) yield toBatch(batch, loadSet)
}

function toBatch(batch: readonly PlacedRow[], loadSet: string): Batch {
  const attached = batch.flatMap((row) => (row.spec.hub ? [{ row, hub: row.spec.hub }] : []))
  const edges = batch.flatMap((row) => row.spec.edges.map((edge) => ({ row, edge })))
  return {
    hashes: batch.map(({ hash }) => hash),
    steps: [
      group(
        batch,
        ({ spec }) => writes.createRows[spec.label],
        (row) => propertiesOf(row, loadSet),
      ),
      [
        ...group(
          attached,
          ({ hub }) => writes.attachRows[hub.label],
          ({ row, hub }) => ({ ...keyOf(row), hub: hub.id }),
        ),
        ...group(
          edges,
          ({ edge }) => edgeStatement(edge.type, edge.label),
          ({ row, edge: { id: to, place } }) => ({ ...keyOf(row), to, ...(place === undefined ? {} : { place }) }),
        ),
      ],
    ],
  }
}

/** The latest row of each thing holds until the revision. */
export async function endRows(turn: Turn, things: readonly string[], revision: number): Promise<void> {
  for (const keys of partsOf(things))
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
  thing: spec.thing,
  hash,
  loadSet,
  fromRevision,
  untilRevision,
  ...(recordedIn === null ? {} : { recordedIn }),
})

/** What one statement writes, of at most so many rows. */
function group<T>(
  items: readonly T[],
  statementOf: (item: T) => Statement<object>,
  toRow: (item: T) => Parameter,
): readonly Write[] {
  const groups = new Map<Statement<object>, Parameter[]>()
  for (const item of items) {
    const key = statementOf(item)
    const known = groups.get(key)
    if (known) known.push(toRow(item))
    else groups.set(key, [toRow(item)])
  }
  return [...groups].flatMap(([{ text }, all]) => partsOf(all).map((rows) => ({ text, rows })))
}

const runSideBySide = (tx: StatementRunner, writes: readonly Write[]): Promise<unknown> =>
  Promise.all(writes.map(({ text, rows }) => tx.run(text, { rows })))

/** A story may select more claims than one statement should lead to. */
function partsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= BATCH) return items.length === 0 ? [] : [items]
  const count = Math.ceil(items.length / BATCH)
  return Array.from({ length: count }, (_, part) => items.slice(part * BATCH, (part + 1) * BATCH))
}

function lettersOf(properties: Properties): number {
  let letters = 0
  for (const value of Object.values(properties)) {
    if (typeof value === 'string') letters += value.length
    else if (Array.isArray(value)) for (const text of value) letters += text.length
  }
  return letters
}
