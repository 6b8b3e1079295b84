import { firstDay, lastDay } from '../text/partial-date.ts'
import type { ParsedFile, SeedProblem } from './seed-problem.ts'
import type { SeedFile, SeedName } from './seed-schema.ts'

const NAMED = ['entities', 'dataCategories', 'uses'] as const satisfies readonly (keyof SeedFile)[]

/** Sentences call each thing by its PREFERRED name: it has one, and never two at once in one language. */
export function checkNames(files: readonly ParsedFile[]): readonly SeedProblem[] {
  return files.flatMap((file) =>
    NAMED.flatMap((key) =>
      (file.content[key] ?? []).flatMap(({ id, names }, i): readonly SeedProblem[] => {
        if (!names.some(isPreferred)) {
          const message = `${id} has no PREFERRED name: make one of these the name that sentences use`
          return [file.problemAt('RULE_BROKEN', [key, i, 'names'], message)]
        }
        return names.flatMap((name, j) => {
          const other =
            isPreferred(name) && names.slice(0, j).find((before) => isPreferred(before) && clash(before, name))
          if (!other) return []
          const message = `is preferred in ${name.language} beside ${other.value}: make one of the two an ALIAS or FORMER, or end it before the other begins`
          return [file.problemAt('RULE_BROKEN', [key, i, 'names', j], message)]
        })
      }),
    ),
  )
}

const isPreferred = ({ kind }: SeedName): boolean => kind === 'PREFERRED'

/** Whether both are used on some day for sure: one may end in the month, or on the day, in which the other begins. */
function clash(a: SeedName, b: SeedName): boolean {
  if (a.language.toLowerCase() !== b.language.toLowerCase()) return false
  const [begins] = [latestBeginning(a), latestBeginning(b)].sort().reverse()
  const [ends] = [earliestEnd(a), earliestEnd(b)].sort()
  return begins !== undefined && ends !== undefined && begins < ends
}
const latestBeginning = ({ validFrom }: SeedName): string => (validFrom ? lastDay(validFrom) : '')
const earliestEnd = ({ validTo }: SeedName): string => (validTo ? firstDay(validTo) : '~')
