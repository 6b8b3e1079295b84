import { createHash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { Dataset } from '../domain/dataset.ts'
import { resolveSeeds } from './resolve.ts'
import { type SeedFile, seedFile } from './seed-schema.ts'

/** What is wrong with a seed, and where. */
export interface SeedProblem {
  readonly code: 'UNREADABLE' | 'NOT_YAML' | 'INVALID' | 'UNKNOWN_REFERENCE' | 'DUPLICATE_ID' | 'RULE_BROKEN'
  readonly file: string
  readonly line: number
  readonly column: number
  /** claims[3].assertions[0].stance */
  readonly path: string
  readonly message: string
}

export type Path = readonly (string | number)[]
export interface ParsedFile {
  readonly file: string
  /** The story folder that the file lies in. */
  readonly folder: string
  readonly content: SeedFile
  problemAt(code: SeedProblem['code'], path: Path, message: string): SeedProblem
}

export type SeedResult = { readonly dataset: Dataset } | { readonly problems: readonly SeedProblem[] }

const MAX_FILE_BYTES = 5 * 1024 * 1024
const MAX_FILES = 2000
const MAX_ALIASES = 100

/** Reads a story folder, or a folder of them. All problems at once; a data set only if there is none. */
export async function readSeeds(dir: string, { now }: { now: Date }): Promise<SeedResult> {
  const problems: SeedProblem[] = []
  const parsed: ParsedFile[] = []
  const hash = createHash('sha256')
  const paths = await yamlFiles(dir)
  if (paths.length === 0) problems.push(unplaced('UNREADABLE', dir, 'holds no .yaml file: name a story folder'))
  if (paths.length > MAX_FILES) problems.push(unplaced('UNREADABLE', dir, `holds more than ${MAX_FILES} files`))
  for (const path of paths.slice(0, MAX_FILES)) {
    const file = relative('.', path)
    const text = await readText(path)
    if (typeof text !== 'string') {
      problems.push(unplaced('UNREADABLE', file, text.problem))
      continue
    }
    hash.update(`${relative(dir, path)}\0${text}\0`)
    const result = parseSeed(text, file, join(path, '..'))
    problems.push(...result.problems)
    if (result.parsed) parsed.push(result.parsed)
  }
  if (problems.length > 0) return { problems: inOrder(problems) }
  const resolved = resolveSeeds(parsed, now, hash.digest('hex'))
  return resolved.problems.length > 0 ? { problems: inOrder(resolved.problems) } : { dataset: resolved.dataset }
}

async function yamlFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => [])
  const files = entries.filter((e) => e.isFile() && /\.ya?ml$/.test(e.name)).map((e) => join(dir, e.name))
  const folders = entries.filter((e) => e.isDirectory() && !e.name.startsWith('.')).map((e) => join(dir, e.name))
  const below = files.length > 0 ? [] : await Promise.all(folders.map(yamlFiles))
  return [...files, ...below.flat()].sort()
}

async function readText(path: string): Promise<string | { problem: string }> {
  const { size } = await lstat(path)
  if (size > MAX_FILE_BYTES) return { problem: `is ${size} bytes; at most ${MAX_FILE_BYTES}: split it` }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch {
    return { problem: 'is not valid UTF-8: save it as UTF-8' }
  }
}

function parseSeed(
  text: string,
  file: string,
  folder: string,
): { problems: readonly SeedProblem[]; parsed: ParsedFile | null } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) {
    const problems = document.errors.map((error): SeedProblem => {
      const at = lines.linePos(error.pos[0])
      const [message = ''] = error.message.split(' at line')
      return { code: 'NOT_YAML', file, line: at.line, column: at.col, path: '', message }
    })
    return { problems, parsed: null }
  }
  const problemAt: ParsedFile['problemAt'] = (code, path, message) => ({
    code,
    file,
    ...positionOf(document, lines, path),
    path: pathText(path),
    message,
  })
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch {
    return {
      problems: [unplaced('NOT_YAML', file, `repeats more than ${MAX_ALIASES} aliases: write them out`)],
      parsed: null,
    }
  }
  const checked = seedFile.safeParse(content)
  if (checked.success) return { problems: [], parsed: { file, folder, content: checked.data, problemAt } }
  const problems = checked.error.issues.map((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol')
    return problemAt('INVALID', path, issue.message)
  })
  return { problems, parsed: null }
}

/** The place of a node, or of the nearest one around it that is there. */
function positionOf(document: Document, lines: LineCounter, path: Path): { line: number; column: number } {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) {
      const at = lines.linePos(node.range[0])
      return { line: at.line, column: at.col }
    }
  }
  return { line: 1, column: 1 }
}

const pathText = (path: Path): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('')

const unplaced = (code: SeedProblem['code'], file: string, message: string): SeedProblem => ({
  code,
  file,
  line: 1,
  column: 1,
  path: '',
  message,
})

const inOrder = (problems: readonly SeedProblem[]): readonly SeedProblem[] =>
  [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
