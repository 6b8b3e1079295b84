import type { Entity } from '../domain/entity.ts'
import type { Source } from '../domain/source.ts'
import type { Row } from './engines/engine.ts'
import { createHold } from './hold.ts'
import { isOfKind } from './thing-key.ts'
import { parseJson, toList } from './to-domain.ts'

/** Whose state, and the hash of what it holds. */
export interface StateRef {
  /** 'Entity:x' */
  readonly thing: string
  readonly hash: string
}

/** The state of an entity or a document, as a claim names it. */
export type NamedRow =
  | { readonly kind: 'Entity'; readonly entity: Entity }
  | { readonly kind: 'Source'; readonly source: Source; readonly ancestors: readonly string[] }

/** Reads the states that things have at a revision. */
export type FetchStates = (things: readonly string[], at: number) => Promise<readonly Row[]>

/** In letters of JSON: some thousand documents with all their versions. */
const MOST_LETTERS = 16 * 1024 * 1024

/**
 * What claims name, by the hash of its content: a document that fifty claims were read in is fetched and parsed once.
 */
export function createHeldRows(fetch: FetchStates, most = MOST_LETTERS) {
  const held = createHold<NamedRow>(most)

  /** One statement for all that is not held; none where all of it is. */
  return async (refs: readonly StateRef[], at: number): Promise<ReadonlyMap<string, NamedRow>> => {
    const found = new Map<string, NamedRow>()
    const missing = new Set<string>()
    for (const { thing, hash } of refs) {
      if (found.has(hash)) continue
      const known = held.get(hash)
      if (known) found.set(hash, known)
      else missing.add(thing)
    }
    for (const row of missing.size === 0 ? [] : await fetch([...missing], at)) {
      const named = toNamedRow(row)
      const hash = String(row.hash)
      found.set(hash, named)
      held.set(hash, named, String(row.json).length)
    }
    return found
  }
}

const toNamedRow = (row: Row): NamedRow =>
  isOfKind(row.thing, 'Entity')
    ? { kind: 'Entity', entity: parseJson(row.json) }
    : { kind: 'Source', source: parseJson(row.json), ancestors: toList(row.ancestors).map(String) }
