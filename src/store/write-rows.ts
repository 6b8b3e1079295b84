import { DomainError } from '../domain/errors.ts'
import type { Parameter } from './engines/engine.ts'
import type { HubLabel } from './labels.ts'
import type { Turn } from './load-turn.ts'
import type { Statement } from './queries/statement.ts'
import * as writes from './queries/writes.ts'
import type { RowSpec } from './row-spec.ts'

/** A row with its place in record time. */
export interface PlacedRow {
  readonly id: string
  readonly spec: RowSpec
  readonly hash: string
  readonly fromRevision: number
  readonly untilRevision: number
}

interface NewHub {
  readonly label: HubLabel
  readonly id: string
  readonly revision: number
  readonly kind: string
}

const BATCH = 1000
/** Engines take 8 MiB of parameters in one statement, and a letter is three bytes at most. */
const BATCH_LETTERS = 2 * 1024 * 1024

/** Hubs first, then rows and what they hang off and lead to; in batches, each a transaction. */
export async function writeRows(
  turn: Turn,
  rows: readonly PlacedRow[],
  loadSet: string,
  onProgress: (done: number) => void,
): Promise<void> {
  await writeGroups(
    turn,
    hubsOf(rows),
    (hub) => writes.createHubs[hub.label],
    ({ id, revision, kind }) => ({ id, revision, kind }),
  )
  for (let done = 0; done < rows.length; done += BATCH) {
    const batch = rows.slice(done, done + BATCH)
    await writeGroups(
      turn,
      batch,
      ({ spec }) => writes.createRows[spec.label],
      (row) => propertiesOf(row, loadSet),
    )
    const attached = batch.flatMap(({ id, spec }) => (spec.hub ? [{ row: id, hub: spec.hub }] : []))
    await writeGroups(
      turn,
      attached,
      ({ hub }) => writes.attachRows[hub.label],
      ({ row, hub }) => ({ row, hub: hub.id }),
    )
    const edges = batch.flatMap(({ id, spec }) => spec.edges.map((edge) => ({ row: id, edge })))
    await writeGroups(
      turn,
      edges,
      ({ edge }) => edgeStatement(edge.type, edge.label),
      ({ row, edge }) => ({ row, to: edge.id }),
    )
    onProgress(done + batch.length)
  }
}

export async function endRows(turn: Turn, ids: readonly string[], revision: number): Promise<void> {
  for (const keys of batchesOf(ids)) await turn.write((tx) => tx.run(writes.endRows.text, { keys, revision }))
}

function hubsOf(rows: readonly PlacedRow[]): readonly NewHub[] {
  const hubs = new Map<string, NewHub>()
  const add = (hub: NewHub): void => {
    const key = `${hub.label}:${hub.id}`
    if (!hubs.has(key)) hubs.set(key, hub)
  }
  for (const { spec, fromRevision: revision } of rows) {
    if (spec.hub) add({ ...spec.hub, revision, kind: String(spec.properties.kind ?? '') })
    for (const { label, id } of spec.edges) if (label === 'ExternalId') add({ label, id, revision, kind: '' })
  }
  return [...hubs.values()]
}

function edgeStatement(type: string, label: string): Statement<object> {
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
  turn: Turn,
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
    for (const rows of batchesOf(group.map(toRow))) await turn.write((tx) => tx.run(text, { rows }))
  }
}

function batchesOf<T extends Parameter>(items: readonly T[]): readonly (readonly T[])[] {
  const batches: T[][] = []
  let letters = 0
  for (const item of items) {
    const size = lettersOf(item)
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
