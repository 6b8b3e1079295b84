import type { SearchBounds, TextIndex } from './engine.ts'

/** Searches a property of the text index for any of the words, separated by spaces. Returns nodes with their scores, the best first. */
export type SearchIndex = (property: string, words: string, max: number) => Promise<readonly (readonly number[])[]>

/** Indexed words that terms find. */
export interface WantedWords {
  /** One list for each term. */
  readonly terms: readonly (readonly string[])[]
  /** Lists of joined names, the best first. */
  readonly names: readonly (readonly string[])[]
}

export interface CandidateOptions {
  readonly index: Pick<TextIndex, 'property' | 'names'>
  readonly matching: NonNullable<SearchBounds['matching']>
  readonly limit: number
  /** Whether the caller ranks the candidates, so that it needs all of them. */
  readonly isRanked: boolean
  /** Number of nodes in the database. */
  readonly nodeCount: number
}

/** Candidates of a first list for each wanted result, since some are of other kinds and revisions. */
const CANDIDATES_OF_RESULT = 5

/**
 * Iterates over the nodes that may match, each once. Where the best ones of one search suffice, they are the first list, so that the cost
 * of a frequent word does not grow with the database; the second list has all others.
 */
export async function* candidateLists(
  search: SearchIndex,
  { terms, names }: WantedWords,
  { index, matching, limit, isRanked, nodeCount }: CandidateOptions,
): AsyncIterable<readonly number[]> {
  const all = Math.max(nodeCount, 1)
  const searchFor = async (property: string, words: readonly string[], max: number): Promise<readonly number[]> => {
    const hits = words.length === 0 ? [] : await search(property, words.join(' '), max)
    return hits.flatMap(([node]) => node ?? [])
  }
  const namesakes = async (max: number): Promise<readonly number[]> => {
    const found: number[] = []
    if (matching === 'ALL') for (const some of names) found.push(...(await searchFor(index.names, some, max)))
    return found
  }
  const isOneSearch = matching === 'ANY' || terms.length === 1
  if (!isOneSearch) {
    const common = await inAll(terms.map((words) => () => searchFor(index.property, words, all)))
    yield [...new Set([...(await namesakes(all)).filter((node) => common.has(node)), ...common])]
    return
  }
  // The engine reads several words as OR.
  const words = [...new Set(terms.flat())]
  const max = isRanked ? all : Math.min(all, CANDIDATES_OF_RESULT * (limit + 1))
  const best = await searchFor(index.property, words, max)
  const first = new Set([...(await namesakes(max)), ...best])
  yield [...first]
  if (best.length < max || max === all) return
  yield (await searchFor(index.property, words, all)).filter((node) => !first.has(node))
}

/** Searches for each term by itself, and intersects the results. */
async function inAll(searches: readonly (() => Promise<readonly number[]>)[]): Promise<ReadonlySet<number>> {
  const [first, ...others] = searches
  let common: ReadonlySet<number> = new Set(await first?.())
  for (const search of others) {
    const before = common
    common = new Set((await search()).filter((node) => before.has(node)))
  }
  return common
}
