import {
  Composer,
  type Document,
  type DocumentOptions,
  isNode,
  LineCounter,
  type ParseOptions,
  Parser,
  Scalar,
  type SchemaOptions,
  visit,
} from 'yaml'
import { quoted } from '../text/printable.ts'
import { checkNodes } from './check-nodes.ts'
import { checkSize, shallowTokens, TAG, YamlLimitError } from './limited-tokens.ts'
import type { Path, Position } from './seed-problem.ts'

export interface Yaml {
  readonly content: unknown
  /** Position of a value; for a missing one, of the innermost value around it. */
  readonly positionOf: (path: Path) => Position
}

export interface NoYaml {
  readonly message: string
  readonly position: Position
}

/** YAML 1.2, without merge keys and special tags. Keys must be texts. */
const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // The library compares keys pair by pair; checkNodes uses a set.
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
  endBlockScalars(document)
  if (problem !== null) return { message: problem.message, position: positionAt(problem.offset) }
  return {
    // checkNodes counts aliases in linear time.
    content: document.toJS({ maxAliasCount: -1 }),
    positionOf: (path) => positionAt(offsetOf(document, path)),
  }
}

interface BrokenAt {
  readonly message: string
  readonly offset: number
}

function compose(text: string, lines: LineCounter): { readonly document: Document.Parsed } | BrokenAt {
  // Each error of the library has a stack trace, which dominates the cost of a file with many errors.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    addLines(text, lines)
    checkSize(text)
    const [document, second] = firstTwo(
      new Composer(OPTIONS).compose(shallowTokens(text, new Parser()), true, text.length),
    )
    // Later errors are mostly consequences of the first.
    const [error] = document?.errors ?? []
    if (error) return { message: describeError(error), offset: error.pos[0] }
    const tag = document?.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED')
    if (tag) return { message: TAG, offset: tag.pos[0] }
    if (second) return { message: 'has several documents: make a file of each', offset: second.range[0] }
    return document ? { document } : { message: 'is no YAML: write keys and values', offset: 0 }
  } catch (error) {
    if (!(error instanceof YamlLimitError)) throw error
    return { message: error.message, offset: error.offset }
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** Removes the final line breaks of block scalars, which belong to the notation and not to the text. */
function endBlockScalars(document: Document.Parsed): void {
  visit(document, {
    Scalar(_, node) {
      const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED
      if (isBlock && typeof node.value === 'string') node.value = node.value.replace(/\n+$/, '')
    },
  })
}

/** Adds the offsets of all lines, so that every position can be found. */
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
  if (SECOND_COLON.has(code)) return 'has a second “: ” within an unquoted text: put the text in quotes'
  const [what = ''] = message.split(' at line')
  return `is no YAML (${quoted(what, MAX_LIBRARY_MESSAGE)}): check the brackets, quotes and indentation here`
}

/** Codes of the library for `title: X: a policy`, where the text looks like a map. */
const SECOND_COLON: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY'])
/** Maximum length of a quoted message of the library, which may repeat the file. */
const MAX_LIBRARY_MESSAGE = 96

/** Offset of a node; for a missing one, of the innermost node around it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
