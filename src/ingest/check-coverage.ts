import type { KnownIds, Reference } from '../domain/rules/references.ts'
import { type FoundProblem, type ParsedFile, problemAt } from './seed-problem.ts'
import type { SeedFile } from './seed-schema.ts'

type Coverage = NonNullable<SeedFile['coverage']>[number]

/** Finds entries of `coverage` that name an unknown assertion, relation or claim. */
export const checkCoverage = (
  files: readonly ParsedFile[],
  known: KnownIds,
  isElsewhere: (reference: Reference) => boolean,
): readonly FoundProblem[] =>
  files.flatMap((file) =>
    (file.content.coverage ?? []).flatMap((coverage, i): readonly FoundProblem[] => {
      const reference = referenceIn(coverage)
      const message = reference === null || isElsewhere(reference) ? null : known.problemOf(reference)
      return message === null ? [] : [problemAt(file, 'UNKNOWN_REFERENCE', ['coverage', i, 'as'], message)]
    }),
  )

function referenceIn({ as }: Coverage): Reference | null {
  if ('assertion' in as) return { kind: 'assertion', id: as.assertion }
  if ('relation' in as) return { kind: 'relation', id: as.relation }
  return 'condition' in as ? { kind: 'claim', id: as.condition } : null
}
