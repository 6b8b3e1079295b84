import type { SeedFile } from './seed-schema.ts'

/** What is wrong with a seed, and where. */
export interface SeedProblem {
  readonly code: 'UNREADABLE' | 'NOT_YAML' | 'INVALID' | 'UNKNOWN_REFERENCE' | 'DUPLICATE_ID' | 'RULE_BROKEN'
  readonly file: string
  readonly line: number
  readonly column: number
  /** claims[3].assertions[0].stance; empty for the whole file. */
  readonly path: string
  /** What is wrong, and after a colon what would be right. */
  readonly message: string
}

/** What has an id in a seed. */
export type SeedKind =
  | 'entity'
  | 'dataCategory'
  | 'use'
  | 'source'
  | 'version'
  | 'claim'
  | 'assertion'
  | 'relation'
  | 'assessment'
  | 'story'

export type Path = readonly (string | number)[]

export interface ParsedFile {
  readonly file: string
  /** The story folder that the file lies in. */
  readonly folder: string
  readonly content: SeedFile
  problemAt(code: SeedProblem['code'], path: Path, message: string): SeedProblem
}

export const problemOfFile = (
  code: SeedProblem['code'],
  file: string,
  message: string,
  { line, column }: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
): SeedProblem => ({ code, file, line, column, path: '', message })
