import { setImmediate } from 'node:timers/promises'
import type { EntityKind } from '../../domain/entity.ts'
import { DomainError } from '../../domain/errors.ts'
import type { NewState } from '../encoding/new-state.ts'
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

/** Maximum number of states in a statement. */
const BATCH = 500
/** Maximum number of characters in a batch: engines take 8 MiB of parameters, and a character has at most three bytes. */
const BATCH_CHARACTERS = 2 * 1024 * 1024
/** Characters of an edge without the id of its target. */
const EDGE_CHARACTERS = 30
/**
 * A commit to Neo4j takes as long as a quarter of a batch of states. The embedded engine would gain nothing, and could not open
 * its file on a full disk after a large transaction failed.
 */
const BATCHES_PER_TRANSACTION = { neo4j: 4, embedded: 1 } as const
/** Number of states that are derived before other work of the event loop runs. */
const STATES_PER_STEP = 50

/** Writes of one transaction. */
interface Batch {
  readonly hashes: readonly number[]
  readonly writes: readonly Write[]
}

interface Write {
  readonly text: string
  readonly rows: readonly Parameter[]
}

export async function writeIdentities(lock: LoadLock, identities: readonly NewIdentity[]): Promise<void> {
  for (const batch of inBatches(identities, BATCH)) {
    const writes = group(batch, identityStatement, ({ id, revision }) => ({ id, revision }))
    await lock.write((tx) => runAll(tx, writes))
  }
}

/**
 * Writes states with their edges. The next batches are derived while the engine writes.
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
    for await (const batch of transactionsAhead(states, BATCHES_PER_TRANSACTION[lock.engineName])) {
      await writing
      onProgress(hashes.length)
      for (const hash of batch.hashes) hashes.push(hash)
      writing = lock.write((tx) => runAll(tx, batch.writes))
      // The next iteration, or the end, awaits the write and throws its error.
      writing.catch(() => undefined)
    }
  } finally {
    await writing
  }
  onProgress(hashes.length)
  return hashes
}

/** Joins the batches of each transaction. */
async function* transactionsAhead(states: Iterable<PlacedState>, batches: number): AsyncGenerator<Batch> {
  let joined: Batch[] = []
  for await (const batch of batchesAhead(states)) {
    joined.push(batch)
    if (joined.length < batches) continue
    yield joinBatches(joined)
    joined = []
  }
  if (joined.length > 0) yield joinBatches(joined)
}

const joinBatches = (batches: readonly Batch[]): Batch => ({
  hashes: batches.flatMap(({ hashes }) => hashes),
  writes: batches.flatMap(({ writes }) => writes),
})

/** Makes batches of states, with pauses in which the statements of the previous batch continue. */
async function* batchesAhead(states: Iterable<PlacedState>): AsyncGenerator<Batch> {
  let batch: PlacedState[] = []
  let characters = 0
  for (const state of states) {
    const more = charactersOf(state.spec)
    if (batch.length === BATCH || (batch.length > 0 && characters + more > BATCH_CHARACTERS)) {
      yield toBatch(batch)
      batch = []
      characters = 0
    }
    batch.push(state)
    characters += more
    if (batch.length % STATES_PER_STEP === 0) await setImmediate()
  }
  if (batch.length > 0) yield toBatch(batch)
}

const toBatch = (batch: readonly PlacedState[]): Batch => ({
  hashes: batch.map(({ hash }) => hash),
  writes: group(batch, ({ spec }) => stateStatement(spec), toStateRow),
})

/** Ends the newest state of each thing at a revision. */
export async function endStates(lock: LoadLock, things: readonly string[], revision: number): Promise<void> {
  for (const keys of inBatches(things, BATCH))
    await lock.write((tx) => tx.run(writes.endStates.text, { keys, open: OPEN, revision }))
}

function identityStatement({ label, kind }: NewIdentity): Statement<object> {
  if (label !== 'Entity') return writes.createIdentities[label]
  if (kind === null) throw new DomainError('INTERNAL', 'An entity has no kind.')
  return writes.createEntityIdentities[kind]
}

function stateStatement({ label, identity }: NewState): Statement<object> {
  const name = identity === null ? label : `${label}>${identity.label}`
  const found = writes.createStates[name]
  if (!found) throw new DomainError('INTERNAL', `No statement writes the state ${name}.`)
  return found
}

/** Row of a state for queries/create-states.ts: properties, and the targets of edges by type and label ('BY_Entity'). */
function toStateRow(state: PlacedState): Parameter {
  const { identity, edges } = state.spec
  const targets: Record<string, Parameter[]> = {}
  for (const { type, label, id, place } of edges) {
    const target: Parameter = place === undefined ? id : { to: id, place }
    const known = targets[`${type}_${label}`]
    if (known) known.push(target)
    else targets[`${type}_${label}`] = [target]
  }
  return { properties: propertiesOf(state), ...(identity && { identity: identity.id }), ...targets }
}

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

/** Sends each statement while the one before runs. */
async function runAll(tx: StatementRunner, writes: readonly Write[]): Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  for (const { text, rows } of writes) {
    const next = tx.run(text, { batch: { items: rows } })
    // The next iteration, or the end, awaits it and throws its error.
    next.catch(() => undefined)
    await last
    last = next
  }
  await last
}

function charactersOf({ properties, edges }: NewState): number {
  let characters = 0
  for (const value of Object.values(properties)) {
    if (typeof value === 'string') characters += value.length
    else if (Array.isArray(value)) for (const text of value) characters += text.length
  }
  for (const { id } of edges) characters += id.length + EDGE_CHARACTERS
  return characters
}
