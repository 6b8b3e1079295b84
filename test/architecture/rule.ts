import type { SourceFile } from './source-file.ts'

export interface Rule {
  readonly rule: string
  readonly among: readonly SourceFile[]
  /** @returns a line for each violation, which begins with its path */
  readonly check: (files: readonly SourceFile[]) => readonly string[]
  /** Code that violates the rule, by path. Each must be reported, or the rule has no effect. */
  readonly bad: Readonly<Record<string, string>>
  /** Similar code that is valid. */
  readonly good?: Readonly<Record<string, string>>
}
