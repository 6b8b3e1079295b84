import { createCache } from '../../src/cache/create-cache.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { en } from '../../src/messages/en.ts'
import { matchQueries } from '../../src/reconciliation/match.ts'
import { createNameLookups } from '../../src/reconciliation/name-lookup.ts'
import { spellingsOf } from '../../src/reconciliation/name-spellings.ts'
import { openStore } from '../open-store.ts'
import { RULES, randomFrom } from './misspell.ts'
import { namesDataset } from './names-dataset.ts'

/** Findings of one rule of misspelling. */
export interface MatchingFigures {
  readonly rule: string
  readonly queries: number
  /** Queries whose thing is the first candidate, and among the first three. */
  readonly first: number
  readonly firstThree: number
  /** Candidates with `match: true` that are the thing, and that are not. */
  readonly right: number
  readonly wrong: number
}

export interface MatchingOptions {
  /** Names of the database. Those that differ in spaces and marks alone count once. */
  readonly names: readonly string[]
  /** Names that the database lacks. */
  readonly absent: readonly string[]
  /** Queries for each rule. */
  readonly perRule: number
  readonly seed: number
}

/** Loads a database of names, and looks for each in its misspelt forms. */
export async function measureMatching(options: MatchingOptions): Promise<readonly MatchingFigures[]> {
  const names = distinct(options.names)
  const cache = createCache({ maxBytes: 64 * 1024 * 1024 })
  const location = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 20_000 }
  const open = await openStore({ ...location, cache })
  try {
    await open.load(namesDataset(names), { author: 'test', set: 'names', now: new Date('2026-11-01T00:00:00Z') })
    const store = open.database.visibleTo(PUBLIC_VIEWER)
    const revision = await store.revisionAt(null)
    const reader = { store, revision, messages: en, publicUrl: 'https://sanad.example', pause: () => Promise.resolve() }
    const lookup = await createNameLookups(cache)(store, revision)
    const random = randomFrom(options.seed)
    const judge = async (rule: string, wanted: readonly { text: string; id: string | null }[]) => {
      const queries = wanted.map(({ text }) => ({
        ...{ texts: [text], ids: [], types: [], needsAllTypes: false, limit: 5, conditions: [] },
      }))
      const found = await matchQueries(queries, lookup, reader)
      const count = (is: (id: string | null, candidates: (typeof found)[number]) => boolean): number =>
        wanted.filter(({ id }, i) => is(id, found[i] ?? [])).length
      return {
        rule,
        queries: wanted.length,
        first: count((id, [one]) => one !== undefined && one.thing.id === id),
        firstThree: count((id, candidates) => candidates.slice(0, 3).some(({ thing }) => thing.id === id)),
        right: count((id, candidates) => candidates.some(({ isMatch, thing }) => isMatch && thing.id === id)),
        wrong: count((id, candidates) => candidates.some(({ isMatch, thing }) => isMatch && thing.id !== id)),
      }
    }
    const figures: MatchingFigures[] = []
    for (const { name, misspell } of RULES) {
      const all = names.flatMap((text, i) => {
        const written = misspell(text, random)
        return written === null || written === text ? [] : [{ text: written, id: `entity/service-${i}` }]
      })
      figures.push(await judge(name, sample(all, options.perRule, random)))
    }
    const known = new Set(names.map(keyOf))
    const absent = distinct(options.absent).filter((name) => !known.has(keyOf(name)))
    const unknown = sample(absent, options.perRule * 2, random).map((text) => ({ text, id: null }))
    figures.push(await judge('name that is absent', unknown))
    return figures
  } finally {
    await open.database.close()
  }
}

const keyOf = (name: string): string => spellingsOf(name).core

const distinct = (names: readonly string[]): readonly string[] => {
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = keyOf(name)
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function sample<T>(all: readonly T[], count: number, random: () => number): readonly T[] {
  const left = [...all]
  return Array.from({ length: Math.min(count, all.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat()
}

/** Renders the figures as a Markdown table. */
export function renderMatching(figures: readonly MatchingFigures[]): string {
  const lines = figures.map(
    ({ rule, queries, first, firstThree, right, wrong }) =>
      `| ${[rule, queries, first, firstThree, right, wrong].join(' | ')} |`,
  )
  return [
    '| misspelling | names | first | among three | `match` right | `match` wrong |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}
