import { readSeeds } from '../../ingest/read-seeds.ts'
import { unusedConcepts } from '../../ingest/unused-concepts.ts'

interface Reporting {
  readonly json: boolean
  readonly now: Date
  readonly write: (text: string) => void
}

/** Says all that is wrong in a folder of stories, and what is there for nothing. @returns the exit code: 0 for nothing, 1 otherwise */
export async function checkSeeds(dir: string, { json, now, write }: Reporting): Promise<number> {
  const result = await readSeeds(dir, { now })
  const problems = 'problems' in result ? result.problems : []
  const unused = 'problems' in result ? [] : unusedConcepts(result.dataset)
  if (json) write(JSON.stringify({ problems }, null, 2))
  else {
    for (const { kind, id } of unused) write(`${kind} ${id}: no claim names it, nor anything narrower`)
    for (const p of problems) write(`${p.file}:${p.line}:${p.column} ${p.path ? `${p.path}: ` : ''}${p.message}`)
    write(
      problems.length === 0 ? `${dir}: no problems` : `${problems.length} problem${problems.length === 1 ? '' : 's'}`,
    )
  }
  return problems.length === 0 ? 0 : 1
}
