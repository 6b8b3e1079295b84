import type { Entity } from '../domain/entity.ts'
import type { Source } from '../domain/source.ts'
import type { Row } from './engines/engine.ts'
import { createHold } from './hold.ts'
import { isOfKind, type StateRef, stateKey } from './thing-key.ts'
import { parseJson, toList } from './to-domain.ts'

/** The state of an entity or a document, as a claim names it. */
export type NamedRow =
  | { readonly kind: 'Entity'; readonly entity: Entity }
  | { readonly kind: 'Source'; readonly source: Source; readonly ancestors: readonly string[] }

/** Reads the states that things have at a revision. */
export type FetchStates = (things: readonly string[], at: number) => Promise<readonly Row[]>

/** In letters of JSON: some thousand documents with all their versions. */
const MOST_LETTERS = 16 * 1024 * 1024

/**
 * What claims name, by thing and the hash of its content: a document that fifty claims were read in is fetched and parsed once.
 */
export function createHeldRows(fetch: FetchStates, most = MOST_LETTERS) {
  const held = createHold<NamedRow>(most)

  /** One statement for all that is not held; none where all of it is. */
  return async (refs: readonly StateRef[], at: number): Promise<ReadonlyMap<string, NamedRow>> => {
    const found = new Map<string, NamedRow>()
    const missing = new Set<string>()
    for (const ref of refs) {
      const state = stateKey(ref)
      if (found.has(state)) continue
      const known = held.get(state)
      if (known) found.set(state, known)
      else missing.add(ref.thing)
    }
    for (const row of missing.size === 0 ? [] : await fetch([...missing], at)) {
      const named = toNamedRow(row)
      const state = stateKey({ thing: String(row.thing), hash: Number(row.hash) })
      found.set(state, named)
      held.set(state, named, String(row.json).length)
    }
    return found
  }
}

const toNamedRow = (row: Row): NamedRow =>
  isOfKind(row.thing, 'Entity')
    ? { kind: 'Entity', entity: parseJson(row.json) }
    : { kind: 'Source', source: parseJson(row.json), ancestors: toList(row.ancestors).map(String) }
