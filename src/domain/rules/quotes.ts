import { quoting } from '../../text/printable.ts'
import type { Quote } from '../assertion.ts'
import type { ModelObjects } from '../model-objects.ts'
import { isDocumented } from '../provenance.ts'
import { provenancesIn } from './provenances.ts'
import { brokenRule, type ObjectPath, type RuleProblem } from './rule-problem.ts'

interface Version {
  readonly sourceId: string
  readonly incomplete: boolean
}

/**
 * A quote is as long as its position in the version that it names. The versions that it names belong to its source, and
 * are complete where the words are said to be absent.
 */
export function checkQuotes(
  objects: Pick<ModelObjects, 'entities' | 'concepts' | 'sources' | 'claims' | 'assertions' | 'relations'>,
): readonly RuleProblem[] {
  const versions = new Map<string, Version>()
  for (const { item } of objects.sources) {
    for (const { id, incomplete } of item.versions) versions.set(id, { sourceId: item.id, incomplete })
  }
  return [...quotesIn(objects)].flatMap(({ quote, sourceId, path }) =>
    [...placeProblems(quote), ...versionProblems(quote, sourceId, versions)].map(({ subPath, message }) =>
      brokenRule([...path, 'quote', ...subPath], message),
    ),
  )
}

interface PlacedQuote {
  readonly quote: Quote
  readonly sourceId: string
  readonly path: ObjectPath
}

function* quotesIn(objects: Parameters<typeof checkQuotes>[0]): Generator<PlacedQuote> {
  for (const list of ['assertions', 'relations'] as const) {
    for (const [i, { item }] of objects[list].entries()) {
      const { quote, sourceId } = item
      if (quote !== null && sourceId !== null) yield { quote, sourceId, path: [list, i] }
    }
  }
  for (const { provenance, path } of provenancesIn(objects)) {
    if (isDocumented(provenance) && provenance.quote !== null) yield { ...provenance, quote: provenance.quote, path }
  }
}

interface Problem {
  readonly subPath: readonly (string | number)[]
  readonly message: string
}

function placeProblems({ start, end, exact, versionId }: Quote): readonly Problem[] {
  const { length } = [...exact]
  const problems: Problem[] = []
  if (versionId === null && (start !== null || end !== null)) {
    const message = 'counts from the beginning of a version: name that in version, or leave start and end out'
    problems.push({ subPath: [start === null ? 'end' : 'start'], message })
  }
  if (start !== null && end !== null && end - start !== length) {
    problems.push({ subPath: ['end'], message: `the quote has ${length} code points, start to end are ${end - start}` })
  }
  return problems
}

function versionProblems(
  { versionId, foundIn = [], absentFrom = [] }: Quote,
  source: string,
  versions: ReadonlyMap<string, Version>,
): readonly Problem[] {
  const named: readonly (readonly [Problem['subPath'], string])[] = [
    ...(versionId === null ? [] : [[['versionId'], versionId] as const]),
    ...foundIn.map((id, i) => [['foundIn', i], id] as const),
    ...absentFrom.map((id, i) => [['absentFrom', i], id] as const),
  ]
  const present = new Set([versionId, ...foundIn])
  return [
    ...named.flatMap(([subPath, id]): readonly Problem[] => {
      const known = versions.get(id)
      return known && known.sourceId !== source ? [{ subPath, message: quoting`${id} is no version of ${source}` }] : []
    }),
    ...absentFrom.flatMap((id, i): readonly Problem[] => {
      const subPath = ['absentFrom', i]
      if (present.has(id))
        return [{ subPath, message: quoting`the words are said to stand in ${id} too: keep one of the two` }]
      if (!versions.get(id)?.incomplete) return []
      return [{ subPath, message: quoting`${id} is incomplete: what is absent from it is not known, so leave it out` }]
    }),
  ]
}
