import {
  Composer,
  type Document,
  type DocumentOptions,
  isNode,
  LineCounter,
  type ParseOptions,
  Parser,
  type SchemaOptions,
} from 'yaml'
import { quoted } from '../text/printable.ts'
import { checkNodes } from './check-nodes.ts'
import { checkSize, shallowTokens, YamlLimitError } from './limited-tokens.ts'
import type { Path } from './seed-problem.ts'

/** From 1; a column counts UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Yaml {
  readonly content: unknown
  /** Position of a value, or of the nearest one around it that is there. */
  readonly positionOf: (path: Path) => Position
}

export interface NoYaml {
  readonly message: string
  readonly position: Position
}

/** YAML 1.2 whatever a directive says: merge keys and sets would copy maps, and keys that are no texts are refused. */
const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // Compared pair by pair there; checkNodes uses a set.
  uniqueKeys: false,
}

/** Reads one document. Time and memory grow with the size of the text, up to the limits of seed-limits.ts. */
export function parseYaml(text: string): Yaml | NoYaml {
  const lines = new LineCounter()
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const composed = compose(text, lines)
  if (!('document' in composed)) return { message: composed.message, position: positionAt(composed.offset) }
  const { document } = composed
  const problem = checkNodes(document.contents)
  if (problem !== null) return { message: problem.message, position: positionAt(problem.offset) }
  return {
    // checkNodes has counted the aliases, in linear time.
    content: document.toJS({ maxAliasCount: -1 }),
    positionOf: (path) => positionAt(offsetOf(document, path)),
  }
}

interface BrokenAt {
  readonly message: string
  readonly offset: number
}

function compose(text: string, lines: LineCounter): { readonly document: Document.Parsed } | BrokenAt {
  // Each error that the library finds carries a stack trace, which costs more than all else of a file with many errors.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    addLines(text, lines)
    checkSize(text)
    const [document, second] = firstTwo(
      new Composer(OPTIONS).compose(shallowTokens(text, new Parser()), true, text.length),
    )
    // Further errors mostly follow from the first.
    const [error] = document?.errors ?? []
    if (error) return { message: describeError(error), offset: error.pos[0] }
    if (second) return { message: 'holds several documents: make a file of each', offset: second.range[0] }
    return document ? { document } : { message: 'is no YAML: write keys and values', offset: 0 }
  } catch (error) {
    if (!(error instanceof YamlLimitError)) throw error
    return { message: error.message, offset: error.offset }
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** All of them at once, so that a place is known wherever reading stops. */
function addLines(text: string, lines: LineCounter): void {
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start)
}

function firstTwo<T>(all: Iterable<T>): readonly T[] {
  const found: T[] = []
  for (const one of all) {
    found.push(one)
    if (found.length === 2) break
  }
  return found
}

function describeError({ code, message }: { readonly code: string; readonly message: string }): string {
  if (code === 'NON_STRING_KEY') return 'has a key that is no text: write a text'
  const [what = ''] = message.split(' at line')
  return `is no YAML (${quoted(what, MAX_LIBRARY_MESSAGE)}): check the brackets, quotes and indentation here`
}
/** It may quote the file, so it is cut; those that quote nothing are shorter. */
const MAX_LIBRARY_MESSAGE = 96

/** Range of a node, or of the nearest one around it that is there. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
