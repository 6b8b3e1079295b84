import { quoting } from '../text/printable.ts'
import { type FoundProblem, type ParsedFile, type Path, problemAt } from './seed-problem.ts'
import type { SeedFile, SeedQuote } from './seed-schema.ts'

interface Version {
  readonly sourceId: string
  readonly incomplete: boolean
}

/** A quote is as long as it says, in a version that it names, and the versions that it names are of its source and can bear what is said of them. */
export function checkQuotes(files: readonly ParsedFile[]): readonly FoundProblem[] {
  const versions = new Map<string, Version>()
  for (const { content } of files) {
    for (const { id, versions: own = [] } of content.sources ?? [])
      for (const v of own) versions.set(v.id, { sourceId: id, incomplete: v.incomplete ?? false })
  }
  return files.flatMap((file) =>
    quotesIn(file.content).flatMap(({ quote, source, path }) =>
      [...placeProblems(quote), ...versionProblems(quote, source, versions)].map(({ subPath, message }) =>
        problemAt(file, 'RULE_BROKEN', [...path, ...subPath], message),
      ),
    ),
  )
}

interface Problem {
  readonly subPath: Path
  readonly message: string
}

function placeProblems({ start, end, exact, version }: SeedQuote): readonly Problem[] {
  const { length } = [...exact]
  const problems: Problem[] = []
  if (version === undefined && (start !== undefined || end !== undefined)) {
    const message = 'counts from the beginning of a version: name that in version, or leave start and end out'
    problems.push({ subPath: [start === undefined ? 'end' : 'start'], message })
  }
  if (start !== undefined && end !== undefined && end - start !== length) {
    problems.push({ subPath: ['end'], message: `the quote has ${length} code points, start to end are ${end - start}` })
  }
  return problems
}

function versionProblems(
  { version, foundIn = [], absentFrom = [] }: SeedQuote,
  source: string,
  versions: ReadonlyMap<string, Version>,
): readonly Problem[] {
  const named: readonly (readonly [Path, string])[] = [
    ...(version === undefined ? [] : [[['version'], version] as const]),
    ...foundIn.map((id, i) => [['foundIn', i], id] as const),
    ...absentFrom.map((id, i) => [['absentFrom', i], id] as const),
  ]
  const present = new Set([version, ...foundIn])
  return [
    ...named.flatMap(([subPath, id]): readonly Problem[] => {
      const known = versions.get(id)
      return known && known.sourceId !== source ? [{ subPath, message: quoting`${id} is no version of ${source}` }] : []
    }),
    ...absentFrom.flatMap((id, i): readonly Problem[] => {
      const subPath: Path = ['absentFrom', i]
      if (present.has(id))
        return [{ subPath, message: quoting`the words are said to stand in ${id} too: keep one of the two` }]
      if (!versions.get(id)?.incomplete) return []
      return [{ subPath, message: quoting`${id} is incomplete: what is absent from it is not known, so leave it out` }]
    }),
  ]
}

interface Quoted {
  readonly quote: SeedQuote
  readonly source: string
  readonly path: Path
}

const quotesIn = ({ claims = [], relations = [] }: SeedFile): readonly Quoted[] => [
  ...claims.flatMap(({ assertions }, i) =>
    assertions.flatMap(({ quote, source }, j): readonly Quoted[] =>
      quote ? [{ quote, source, path: ['claims', i, 'assertions', j, 'quote'] }] : [],
    ),
  ),
  ...relations.flatMap(({ quote, source }, i): readonly Quoted[] =>
    quote ? [{ quote, source, path: ['relations', i, 'quote'] }] : [],
  ),
]
