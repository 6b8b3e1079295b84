import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** A node and its ancestors, nearest last. */
export interface Place {
  readonly node: Node
  readonly ancestors: readonly Node[]
}

export interface Import {
  readonly specifier: string
  readonly line: number
  /** 'type' is removed before the code runs; 'late' is an import() that runs when it is reached. */
  readonly when: 'type' | 'load' | 'late'
}

export interface Comment {
  /** Without its delimiters: // and /* *\/ */
  readonly value: string
  readonly line: number
  /** From 0. A comment after code has a higher column than one on a separate line. */
  readonly column: number
  readonly isBlock: boolean
}

export interface SourceFile {
  /** From the root of the project: src/store/write/load-dataset.ts */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly places: readonly Place[]
  readonly comments: readonly Comment[]
  lineOf(offset: number): number
}

const ROOT = join(import.meta.dirname, '../..')

/** All code below a folder of the project, parsed. */
export function readSourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name))
    .sort()
    .map((name) => parseSource(`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')))
}

export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const lineOf = lineFinder(text)
  const places: Place[] = []
  collect(program, [], places)
  return {
    path,
    text,
    places,
    imports: places.flatMap(({ node }) => toImports(node, lineOf)),
    comments: comments.map(({ type, value, start }) => ({
      value,
      line: lineOf(start),
      column: start - text.lastIndexOf('\n', start - 1) - 1,
      isBlock: type === 'Block',
    })),
    lineOf,
  }
}

/** Binary search, since a long file has thousands of look-ups. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

export const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : [])

function collect(value: unknown, ancestors: readonly Node[], found: Place[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, ancestors, found)
  } else if (isNode(value)) {
    found.push({ node: value, ancestors })
    const inner = [...ancestors, value]
    for (const child of Object.values(value)) collect(child, inner, found)
  }
}

function toImports(node: Node, lineOf: (offset: number) => number): readonly Import[] {
  const source = node.source
  if (!isNode(source) || typeof source.value !== 'string') return []
  const kinds: Readonly<Record<string, Import['when']>> = { ImportExpression: 'late', TSImportType: 'type' }
  const isType = node.importKind === 'type' || node.exportKind === 'type'
  return [{ specifier: source.value, line: lineOf(node.start), when: kinds[node.type] ?? (isType ? 'type' : 'load') }]
}
