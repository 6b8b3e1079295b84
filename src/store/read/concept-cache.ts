import { createHash } from 'node:crypto'
import type { Cache } from '../../cache/create-cache.ts'
import { parsedBytes } from '../../cache/parsed-bytes.ts'
import type { Concept } from '../../domain/concept.ts'
import { type ConceptTree, conceptTree } from '../../domain/concept-tree.ts'
import { parseJson } from '../encoding/to-domain.ts'

interface CachedTree {
  readonly tree: ConceptTree
  readonly bytes: number
}

/** Bytes of a concept's entries in the two maps of its tree. */
const IN_TREE_BYTES = 200

/**
 * Caches concept trees by the hash of their content. Revisions with equal concepts share one object, and with it the names derived
 * from it. Concurrent requests share one read.
 */
export function createConceptCache(cache: Cache) {
  const trees = cache.namespace<CachedTree>('concepts', { bytesOf: ({ bytes }) => bytes })
  const hashes = cache.namespace<string>('concept-hashes', { bytesOf: ({ length }) => length })
  const reading = new Map<string, Promise<ConceptTree>>()

  function toTree(key: string, texts: readonly string[]): ConceptTree {
    const hash = createHash('sha256').update(texts.join('\n')).digest('base64url')
    hashes.set(key, hash)
    const known = trees.get(hash)
    if (known) return known.tree
    const tree = conceptTree(texts.map((text) => parseJson<Concept>(text)))
    trees.set(hash, { tree, bytes: texts.reduce((sum, text) => sum + IN_TREE_BYTES + parsedBytes(text), 0) })
    return tree
  }

  /**
   * @param key kind and revision
   * @param read reads the concepts as JSON
   */
  return async (key: string, read: () => Promise<readonly string[]>): Promise<ConceptTree> => {
    const known = trees.get(hashes.get(key) ?? '')
    if (known) return known.tree
    const awaited = reading.get(key)
    if (awaited) return awaited
    const mine = read()
      .then((texts) => toTree(key, texts))
      .finally(() => reading.delete(key))
    reading.set(key, mine)
    return mine
  }
}
