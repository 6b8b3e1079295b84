import type { Entity } from '../domain/entity.ts'
import type { Source } from '../domain/source.ts'
import type { Row } from './engines/engine.ts'
import { parseJson, toList } from './to-domain.ts'

/** Which row, and the hash of what it holds. */
export interface RowRef {
  readonly id: string
  readonly hash: string
}

/** The state of an entity or a document, as a claim names it. */
export type NamedRow =
  | { readonly label: 'EntityRow'; readonly entity: Entity }
  | { readonly label: 'SourceRow'; readonly source: Source; readonly ancestors: readonly string[] }

/** In letters of JSON: some thousand documents with all their versions. */
const MOST_LETTERS = 32 * 1024 * 1024

/**
 * What claims name, by the hash of its content: a document that fifty claims were read in is fetched and parsed once,
 * and by then never again. Nothing here can become wrong, whatever happens to the record; the least recently used goes.
 */
export function createHeldRows(fetch: (ids: readonly string[]) => Promise<readonly Row[]>, most = MOST_LETTERS) {
  const held = new Map<string, { readonly row: NamedRow; readonly letters: number }>()
  let letters = 0

  function hold(hash: string, row: NamedRow, size: number): void {
    letters += size - (held.get(hash)?.letters ?? 0)
    held.delete(hash)
    held.set(hash, { row, letters: size })
    for (const [oldest, { letters: own }] of held) {
      if (letters <= most) return
      held.delete(oldest)
      letters -= own
    }
  }

  /** One statement for all that is not held; none where all of it is. */
  return async (refs: readonly RowRef[]): Promise<ReadonlyMap<string, NamedRow>> => {
    const found = new Map<string, NamedRow>()
    const missing = new Set<string>()
    for (const { id, hash } of refs) {
      const known = held.get(hash)
      if (!known) missing.add(id)
      else if (!found.has(hash)) {
        found.set(hash, known.row)
        hold(hash, known.row, known.letters)
      }
    }
    for (const row of missing.size === 0 ? [] : await fetch([...missing])) {
      const named = toNamedRow(row)
      const hash = String(row.hash)
      found.set(hash, named)
      hold(hash, named, String(row.json).length)
    }
    return found
  }
}

const toNamedRow = (row: Row): NamedRow =>
  row.label === 'EntityRow'
    ? { label: 'EntityRow', entity: parseJson(row.json) }
    : { label: 'SourceRow', source: parseJson(row.json), ancestors: toList(row.ancestors).map(String) }
