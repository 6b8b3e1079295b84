import { isFuture } from '../text/instant.ts'
import { quoting } from '../text/printable.ts'
import { type FoundProblem, type ParsedFile, type Path, problemAt } from './seed-problem.ts'
import type { SeedFile } from './seed-schema.ts'

/** Finds each `recordedAt` that is in the future. */
export const checkStatedInstants = (files: readonly ParsedFile[], now: Date): readonly FoundProblem[] =>
  files.flatMap((file) =>
    statedTimes(file.content).flatMap(({ recordedAt, path }) => {
      if (recordedAt === undefined || !isFuture(recordedAt, now)) return []
      const message = quoting`${recordedAt} is in the future: write the instant at which the database learnt it`
      return [problemAt(file, 'RULE_BROKEN', [...path, 'recordedAt'], message)]
    }),
  )

interface StatedTime {
  readonly recordedAt: string | undefined
  readonly path: Path
}

const statedTimes = ({ story, claims = [], relations = [], assessments = [] }: SeedFile): readonly StatedTime[] => [
  { recordedAt: story?.recordedAt, path: ['story'] },
  ...relations.map(({ recordedAt }, i) => ({ recordedAt, path: ['relations', i] })),
  ...assessments.map(({ recordedAt }, i) => ({ recordedAt, path: ['assessments', i] })),
  ...claims.flatMap((claim, i) => [
    { recordedAt: claim.recordedAt, path: ['claims', i] },
    ...claim.assertions.map(({ recordedAt }, j) => ({ recordedAt, path: ['claims', i, 'assertions', j] })),
  ]),
]
