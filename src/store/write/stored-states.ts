import type { ItemTypes } from '../../domain/model-objects.ts'
import { listOf, type ObjectKey, readObjectKey } from '../../domain/object-key.ts'
import { isDraftState, parseStored } from '../encoding/parse-stored.ts'
import { OPEN } from '../encoding/schema.ts'
import { toRename } from '../encoding/to-domain.ts'
import type { Engine, Parameter, Row } from '../engines/engine.ts'
import type { Statement } from '../queries/statement.ts'
import * as queries from '../queries/stored-states.ts'
import { inBatches } from './in-batches.ts'
import { createObjectTable, type ObjectTable } from './object-table.ts'

/** The newest state of an object, as it is stored. */
export interface StoredState {
  /** Key of the object: 'Claim:x'. */
  readonly thing: string
  readonly hash: number
  readonly loadSet: string
  readonly isDraft: boolean
}

/** Newest states of the database, read on demand and once each. */
export interface StoredStates {
  /** Key → state of each object that was read. */
  readonly states: ReadonlyMap<string, StoredState>
  /** The objects of these states. */
  readonly table: ObjectTable
  /** Reads the states of keys that were not read before. */
  fetch(keys: Iterable<string>): Promise<void>
  /** @returns keys of the objects that refer to one of these by an edge */
  referrers(label: queries.ReferredLabel, ids: readonly string[]): Promise<readonly string[]>
  /** @returns keys of the assertions on these claims */
  assertionsOn(claimIds: readonly string[]): Promise<readonly string[]>
  /** Reads claims of the same subject and predicate. */
  fetchClaimsLike(claims: readonly ItemTypes['claims'][]): Promise<void>
  fetchRenames(): Promise<void>
  /** Reads all relations and stories, which refer to some objects without an edge. @returns their keys */
  fetchEdgeless(): Promise<readonly string[]>
}

export function readStoredStates(engine: Engine): StoredStates {
  const states = new Map<string, StoredState>()
  const table = createObjectTable()
  const looked = new Set<string>()

  function add(rows: readonly Row[]): readonly string[] {
    for (const row of rows) {
      const thing = String(row.thing)
      looked.add(thing)
      const key = readObjectKey(thing)
      if (states.has(thing) || key === null) continue
      const isDraft = isDraftState(row.visibility)
      states.set(thing, { thing, hash: Number(row.hash), loadSet: String(row.loadSet), isDraft })
      addItem(table, key, row, isDraft)
    }
    return [...new Set(rows.map((row) => String(row.thing)))]
  }
  async function readAll(statement: Statement<object>, keys: readonly string[]): Promise<readonly string[]> {
    const found: string[] = []
    for (const some of inBatches(keys))
      found.push(...add(await engine.forLoads.run(statement.text, { keys: some, open: OPEN })))
    return found
  }
  const fetch = async (keys: Iterable<string>): Promise<void> => {
    const missing = [...new Set(keys)].filter((key) => !looked.has(key))
    for (const key of missing) looked.add(key)
    await readAll(queries.newestStates, missing)
  }
  const readEvery = async (statement: Statement<object>): Promise<readonly string[]> =>
    add(await engine.forLoads.run(statement.text, { open: OPEN }))

  return {
    states,
    table,
    fetch,
    referrers: (label, ids) => readAll(queries.referrers[label], ids),
    assertionsOn: (claimIds) => readAll(queries.assertionsOnClaims, claimIds),
    async fetchClaimsLike(claims) {
      for (const kind of ['Entity', 'Source'] as const) {
        const rows: readonly Parameter[] = claims
          .filter(({ subject }) => subject.kind === kind)
          .map(({ subject: { id }, predicate }) => ({ id, predicate }))
        for (const some of inBatches(rows))
          add(await engine.forLoads.run(queries.claimsOfSubjects[kind].text, { rows: some, open: OPEN }))
      }
    },
    fetchRenames: async () => void (await readEvery(queries.newestRenames)),
    fetchEdgeless: async () => [
      ...(await readEvery(queries.newestRelations)),
      ...(await readEvery(queries.newestStories)),
    ],
  }
}

function addItem(table: ObjectTable, { kind }: ObjectKey, row: Row, isDraft: boolean): void {
  const list = listOf(kind)
  if (list === 'renames') table.add(list, { item: toRename(row), recordedAt: '', isDraft })
  else table.add(list, { item: parseStored(list, row.json), recordedAt: '', isDraft })
}
