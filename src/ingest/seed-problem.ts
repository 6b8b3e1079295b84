import type { RuleProblem } from '../domain/rules/rule-problem.ts'
import { printable, quoted } from '../text/printable.ts'
import { MAX_MESSAGE } from './seed-limits.ts'
import type { SeedFile } from './seed-schema.ts'

/** A position in a file, from 1. The column counts UTF-16 units, as the Language Server Protocol and VS Code do. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A problem of a seed, or a warning, with its place. */
export interface SeedProblem extends Position {
  readonly code: 'UNREADABLE' | 'NOT_YAML' | 'INVALID' | RuleProblem['code']
  readonly file: string
  /** Path in the seed: claims[3].assertions[0].stance; empty for the whole file. */
  readonly path: string
  /** Problem and, after a colon, remedy: one printable line. */
  readonly message: string
}

export type Path = readonly (string | number)[]

export interface ParsedFile {
  readonly file: string
  /** Story folder of the file. */
  readonly folder: string
  readonly content: SeedFile
  /** Maps a path in the content to the path in the file. */
  readonly placeInFile: (path: Path) => Path
  /** Reads the text of the file, for positions in it. */
  readonly readText: () => string
}

/** A problem of a parsed file. Its line is found only if it is listed, by parsing the file again. */
export interface FoundProblem {
  readonly code: SeedProblem['code']
  readonly file: ParsedFile
  readonly path: Path
  readonly message: string | MessageWithPlace
}

/** A message with a place in a file, such as things.yaml:12. */
export interface MessageWithPlace {
  readonly place: { readonly file: ParsedFile; readonly path: Path }
  readonly messageAt: (place: string) => string
}

export const problemAt = (
  file: ParsedFile,
  code: SeedProblem['code'],
  path: Path,
  message: FoundProblem['message'],
): FoundProblem => ({ code, file, path, message })

/** Creates a problem with a bounded and printable message. */
export const seedProblem = (
  code: SeedProblem['code'],
  file: string,
  message: string,
  { line, column }: Position = { line: 1, column: 1 },
  path: Path = [],
): SeedProblem => ({
  code,
  file,
  line,
  column,
  path: quoted(pathText(path), MAX_MESSAGE),
  message: message.length > MAX_MESSAGE ? quoted(message, MAX_MESSAGE) : printable(message),
})

const pathText = (path: Path): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${quoted(part)}`)).join('')
