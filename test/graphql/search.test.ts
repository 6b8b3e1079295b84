import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_OBJECTS } from '../../src/domain/model-objects.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { THING_KINDS } from '../../src/domain/thing-kind.ts'
import { searchTerms, textWordTest, words } from '../../src/text/search-text.ts'
import type { OpenStore } from '../open-store.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { answerTo, ask, NOW, openEmpty, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

interface Hit {
  readonly kind: string
  readonly slug: string
  readonly node: { readonly id: string } | null
  readonly match: {
    readonly field: string
    readonly value: string
    readonly language: string | null
    readonly highlights: readonly { readonly start: number; readonly end: number }[]
  }
}
interface Found {
  readonly nodes: readonly Hit[]
  readonly totalCount: number
  readonly complete: boolean
}
const SEARCH = `query ($text: String!, $kinds: [ThingKind!], $language: String! = "en", $first: Int = 100) {
  search(text: $text, kinds: $kinds, language: $language, first: $first) {
    totalCount complete
    nodes { kind slug node { id } match { field value language highlights { start end } } }
  }
}`
const search = async (text: string, rest: Readonly<Record<string, unknown>> = {}): Promise<Found> =>
  (await ask<{ search: Found }>(open.store, SEARCH, { text, ...rest })).search
const idsOf = ({ nodes }: Found): readonly string[] => nodes.map(({ kind, slug }) => `${kind}:${slug}`)

describe('search', () => {
  it('finds by a former name, and marks it as former', async () => {
    const [first] = (await search('Twitter')).nodes
    expect(first).toMatchObject({
      kind: 'Entity',
      slug: 'x',
      node: { id: 'Entity:x' },
      match: { field: 'FORMER', value: 'Twitter', highlights: [{ start: 0, end: 7 }] },
    })
  })

  it('finds claims by their speakers, and by the printed names of these', async () => {
    expect(idsOf(await search('musk direct messages'))).toContain('Claim:x-collects-dm-contents')
    expect(idsOf(await search('musk dm'))).toContain('Claim:x-collects-dm-contents')
    expect(idsOf(await search('sebagian besar masyarakat menjual'))).toContain('Claim:x-sells-user-data')
    const crowd = (await search('sebagian besar masyrakat')).nodes
    expect(crowd.map(({ match }) => match.field)).toContain('CLAIMANT')
  })

  it.each([
    ['x', 'Entity:x'],
    ['X', 'Entity:x'],
    ['xai', 'Entity:xai'],
    ['elon musk', 'Entity:elon-musk'],
    ['musk elon', 'Entity:elon-musk'],
    ['LINKEDIN', 'Entity:linkedin'],
    ['Bloomberg L.P.', 'Entity:bloomberg'],
    ['biometric data', 'DataCategory:biometric'],
    ['data biometrik', 'DataCategory:biometric'],
    ['biometrik', 'Claim:x-collects-biometric'],
    ['masyarakat', 'Entity:members-of-the-public'],
    ['compete with LinkedIn', 'Use:compete-with-linkedin'],
    ['bersaing dengan LinkedIn', 'Use:compete-with-linkedin'],
    ['Q918', 'Entity:x'],
    ['x sells user data', 'Claim:x-sells-user-data'],
    ['What Roll20 says', 'Story:roll20-personal-data'],
  ])('for %j finds %s among the first three', async (text, id) => {
    expect(idsOf(await search(text)).slice(0, 3)).toContain(id)
  })

  it.each(['x', 'xai', 'elon musk', 'Twitter', 'data biometrik', 'train AI models'])(
    'for %j lists an exact match first',
    async (text) => {
      const [first] = (await search(text)).nodes
      expect(words(first?.match.value ?? '').join(' ')).toBe(words(text).join(' '))
    },
  )

  it('ignores case and diacritics', async () => {
    const plain = await search('biometrik')
    for (const text of ['BIOMETRIK', 'bïométrik', 'bio\u0301metri\u0308k', '  biometrik  ', '“biometrik”']) {
      expect(await search(text)).toEqual(plain)
    }
  })

  it('finds by every prefix the same results as by the full word', async () => {
    for (const word of ['biometrik', 'employment', 'pekerjaan', 'dikumpulkannya', 'penyalahgunaan', 'mengkonfirmasi']) {
      const { nodes, ...found } = await search(word)
      // Other forms of the word do not begin with it.
      const same = nodes.filter(({ match }) => words(match.value).some((one) => one.startsWith(word)))
      const whole = idsOf({ ...found, nodes: same })
      expect(whole).not.toEqual([])
      for (let length = 3; length < word.length; length += 1) {
        const begun = idsOf(await search(word.slice(0, length)))
        expect(begun, word.slice(0, length)).toEqual(expect.arrayContaining([...whole]))
      }
    }
  })

  it('finds no result for a long word that shares only a prefix with an indexed word', async () => {
    expect(idsOf(await search('dikumpulkannyata'))).toEqual([])
    expect(idsOf(await search('dikumpulkannx'))).toEqual([])
  })

  it('has every term in each result, each highlighted at its place', async () => {
    const everything = (await search('data', { first: 100 })).nodes.map(({ match }) => match.value)
    const typed = fc
      .constantFrom(...everything)
      .chain((value) => fc.shuffledSubarray([...words(value)], { minLength: 1 }))
      .chain((some) =>
        fc.tuple(...some.slice(0, 3).map((word) => fc.integer({ min: 2, max: 12 }).map((n) => word.slice(0, n)))),
      )
    await fc.assert(
      fc.asyncProperty(typed, async (terms) => {
        const { nodes } = await search(terms.join(' '))
        expect(nodes.length).toBeGreaterThan(0)
        const tests = searchTerms(terms.join(' ')).map(textWordTest)
        const isFound = (word: string): boolean => tests.some((test) => test(word))
        for (const { match } of nodes) {
          const characters = [...match.value]
          for (const { start, end } of match.highlights) {
            const marked = words(characters.slice(start, end).join(''))
            expect(marked.some(isFound)).toBe(true)
          }
          if (match.highlights.length === 0) {
            expect(words(match.value).some(isFound)).toBe(false)
          }
        }
      }),
      { numRuns: propertyRuns(40) },
    )
  })

  it('restricted to kinds gives exactly the results of these kinds, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('x', 'data', 'musk', 'linkedin'),
        fc.subarray([...THING_KINDS], { minLength: 1 }),
        async (text, kinds) => {
          const all = await search(text)
          expect(all.totalCount).toBeLessThanOrEqual(100)
          const some = await search(text, { kinds })
          expect(some.nodes).toEqual(all.nodes.filter(({ kind }) => kinds.some((wanted) => wanted === kind)))
          expect(some.totalCount).toBe(some.nodes.length)
        },
      ),
      { numRuns: propertyRuns(30) },
    )
  })

  it('gives the language of the matched text, and prefers the requested language', async () => {
    const matchIn = async (language: string) =>
      (await search('linkedin', { language, kinds: ['Entity'] })).nodes[0]?.match
    expect(await matchIn('en')).toMatchObject({ language: 'en' })
    expect(await matchIn('id-ID')).toMatchObject({ language: 'id' })
    expect((await search('Q918')).nodes[0]?.match).toMatchObject({ field: 'EXTERNAL_ID', language: null })
  })

  it.each(['', '   ', '!?', '😀', '\u0301'])('without a word, %j, finds no result', async (text) => {
    expect(await search(text)).toEqual({ nodes: [], totalCount: 0, complete: true })
  })

  it.each(['qwertyuiop', 'x qwertyuiop'])('for unknown words, %j, finds no result', async (text) => {
    expect(await search(text)).toEqual({ nodes: [], totalCount: 0, complete: true })
  })

  it('rejects more than 500 characters', async () => {
    const { errors } = await answerTo(open.store, SEARCH, { text: 'x'.repeat(501) })
    expect(errors).toEqual([{ code: 'LIMIT_EXCEEDED', argument: 'text' }])
    expect(await search(`musk ${' '.repeat(495)}`)).toMatchObject({ complete: true })
  })
})

describe('search with more results than can be ranked', () => {
  let crowded: OpenStore
  const MANY = 1001
  beforeAll(async () => {
    crowded = await openEmpty()
    const name = (value: string) => ({
      value,
      language: 'en',
      kind: 'PREFERRED' as const,
      validFrom: null,
      validTo: null,
    })
    const entities = Array.from({ length: MANY }, (_, i) => ({
      item: {
        id: toSlug(`person-${i}`),
        kind: 'Person' as const,
        names: [name(i === 0 ? 'Nobody Else' : `Somebody ${i}`)],
        externalIds: [],
        description: {},
        speaksFor: [],
      },
      recordedAt: NOW.toISOString(),
    }))
    await crowded.load({ ...NO_OBJECTS, entities, contentHash: '' }, { author: 'test', set: 'test', now: NOW })
  })
  afterAll(() => crowded.database.close())

  it('reports an incomplete list; a narrower search is complete', async () => {
    const found = async (text: string): Promise<Found> =>
      (await ask<{ search: Found }>(crowded.store, SEARCH, { text, first: 1 })).search
    expect(await found('person')).toMatchObject({ complete: false, totalCount: MANY - 1 })
    expect(await found('somebody')).toMatchObject({ complete: true, totalCount: MANY - 1 })
    expect(await found('somebody 77')).toMatchObject({ complete: true, nodes: [{ slug: 'person-77' }] })
  })

  it('is rejected as a filter, since part of the results would read as all', async () => {
    const { errors } = await answerTo(crowded.store, '{ entities(filter: { text: "person" }) { nodes { slug } } }')
    expect(errors).toEqual([{ code: 'LIMIT_EXCEEDED', argument: 'filter.text' }])
  })

  it('is neither rejected nor cut because of results of other kinds', async () => {
    const query =
      '{ sources(filter: { text: "person" }) { nodes { slug } } claims(filter: { text: "person" }) { nodes { slug } } }'
    const none = { nodes: [] }
    expect(await answerTo(crowded.store, query)).toEqual({ data: { sources: none, claims: none }, errors: [] })
    const found = (await ask<{ search: Found }>(crowded.store, SEARCH, { text: 'person', kinds: ['Story'] })).search
    expect(found).toEqual({ complete: true, totalCount: 0, nodes: [] })
  })
})
