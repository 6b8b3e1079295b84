import { undrawable } from '../../fonts/font-runs.ts'
import type { ProblemList } from '../../ingest/list-problems.ts'
import { readSeeds } from '../../ingest/read-seeds.ts'
import { unusedConcepts } from '../../ingest/unused-concepts.ts'
import { printable } from '../../text/printable.ts'

interface Reporting {
  readonly json: boolean
  readonly now: Date
  readonly write: (text: string) => void
}

/**
 * Lists all problems, warnings, unused files and unused concepts of a folder of stories.
 * @returns the exit code: 0 without problems, also with warnings; 1 with problems
 */
export async function checkSeeds(dir: string, { json, now, write }: Reporting): Promise<number> {
  const result = await readSeeds(dir, { now, warns: true, undrawable })
  const { problems, unlisted } = 'problems' in result ? result : NOTHING
  const warnings = 'problems' in result ? NOTHING : result.warnings
  const unused = 'problems' in result ? [] : unusedConcepts(result.dataset)
  const count = totalOf({ problems, unlisted })
  if (json) {
    const { problems: listed, unlisted: others } = warnings
    write(JSON.stringify({ problems, unlisted, warnings: listed, unlistedWarnings: others }, null, 2))
  } else {
    for (const { kind, id } of unused)
      write(`${kind} ${id}: no claim names it or a narrower one; remove it, or add a claim`)
    for (const line of linesOf(warnings, 'warning')) write(line)
    for (const line of linesOf({ problems, unlisted }, 'problem')) write(line)
    const doubts = totalOf(warnings)
    const total = count === 0 ? `${printable(dir)}: no problems` : countOf(count, 'problem')
    write(doubts === 0 ? total : `${total}, ${countOf(doubts, 'warning')}`)
  }
  return count === 0 ? 0 : 1
}

const NOTHING: ProblemList = { problems: [], unlisted: [] }

const totalOf = ({ problems, unlisted }: ProblemList): number =>
  unlisted.reduce((sum, { count }) => sum + count, problems.length)

/** One line for each listed problem or warning: seeds/x/claims.yaml:12:9 claims[0]: message. */
const linesOf = ({ problems, unlisted }: ProblemList, kind: 'problem' | 'warning'): readonly string[] => [
  ...problems.map(({ file, line, column, path, message }) => {
    const place = `${printable(file)}:${line}:${column} ${kind === 'warning' ? 'warning: ' : ''}`
    return `${place}${path ? `${path}: ` : ''}${message}`
  }),
  ...unlisted.map(({ file, count }) => `${printable(file)}: ${countOf(count, `more ${kind}`)} not listed`),
]

const countOf = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
