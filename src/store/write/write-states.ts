import { setImmediate } from 'node:timers/promises'
import type { EntityKind } from '../../domain/entity.ts'
import { DomainError } from '../../domain/errors.ts'
import type { NewState, Properties } from '../encoding/new-state.ts'
import type { IdentityLabel } from '../encoding/node-labels.ts'
import { OPEN } from '../encoding/schema.ts'
import type { Parameter, StatementRunner } from '../engines/engine.ts'
import * as writes from '../queries/create-states.ts'
import type { Statement } from '../queries/statement.ts'
import { inBatches } from './in-batches.ts'
import type { LoadLock } from './load-lock.ts'

/** A state with its revisions. */
export interface PlacedState {
  readonly spec: NewState
  readonly hash: number
  /** The set of seeds that the state belongs to. */
  readonly loadSet: string
  readonly fromRevision: number
  readonly untilRevision: number
  /** Revision that first recorded the content, if that is earlier than `fromRevision`; null otherwise. */
  readonly recordedIn: number | null
}

export interface NewIdentity {
  readonly label: IdentityLabel
  readonly id: string
  readonly revision: number
  readonly kind: EntityKind | null
}

/** Maximum number of states or edges in a statement. Slugs are short (ingest/seed-schema.ts), so as many references fit. */
const BATCH = 500
/** Maximum number of characters in a batch: engines take 8 MiB of parameters, and a character has at most three bytes. */
const BATCH_CHARACTERS = 2 * 1024 * 1024
/** Number of states that are made before the event loop gets a turn. */
const STATES_PER_TURN = 50

/** Writes of one transaction, in steps: the statements of a step run side by side. */
interface Batch {
  readonly hashes: readonly number[]
  readonly steps: readonly (readonly Write[])[]
}

interface Write {
  readonly text: string
  readonly rows: readonly Parameter[]
}

export async function writeIdentities(lock: LoadLock, identities: readonly NewIdentity[]): Promise<void> {
  for (const batch of inBatches(identities, BATCH)) {
    const writes = group(batch, identityStatement, ({ id, revision }) => ({ id, revision }))
    await lock.write((tx) => runSideBySide(tx, writes))
  }
}

/**
 * Writes states with their edges, one transaction for each batch. The next batch is made while the engine writes.
 * @returns the hashes of all states
 */
export async function writeStates(
  lock: LoadLock,
  states: Iterable<PlacedState>,
  onProgress: (done: number) => void,
): Promise<readonly number[]> {
  const hashes: number[] = []
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const batch of batchesAhead(states)) {
      await writing
      onProgress(hashes.length)
      for (const hash of batch.hashes) hashes.push(hash)
      writing = lock.write(async (tx) => {
        for (const step of batch.steps) await runSideBySide(tx, step)
      })
      // The next iteration, or the end, awaits the write and meets its failure.
      writing.catch(() => undefined)
    }
  } finally {
    await writing
  }
  onProgress(hashes.length)
  return hashes
}

/** Makes batches of states. Pauses let the statements of the previous batch go on. */
async function* batchesAhead(states: Iterable<PlacedState>): AsyncGenerator<Batch> {
  let batch: PlacedState[] = []
  let characters = 0
  for (const state of states) {
    const more = charactersOf(state.spec.properties)
    if (batch.length === BATCH || (batch.length > 0 && characters + more > BATCH_CHARACTERS)) {
      yield toBatch(batch)
      batch = []
      characters = 0
    }
    batch.push(state)
    characters += more
    if (batch.length % STATES_PER_TURN === 0) await setImmediate()
  }
  if (batch.length > 0) yield toBatch(batch)
}

function toBatch(batch: readonly PlacedState[]): Batch {
  const attached = batch.flatMap((row) => (row.spec.identity ? [{ row, identity: row.spec.identity }] : []))
  const edges = batch.flatMap((row) => row.spec.edges.map((edge) => ({ row, edge })))
  return {
    hashes: batch.map(({ hash }) => hash),
    steps: [
      group(batch, ({ spec }) => writes.createStates[spec.label], propertiesOf),
      [
        ...group(
          attached,
          ({ identity }) => writes.attachStates[identity.label],
          ({ row, identity }) => ({ ...keyOf(row), identity: identity.id }),
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

/** Ends the newest state of each thing at a revision. */
export async function endStates(lock: LoadLock, things: readonly string[], revision: number): Promise<void> {
  for (const keys of inBatches(things, BATCH))
    await lock.write((tx) => tx.run(writes.endStates.text, { keys, open: OPEN, revision }))
}

function identityStatement({ label, kind }: NewIdentity): Statement<object> {
  if (label !== 'Entity') return writes.createIdentities[label]
  if (kind === null) throw new DomainError('INTERNAL', 'An entity has a kind.')
  return writes.createEntityIdentities[kind]
}

function edgeStatement(type: string, label: string): Statement<object> {
  const found = writes.createEdges[`${type}>${label}`]
  if (!found) throw new DomainError('INTERNAL', `No statement writes the edge ${type} to ${label}.`)
  return found
}

const keyOf = ({ spec, fromRevision }: PlacedState): { readonly thing: string; readonly revision: number } => ({
  thing: spec.thing,
  revision: fromRevision,
})

const propertiesOf = ({ spec, hash, loadSet, fromRevision, untilRevision, recordedIn }: PlacedState): Parameter => ({
  ...spec.properties,
  thing: spec.thing,
  hash,
  loadSet,
  fromRevision,
  untilRevision,
  ...(recordedIn === null ? {} : { recordedIn }),
})

/** Writes of one statement each, with at most BATCH states. */
function group<T>(
  items: readonly T[],
  statementOf: (item: T) => Statement<object>,
  toState: (item: T) => Parameter,
): readonly Write[] {
  const groups = new Map<Statement<object>, Parameter[]>()
  for (const item of items) {
    const key = statementOf(item)
    const known = groups.get(key)
    if (known) known.push(toState(item))
    else groups.set(key, [toState(item)])
  }
  return [...groups].flatMap(([{ text }, all]) => inBatches(all, BATCH).map((rows) => ({ text, rows })))
}

const runSideBySide = (tx: StatementRunner, writes: readonly Write[]): Promise<unknown> =>
  Promise.all(writes.map(({ text, rows }) => tx.run(text, { rows })))

function charactersOf(properties: Properties): number {
  let characters = 0
  for (const value of Object.values(properties)) {
    if (typeof value === 'string') characters += value.length
    else if (Array.isArray(value)) for (const text of value) characters += text.length
  }
  return characters
}
