import { readSeeds } from '../../ingest/read-seeds.ts'
import { unusedConcepts } from '../../ingest/unused-concepts.ts'
import { printable } from '../../text/printable.ts'

interface Reporting {
  readonly json: boolean
  readonly now: Date
  readonly write: (text: string) => void
}

/** Lists all problems and all unused files and concepts of a folder of stories. @returns the exit code: 0 without problems, 1 with */
export async function checkSeeds(dir: string, { json, now, write }: Reporting): Promise<number> {
  const result = await readSeeds(dir, { now })
  const { problems, unlisted } = 'problems' in result ? result : { problems: [], unlisted: [] }
  const unused = 'problems' in result ? [] : unusedConcepts(result.dataset)
  const count = unlisted.reduce((sum, { count }) => sum + count, problems.length)
  if (json) write(JSON.stringify({ problems, unlisted }, null, 2))
  else {
    for (const { kind, id } of unused) write(`${kind} ${id}: no claim names it, nor anything narrower`)
    for (const p of problems)
      write(`${printable(p.file)}:${p.line}:${p.column} ${p.path ? `${p.path}: ` : ''}${p.message}`)
    for (const { file, count } of unlisted) write(`${printable(file)}: ${countOf(count, 'more problem')} not listed`)
    write(count === 0 ? `${printable(dir)}: no problems` : countOf(count, 'problem'))
  }
  return count === 0 ? 0 : 1
}

const countOf = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
