import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import { describeIssue, toFormProblems } from './form-problems.ts'
import { type Cut, readablePart } from './readable-part.ts'
import { type ParsedFile, type Path, problemOfFile, type SeedProblem } from './seed-problem.ts'
import { seedFile } from './seed-schema.ts'

const MAX_ALIASES = 100

type Parsed =
  | { readonly parsed: ParsedFile }
  /** What can be read of it all the same, and what is cut out of that; null for what is no seed at all. */
  | { readonly problems: readonly SeedProblem[]; readonly part: ReadFilePart | null }

interface ReadFilePart {
  readonly parsed: ParsedFile
  readonly cuts: readonly Cut[]
}

/** From YAML to what it says, with the way back to line and column. */
export function parseSeed(text: string, file: string, folder: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const placeOf = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  // What follows the first error mostly follows from it.
  const [broken] = document.errors
  if (broken)
    return { problems: [problemOfFile('NOT_YAML', file, describeYaml(broken), placeOf(broken.pos[0]))], part: null }

  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    const message = describeAliases(error)
    return { problems: [problemOfFile('NOT_YAML', file, message, placeOf(firstAlias(document)))], part: null }
  }
  if (content === null)
    return { problems: [problemOfFile('INVALID', file, 'is empty: write a key such as claims')], part: null }

  const problemAt: ParsedFile['problemAt'] = (code, path, message) => ({
    code,
    file,
    ...placeOf(offsetOf(document, path)),
    path: pathText(path),
    message,
  })
  const checked = seedFile.safeParse(content, { error: describeIssue })
  if (checked.success) return { parsed: { file, folder, content: checked.data, problemAt } }
  const problems = checked.error.issues.flatMap(toFormProblems)
  const part = readablePart(content, checked.error.issues)
  return {
    problems: problems.map(({ path, message }) => problemAt('INVALID', path, message)),
    part: part && {
      parsed: {
        file,
        folder,
        content: part.content,
        problemAt: (code, path, message) => problemAt(code, part.placeInFile(path), message),
      },
      cuts: part.cuts,
    },
  }
}

function describeYaml({ code, message }: { readonly code: string; readonly message: string }): string {
  if (message.includes('call stack')) return 'is nested too deep: no seed needs more than some ten levels'
  if (code === 'MULTIPLE_DOCS') return 'holds several documents: make a file of each'
  if (code === 'DUPLICATE_KEY') return 'has this key twice: keep one'
  const [what = ''] = message.split(' at line')
  return `is no YAML (${what}): check the brackets, quotes and indentation here`
}

const describeAliases = (error: unknown): string =>
  error instanceof Error && error.message.includes('Excessive')
    ? `repeats more than ${MAX_ALIASES} aliases: write them out`
    : 'uses an alias that is set nowhere before: write out what is meant'

function firstAlias(document: Document): number {
  let offset = 0
  visit(document, {
    Alias: (_, node) => {
      offset = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

/** Of a node, or of the nearest one around it that is there. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

const pathText = (path: Path): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('')
