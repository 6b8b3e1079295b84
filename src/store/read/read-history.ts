import { STATUSES } from '../../domain/claim-status-types.ts'
import type { History, HistoryEntry, HistoryState } from '../../domain/history.ts'
import { historyOrder } from '../../domain/history.ts'
import { listOf, OBJECT_KINDS, readObjectKey } from '../../domain/object-key.ts'
import { seedLoadReason } from '../../domain/revision.ts'
import { BEFORE_FIRST, type RevisionNumber, toRevisionNumber } from '../../domain/revision-number.ts'
import type { Standing } from '../../domain/standing.ts'
import { isDraftState, parseStored, storedValue } from '../encoding/parse-stored.ts'
import { toRename, toRevision } from '../encoding/to-domain.ts'
import type { Engine, Parameters, Row } from '../engines/engine.ts'
import * as queries from '../queries/begun-states.ts'
import type { Statement } from '../queries/statement.ts'
import * as database from '../queries/store-state.ts'

/** Number of objects that one statement reads in full. */
const BATCH = 500
/** Number of claims that one statement reads with their assertions. */
const CLAIMS = 200

interface ReadOptions {
  /** Whether the history includes drafts, and revisions that have only drafts. */
  readonly drafts: boolean
}

/**
 * Reads the history of a database up to its newest revision. Entries are read while they are iterated. The memory has the keys
 * of all claims, and of all changes after the first load.
 */
export async function readHistory(engine: Engine, { drafts }: ReadOptions): Promise<History> {
  await engine.prepareLoads()
  const run = (statement: Statement<object>, parameters: Parameters = {}): Promise<readonly Row[]> =>
    engine.forLoads.run(statement.text, parameters)
  const [state] = await run(database.readStoreState)
  const newest = toRevisionNumber(Number(state?.published ?? 0))
  const nodes = await run(queries.revisionNodes, { revision: newest, drafts })
  const revisions = nodes.map(toRevision)
  const revision = revisions.at(-1)?.number ?? BEFORE_FIRST
  const first = await findFirstLoad(run, nodes)
  const [counted] = await run(queries.countStates, { revision, drafts })
  const read = createReader(run, drafts)

  async function* entries(): AsyncIterable<HistoryEntry> {
    const [loaded, later] = [revisions.slice(0, first), revisions.slice(first)]
    for (const one of loaded) yield { kind: 'REVISION', revision: one }
    const last = loaded.at(-1)?.number ?? BEFORE_FIRST
    if (loaded.length > 0) yield* read.firstStates(last)
    const changes = await read.laterKeys(last, revision)
    for (const one of later) {
      yield { kind: 'REVISION', revision: one }
      const { begun = [], ended = [] } = changes.get(one.number) ?? {}
      yield* await read.statesOf(one.number, begun)
      const isBegun = new Set(begun)
      for (const thing of [...new Set(ended)].sort()) {
        const key = readObjectKey(thing)
        if (key !== null && !isBegun.has(thing)) yield { kind: 'END', key }
      }
    }
    if (drafts) yield* await read.sets()
  }
  return { revision, revisions: revisions.length, firstLoad: first, states: Number(counted?.total ?? 0), entries }
}

type Run = (statement: Statement<object>, parameters?: Parameters) => Promise<readonly Row[]>

/**
 * Finds the revisions that the first load published together. Their states were derived from all objects of the load, so an
 * import derives them together again. A first load ends no object and changes the content of no claim.
 * @returns their number
 */
async function findFirstLoad(run: Run, nodes: readonly Row[]): Promise<number> {
  const [head] = nodes
  if (!head || !String(head.reason).startsWith(seedLoadReason(''))) return 0
  const alike = nodes.findIndex(
    (node, index) =>
      Number(node.number) !== index + 1 ||
      node.namesChanges === true ||
      node.visibility != null ||
      node.author !== head.author ||
      node.reason !== head.reason,
  )
  const last = alike === -1 ? nodes.length : alike
  const at = { revision: last, drafts: true }
  const bounds = [
    ...(await run(queries.firstEnd, at)),
    ...(await run(queries.firstClaimEnd, { ...at, absent: 0 })),
    ...(await run(queries.firstDraft)),
  ]
  const ends = bounds.flatMap(({ revision }) => (revision == null ? [] : [Number(revision)]))
  return Math.min(last, ...ends.map((revision) => revision - 1))
}

function createReader(run: Run, drafts: boolean) {
  async function* batches(keys: readonly string[], size: number): AsyncIterable<readonly string[]> {
    for (let from = 0; from < keys.length; from += size) yield keys.slice(from, from + size)
  }

  return {
    /** States of the first load, in `historyOrder`. */
    async *firstStates(revision: RevisionNumber): AsyncIterable<HistoryState> {
      const at = { revision, drafts }
      for (const label of LABELS) {
        const things = (await run(queries.begunObjects[label], at)).map(({ thing }) => String(thing)).sort()
        for await (const keys of batches(things, label === 'ClaimState' ? CLAIMS : BATCH)) {
          const ids = label === 'ClaimState' ? keys.flatMap((key) => readObjectKey(key)?.id ?? []) : []
          const found = [
            ...(await run(queries.begunStates, { ...at, keys })),
            ...(ids.length === 0 ? [] : await run(queries.begunAssertions, { ...at, keys: ids })),
          ]
          yield* inOrder(found.map(toHistoryState))
        }
      }
    },
    /** States that begin in a later revision, in `historyOrder`. */
    async statesOf(revision: RevisionNumber, things: readonly string[]): Promise<readonly HistoryState[]> {
      const states: HistoryState[] = []
      for await (const keys of batches(things, BATCH))
        for (const found of await run(queries.statesBegunIn, { revision, drafts, keys }))
          states.push(toHistoryState(found))
      return inOrder(states)
    },
    /** Revision → keys of the objects that begin and end in it. */
    async laterKeys(after: RevisionNumber, revision: RevisionNumber): Promise<ReadonlyMap<number, LaterKeys>> {
      const keys = new Map<number, LaterKeys>()
      const listOfRevision = (of: unknown, list: keyof LaterKeys): string[] => {
        const known = keys.get(Number(of)) ?? { begun: [], ended: [] }
        keys.set(Number(of), known)
        return known[list]
      }
      const range = { after, revision, drafts }
      for (const found of await run(queries.laterBeginnings, range))
        listOfRevision(found.revision, 'begun').push(String(found.thing))
      for (const found of await run(queries.laterEnds, range))
        listOfRevision(found.revision, 'ended').push(String(found.thing))
      return keys
    },
    async sets(): Promise<readonly HistoryEntry[]> {
      const sets = (await run(queries.loadedSets)).map(({ loadSet, contentHash }) => ({
        kind: 'SET' as const,
        set: String(loadSet),
        contentHash: String(contentHash),
      }))
      return sets.sort((a, b) => (a.set < b.set ? -1 : 1))
    },
  }
}

interface LaterKeys {
  readonly begun: string[]
  readonly ended: string[]
}

/** Labels of states in the order of a history. Assertions come with their claims. */
const LABELS = [
  'EntityState',
  'ConceptState',
  'SourceState',
  'FormerSlug',
  'ClaimState',
  'ClaimRelation',
  'Assessment',
  'StoryState',
] as const

function inOrder(states: readonly HistoryState[]): readonly HistoryState[] {
  const placed = states.map((state) => ({ state, order: historyOrder(state) }))
  return placed.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ state }) => state)
}

function toHistoryState(found: Row): HistoryState {
  const thing = String(found.thing)
  const list = listOf(storedValue('kind of an object', readObjectKey(thing)?.kind ?? thing, OBJECT_KINDS))
  const item: unknown = list === 'renames' ? toRename(found) : parseStored(list, found.json)
  const standing = list === 'claims' ? toStanding(found) : null
  return {
    kind: 'STATE',
    list,
    item,
    from: toRevisionNumber(Number(found.begun)),
    set: String(found.loadSet),
    isDraft: isDraftState(found.visibility),
    recordedIn: found.recordedIn == null ? null : toRevisionNumber(Number(found.recordedIn)),
    standing,
    hash: Number(found.hash),
  } as HistoryState
}

const toStanding = ({ status, polarity }: Row): Standing => ({
  status: storedValue('status', status, STATUSES),
  polarity: polarity == null ? null : storedValue('polarity of a status', polarity, ['AFFIRMS', 'NEGATES']),
})
