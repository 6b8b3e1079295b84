import type { WholeClaim } from '../domain/graph-store.ts'
import type { Row } from './engines/engine.ts'
import { createHeldRows, type FetchStates } from './held-rows.ts'
import { createHold } from './hold.ts'
import { isRecord, toList, toNamedRefs, toWholeClaim } from './to-domain.ts'

/** In letters of JSON: some five thousand claims with all that was said on them. */
const MOST_LETTERS = 16 * 1024 * 1024

/**
 * Claims by all that they are made of: the same content gives the same object, parsed once, so that what is derived of
 * it can be kept beside it.
 *
 * @param fetch reads the states of whom and what claims name, where those are not held either
 */
export function createHeldClaims(fetch: FetchStates, most = MOST_LETTERS) {
  const held = createHold<WholeClaim>(most)
  const namedRows = createHeldRows(fetch)

  /** The claims of rows of the whole-claim statement, read at a revision, in their order. */
  return async (rows: readonly Row[], at: number): Promise<readonly WholeClaim[]> => {
    const read = rows.map((row) => ({ row, key: contentOf(row) })).map((one) => ({ ...one, known: held.get(one.key) }))
    const missing = read.flatMap(({ row, known }) => (known ? [] : [row]))
    const named = await namedRows(missing.flatMap(toNamedRefs), at)
    return read.map(({ row, key, known }) => {
      if (known) return known
      const claim = toWholeClaim(row, named)
      held.set(key, claim, key.length + lettersOf(row))
      return claim
    })
  }
}

/** Hashes of content, and the revisions that a claim tells of: equal for equal claims alone. */
function contentOf(row: Row): string {
  let content = `${row.id} ${row.hash}@${row.changedIn}`
  for (const list of [row.assertions, row.remarks, row.sayers, row.publishers, row.parties]) {
    content += '|'
    for (const one of toList(list))
      if (isRecord(one)) content += ` ${one.hash}@${one.recordedIn ?? one.fromRevision ?? ''}`
  }
  return content
}

const lettersOf = (row: Row): number =>
  [row, ...toList(row.assertions), ...toList(row.remarks)]
    .filter(isRecord)
    .reduce((sum, { json, statusJson = '' }) => sum + String(json).length + String(statusJson).length, 0)
