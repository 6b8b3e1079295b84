import { latestDayAt } from '../text/instant.ts'
import { firstDay } from '../text/partial-date.ts'
import { quoted, quoting } from '../text/printable.ts'
import { recordedTimes } from './recorded-times.ts'
import { type FoundProblem, type ParsedFile, problemAt } from './seed-problem.ts'

/** Nothing was said after this record learnt it. A date counts by its first day: what is said of a month may have been in all of it. */
export function checkDaysSaid(files: readonly ParsedFile[], now: Date): readonly FoundProblem[] {
  const timeOf = recordedTimes(files, now)
  return files.flatMap((file) =>
    (file.content.claims ?? []).flatMap((claim, i) =>
      claim.assertions.flatMap(({ assertedAt, recordedAt }, j): readonly FoundProblem[] => {
        if (assertedAt === undefined) return []
        const recorded = timeOf(file.folder, recordedAt, claim.recordedAt)
        const message = whatIsWrong(firstDay(assertedAt), recorded, now)
        const path = ['claims', i, 'assertions', j, 'assertedAt']
        return message === null ? [] : [problemAt(file, 'RULE_BROKEN', path, `${quoted(assertedAt)} ${message}`)]
      }),
    ),
  )
}

function whatIsWrong(day: string, recorded: string, now: Date): string | null {
  if (day > latestDayAt(now)) return 'is in the future: write when it was said'
  if (day <= latestDayAt(new Date(recorded))) return null
  return quoting`is after this record learnt it (${recorded}): correct it, or write a recordedAt of its own`
}
