import type { SourceFile } from './source-file.ts'

export interface Rule {
  readonly rule: string
  readonly among: readonly SourceFile[]
  /** @returns a line for each breach, which begins with its path */
  readonly check: (files: readonly SourceFile[]) => readonly string[]
  /** Code that breaks the rule, by path: each must be complained of, or the rule sees nothing. */
  readonly bad: Readonly<Record<string, string>>
  /** Code that looks like it and does not. */
  readonly good?: Readonly<Record<string, string>>
}
