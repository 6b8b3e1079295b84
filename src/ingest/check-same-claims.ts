import { frameKey } from '../domain/frame.ts'
import { toClaim } from './resolve.ts'
import type { ParsedFile, SeedProblem } from './seed-problem.ts'

/**
 * The same proposition said twice is one claim with two assertions. As two claims, a dispute would fall apart into what one
 * states and what the other denies.
 */
export function checkSameClaims(files: readonly ParsedFile[]): readonly SeedProblem[] {
  const problems: SeedProblem[] = []
  const known = new Map<string, string>()
  for (const file of files) {
    for (const [i, claim] of (file.content.claims ?? []).entries()) {
      const key = frameKey(toClaim(claim))
      const problemAt = (message: string): SeedProblem => file.problemAt('RULE_BROKEN', ['claims', i, 'id'], message)
      const other = known.get(key)
      if (other) problems.push(problemAt(`claims the same as ${other}: give its assertions to that one`))
      else known.set(key, `${claim.id} (${placeOf(problemAt(''))})`)
    }
  }
  return problems
}

const placeOf = ({ file, line }: SeedProblem): string => `${file}:${line}`
