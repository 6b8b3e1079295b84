import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rankingOf } from '../../src/domain/folded-texts.ts'
import type { GraphDatabase } from '../../src/domain/graph-database.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import type { SearchField } from '../../src/domain/store/search-candidate.ts'
import { THING_KINDS, type ThingKind } from '../../src/domain/thing-kind.ts'
import { PUBLIC_VIEWER, type Viewer } from '../../src/domain/viewer.ts'
import { OPEN, STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import { searchProperties } from '../../src/store/encoding/search-fields.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { queryTerms, searchTerms, withStems } from '../../src/text/search-text.ts'
import { searchedTexts, typedTerms } from '../domain/searched-texts.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { becomeDatabase } from './become-database.ts'

const NOW = toRevisionNumber(5000)
const EDITOR: Viewer = { kind: 'SIGNED_IN', id: 'editor', roles: ['EDITOR'] }

interface Written {
  readonly thing: string
  readonly fields: readonly SearchField[]
  readonly from?: number
  readonly until?: number
  readonly isDraft?: boolean
}

const named = (thing: string, value: string, rest: Partial<Written> = {}): Written => ({
  thing,
  fields: [{ field: 'PREFERRED', language: 'en', value }],
  ...rest,
})
const numbered = (count: number, toWritten: (number: string, place: number) => Written): readonly Written[] =>
  Array.from({ length: count }, (_, place) => toWritten(String(place).padStart(4, '0'), place))

/** Things with generated texts, at a revision of their own. The last has words past the ranked ones. */
const GENERATED_AT = 50
const LONG: readonly SearchField[] = [
  { field: 'QUOTE', language: 'en', value: Array.from({ length: 8000 }, (_, place) => `w${place}`).join(' ') },
  { field: 'SUMMARY', language: 'id', value: 'Penjualan data X' },
  { field: 'SUMMARY', language: 'en', value: 'Unrelated' },
]
const GENERATED: readonly Written[] = [...fc.sample(searchedTexts, { numRuns: propertyRuns(200), seed: 26 }), LONG].map(
  (fields, place) => ({ thing: `Claim:g-${place}`, fields, from: GENERATED_AT, until: GENERATED_AT + 1 }),
)

/** 5,000 things with the word: it is the name of three, the beginning of ten names, and these are written among the others. */
const BEACONS = numbered(5000, (number, place) => {
  if (place % 2000 === 999 || place === 4999) return named(`Entity:e-${number}`, place < 2000 ? 'BEACON' : 'Beacon')
  if (place % 500 === 250) return named(`Entity:b-${number}`, `Beacon Light ${number}`)
  return place % 2 === 0
    ? named(`Source:s-${number}`, `The beacon ${number}`)
    : { thing: `Claim:c-${number}`, fields: [{ field: 'ABOUT', language: 'en', value: `A beacon ${number}` }] }
})

const LANTERNS = [
  ...numbered(3000, (_, place) => named('Entity:changed', 'Lantern', { from: place + 1, until: place + 2 })),
  named('Entity:changed', 'Another name', { from: 3001 }),
  ...numbered(1500, (number) => named(`Entity:draft-${number}`, 'Lantern', { isDraft: true })),
  ...numbered(5, (number) => named(`Entity:live-${number}`, `The old lantern ${number}`)),
]

/** Two documents with one searched word in each text: a stem in the title of one, an exact word in that of the other. */
const SHOPS: readonly Written[] = [
  {
    thing: 'Source:z-stem',
    fields: [
      { field: 'PREFERRED', language: 'id', value: 'Penjualan' },
      { field: 'QUOTE', language: 'id', value: 'Toko X' },
    ],
  },
  {
    thing: 'Source:a-word',
    fields: [
      { field: 'TITLE', language: 'id', value: 'X' },
      { field: 'QUOTE', language: 'id', value: 'Dijual' },
    ],
  },
]

const textsOf = ({ thing, fields }: Written) => searchProperties([thing.slice(thing.indexOf(':') + 1)], fields)

async function write(engine: Engine, states: readonly Written[]): Promise<void> {
  const rows = states.map(({ from = 4000, until = OPEN, isDraft = false, ...written }) => ({
    thing: written.thing,
    fromRevision: from,
    untilRevision: until,
    ...textsOf(written),
    ...(isDraft ? { visibility: 'DRAFT' } : {}),
  }))
  for (let from = 0; from < rows.length; from += 1000) {
    await engine.transaction((tx) =>
      tx.run('UNWIND $rows AS r CREATE (w:State:Searchable) SET w = r', { rows: rows.slice(from, from + 1000) }),
    )
  }
}

/** Contract of searches with more results than are ranked, and of past and draft states. The engine must be empty. */
export function describeSearch(name: string, open: () => Promise<Engine>): void {
  describe(`search on ${name}`, () => {
    let engine: Engine
    let database: GraphDatabase
    beforeAll(async () => {
      engine = await open()
      await becomeDatabase(engine)
      await engine.prepareLoads()
      await write(engine, [...BEACONS, ...LANTERNS, ...SHOPS, ...GENERATED])
      database = createGraphDatabase(engine)
    }, 120_000)
    afterAll(() => engine.close())

    const search = async (
      text: string,
      limit = 1000,
      kinds: readonly ThingKind[] | null = null,
      viewer: Viewer = PUBLIC_VIEWER,
    ) => {
      const request = { terms: queryTerms(text), language: 'en', kinds, limit }
      const found = await database.visibleTo(viewer).search(request, NOW)
      return { ...found, keys: found.things.map(({ kind, id }) => `${kind}:${id}`) }
    }

    it('with 5,000 results has the exact names first, then the names that begin with the text', async () => {
      const { keys, total, complete } = await search('beacon')
      expect({ total, complete }).toEqual({ total: 1000, complete: false })
      expect(keys.slice(0, 13)).toEqual([
        ...['e-0999', 'e-2999', 'e-4999'].map((id) => `Entity:${id}`),
        ...numbered(10, (_, place) => named(`Entity:b-${String(place * 500 + 250).padStart(4, '0')}`, '')).map(
          ({ thing }) => thing,
        ),
      ])
    })

    it.each(['beac', 'beacon li', 'BEACON LIGHT', 'light beacon'])('for %j has the same ten names', async (text) => {
      const { keys } = await search(text)
      expect(keys.filter((key) => key.startsWith('Entity:b-'))).toHaveLength(10)
    })

    it('has each result once, in the order of the sort keys, whatever the limit', async () => {
      const { things, keys } = await search('beacon')
      const sortKeys = things.map(({ sortKey }) => sortKey)
      expect(new Set(keys).size).toBe(1000)
      expect(sortKeys).toEqual([...sortKeys].sort())
      for (const limit of [1, 100, 101, 999]) {
        const some = await search('beacon', limit)
        expect(some.keys).toEqual(keys.slice(0, limit))
        expect(some.total).toBe(1000)
      }
    })

    it('ranks a text by the stem of a word as by the word', async () => {
      const request = { terms: searchTerms('x menjual'), language: 'id', kinds: null, limit: 10 }
      const { things } = await database.visibleTo(PUBLIC_VIEWER).search(request, NOW)
      expect(things.map(({ id }) => id)).toEqual(['z-stem', 'a-word'])
    })

    it('ranks things by all their texts, and finds each once', async () => {
      const texts = new Map(GENERATED.map((one) => [one.thing, String(textsOf(one).searchText)]))
      const [index = expect.fail()] = STORE_SCHEMA.text
      const bounds = { revision: GENERATED_AT, keys: ['Claim:'], drafts: false, limit: 1000 }
      let found = 0
      await fc.assert(
        fc.asyncProperty(
          typedTerms,
          fc.boolean(),
          fc.constantFrom('en', 'id-ID'),
          async (typed, isStemmed, language) => {
            const terms = isStemmed ? withStems(typed) : typed
            const { groups } = await engine.searchText(index, terms, { ...bounds, language })
            const ranks = groups.flatMap(({ rank, things }) => things.map((thing) => ({ thing, rank })))
            const rank = rankingOf(terms, language)
            expect(ranks).toEqual(ranks.map(({ thing }) => ({ thing, rank: rank(texts.get(thing) ?? expect.fail()) })))
            expect(new Set(ranks.map(({ thing }) => thing)).size).toBe(ranks.length)
            expect(new Set(groups.map((group) => group.rank)).size).toBe(groups.length)
            found += ranks.length
          },
        ),
        {
          numRuns: propertyRuns(400),
          examples: [
            [['w7000', 'penjualan'], true, 'en'],
            [['penjualan'], true, 'en'],
          ],
        },
      )
      expect(found).toBeGreaterThan(100)
    })

    it.each(THING_KINDS)('restricted to %s finds things of that kind alone', async (kind) => {
      const { keys } = await search('beacon', 1000, [kind])
      const written = BEACONS.filter(({ thing }) => thing.startsWith(`${kind}:`)).length
      expect(keys).toHaveLength(Math.min(1000, written))
      expect(keys.filter((key) => !key.startsWith(`${kind}:`))).toEqual([])
    })

    it('without kinds finds nothing', async () => {
      expect(await search('beacon', 10, [])).toMatchObject({ keys: [], total: 0, complete: true })
    })

    it('finds current states beside 3,000 past states and 1,500 drafts with an exact name', async () => {
      const live = numbered(5, (number) => named(`Entity:live-${number}`, '')).map(({ thing }) => thing)
      expect(await search('lantern')).toMatchObject({ keys: live, total: 5, complete: true })
      expect(await search('lantern', 1000, null, EDITOR)).toMatchObject({ total: 1000, complete: false })
      const past = { terms: ['lantern'], language: 'en', kinds: null, limit: 10 }
      const { things } = await database.visibleTo(PUBLIC_VIEWER).search(past, toRevisionNumber(1500))
      expect(things.map(({ id }) => id)).toEqual(['changed'])
    })

    it('returns the texts of things as they are stored', async () => {
      const { things } = await search('beacon', 1)
      const store = database.visibleTo(PUBLIC_VIEWER)
      const [fields, none] = await store.searchFields(
        [...things, { kind: 'Use', id: things[0]?.id ?? expect.fail() }],
        NOW,
      )
      expect(fields?.[0]).toEqual({ field: 'PREFERRED', language: 'en', value: 'BEACON' })
      expect(none).toEqual([])
    })

    it.each([
      'beacon*',
      'beacon~2 AND NOT [a TO z]',
      'searchNames:beacon OR beacon^9',
      '"beacon" (((',
      'a'.repeat(500),
      `beacon ${'q '.repeat(240)}`,
      '😀 beacon 😀',
      'منارة beacon',
      'beacon\0',
      '\0',
      'be\uA78Cacon',
      '~aen beacon',
      '\\',
    ])('reads the signs of %j as no query', async (text) => {
      const terms = queryTerms(text)
      const { keys } = await search(text, 13)
      const isFoundByAll = terms.length > 0 && terms.every((term) => 'beacon'.startsWith(term))
      expect(keys).toEqual(isFoundByAll ? (await search('beacon', 13)).keys : [])
    })
  })
}
