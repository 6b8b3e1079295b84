import { quoted, quoting } from '../text/printable.ts'
import { type FoundProblem, type ParsedFile, problemAt } from './seed-problem.ts'

/**
 * An entity is found by what it is called elsewhere, so that leads to one. Concepts are only compared with others: several
 * may fit one.
 */
export function checkExternalIds(files: readonly ParsedFile[]): readonly FoundProblem[] {
  const problems: FoundProblem[] = []
  const holders = new Map<string, { readonly id: string; readonly file: string }>()
  for (const file of files) {
    for (const [i, { id, externalIds = [] }] of (file.content.entities ?? []).entries()) {
      for (const [j, { scheme, value }] of externalIds.entries()) {
        const key = `${scheme}:${value}`
        const holder = holders.get(key)
        const message = holder?.id === id ? 'is there twice: keep one' : holder && isOthers(holder)
        if (message)
          problems.push(problemAt(file, 'DUPLICATE_ID', ['entities', i, 'externalIds', j], `${quoted(key)} ${message}`))
        else holders.set(key, { id, file: file.file })
      }
    }
  }
  return problems
}

const isOthers = ({ id, file }: { readonly id: string; readonly file: string }): string =>
  quoting`is that of ${id} in ${file} too: make the two one entity, or keep it at the one that it belongs to`
