import { propositionKey } from '../domain/proposition-key.ts'
import { quoting } from '../text/printable.ts'
import { toClaim } from './resolve.ts'
import { type FoundProblem, type ParsedFile, problemAt } from './seed-problem.ts'

interface Known {
  readonly claim: string
  readonly file: ParsedFile
  readonly index: number
}

/**
 * The same proposition said twice is one claim with two assertions. As two claims, a dispute would fall apart into what one
 * states and what the other denies.
 */
export function checkSameClaims(files: readonly ParsedFile[]): readonly FoundProblem[] {
  const problems: FoundProblem[] = []
  const known = new Map<string, Known>()
  for (const file of files) {
    for (const [index, claim] of (file.content.claims ?? []).entries()) {
      const key = propositionKey(toClaim(claim))
      const other = known.get(key)
      if (other) problems.push(problemAt(file, 'RULE_BROKEN', ['claims', index, 'id'], sameAs(other)))
      else known.set(key, { claim: claim.id, file, index })
    }
  }
  return problems
}

const sameAs = ({ claim, file, index }: Known): FoundProblem['message'] => ({
  place: { file, path: ['claims', index, 'id'] },
  messageAt: (place) => quoting`claims the same as ${claim} (${place}): give its assertions to that one`,
})
