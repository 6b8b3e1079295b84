import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type YAMLMap } from 'yaml'
import { TOO_MANY_ALIASES } from './limited-tokens.ts'
import { MAX_ALIASES, MAX_INDICATORS } from './seed-limits.ts'

interface NodeProblem {
  readonly message: string
  readonly offset: number
}

interface Anchored {
  /** Size of the value with all aliases expanded; null while it is being read. */
  size: Size | null
  /** Offset of a text with this anchor, until an alias uses it; null for other values. */
  unusedText: number | null
}
interface Size {
  readonly nodes: number
  readonly aliases: number
}

/**
 * Refuses repeated keys, merge keys, texts with an unused anchor, and aliases that are undefined, circular or too large when
 * expanded. The same checks of the library take time that grows with the square of keys and aliases.
 */
export function checkNodes(contents: unknown): NodeProblem | null {
  const anchors = new Map<string, Anchored>()
  const allAnchored: Anchored[] = []
  let problem: NodeProblem | null = null
  let firstAlias = 0
  const broken = (message: string, offset: number): Size => {
    problem ??= { message, offset }
    return { nodes: 0, aliases: 0 }
  }

  function sizeOf(node: unknown): Size {
    if (problem !== null) return { nodes: 0, aliases: 0 }
    if (isPair(node)) return sum([sizeOf(node.key), sizeOf(node.value)])
    if (isAlias(node)) return sizeOfAlias(node.source, node.range?.[0] ?? 0)
    if (!isNode(node)) return { nodes: 0, aliases: 0 }
    const own: Anchored = { size: null, unusedText: isScalar(node) ? (node.range?.[0] ?? 0) : null }
    if (node.anchor) {
      allAnchored.push(own)
      anchors.set(node.anchor, own)
    }
    const merge = isMap(node) ? findMergeKey(node) : null
    if (merge !== null) return broken('has a merge key (<<), which would copy nothing: write the keys out', merge)
    const repeated = isMap(node) ? findRepeatedKey(node) : null
    if (repeated !== null) return broken('has this key twice: keep one', repeated)
    const items: readonly unknown[] = isMap(node) || isSeq(node) ? node.items : []
    own.size = sum([{ nodes: 1, aliases: 0 }, ...items.map(sizeOf)])
    return own.size
  }

  function sizeOfAlias(source: string, offset: number): Size {
    firstAlias ||= offset
    const anchored = anchors.get(source)
    if (!anchored) return broken('uses an alias without an anchor before it: write the value out', offset)
    anchored.unusedText = null
    if (anchored.size === null) return broken('contains itself by this alias: write the value out', offset)
    return sum([anchored.size, { nodes: 0, aliases: 1 }])
  }

  const { nodes, aliases } = sizeOf(contents)
  if (problem !== null) return problem
  const unused = allAnchored.find(({ unusedText }) => unusedText !== null)
  if (unused) return { message: UNUSED_ANCHOR, offset: unused.unusedText ?? 0 }
  return aliases > MAX_ALIASES || nodes > MAX_INDICATORS ? { message: TOO_MANY_ALIASES, offset: firstAlias } : null
}

const UNUSED_ANCHOR = 'has an anchor (&…) before it, which no alias uses: put the text in quotes if this is part of it'

function sum(sizes: readonly Size[]): Size {
  let [nodes, aliases] = [0, 0]
  for (const size of sizes) {
    nodes += size.nodes
    aliases += size.aliases
  }
  return { nodes, aliases }
}

/** @returns the offset of the key */
function findMergeKey({ items }: YAMLMap): number | null {
  const found = items.find(({ key }) => isScalar(key) && key.value === '<<')
  return isScalar(found?.key) ? (found.key.range?.[0] ?? 0) : null
}

/** @returns the offset of the node */
function findRepeatedKey({ items }: YAMLMap): number | null {
  const seen = new Set<unknown>()
  for (const { key } of items) {
    if (!isScalar(key)) continue
    if (seen.has(key.value)) return key.range?.[0] ?? 0
    seen.add(key.value)
  }
  return null
}
