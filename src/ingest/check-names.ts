import { firstDay, lastDay } from '../text/partial-date.ts'
import { quoting } from '../text/printable.ts'
import { type Overlap, overlapping } from './overlapping.ts'
import { type FoundProblem, type ParsedFile, problemAt } from './seed-problem.ts'
import type { SeedFile, SeedName } from './seed-schema.ts'

const NAMED = ['entities', 'dataCategories', 'uses'] as const satisfies readonly (keyof SeedFile)[]

/** Sentences call each thing by its PREFERRED name: it has one, and never two at once in one language. */
export function checkNames(files: readonly ParsedFile[]): readonly FoundProblem[] {
  return files.flatMap((file) =>
    NAMED.flatMap((key) =>
      (file.content[key] ?? []).flatMap(({ id, names }, i): readonly FoundProblem[] => {
        if (!names.some(isPreferred)) {
          const message = quoting`${id} has no PREFERRED name: make one of these the name that sentences use`
          return [problemAt(file, 'RULE_BROKEN', [key, i, 'names'], message)]
        }
        return overlapping(names, PREFERRED).map(({ item: name, index, other }) => {
          const message = quoting`is preferred in ${name.language} beside ${other.value}: make one of the two an ALIAS or FORMER, or end it before the other begins`
          return problemAt(file, 'RULE_BROKEN', [key, i, 'names', index], message)
        })
      }),
    ),
  )
}

const isPreferred = ({ kind }: SeedName): boolean => kind === 'PREFERRED'

/** Two are used on some day for sure: one may end in the month, or on the day, in which the other begins. */
const PREFERRED: Overlap<SeedName> = {
  groupOf: (name) => (isPreferred(name) ? name.language.toLowerCase() : null),
  beginOf: ({ validFrom }) => (validFrom ? lastDay(validFrom) : ''),
  endOf: ({ validTo }) => (validTo ? firstDay(validTo) : '~'),
  isWithin: (begin, end) => begin < end,
}
