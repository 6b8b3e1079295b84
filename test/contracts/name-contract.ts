import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { Entity } from '../../src/domain/entity.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { type Slug, toSlug } from '../../src/domain/slug.ts'
import type { Page, PageCursor } from '../../src/domain/store/page.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { nameKey } from '../../src/store/encoding/name-key.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { foldText } from '../../src/text/fold.ts'
import { queryTerms } from '../../src/text/search-text.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { NAMES_IN_SCRIPTS } from '../text/names-in-scripts.ts'
import { EARLY, smallDataset } from './small-dataset.ts'

/** Names in many scripts, each in both forms of Unicode; equal names; names that are equal for longer than a key. */
const NAMES: readonly string[] = [
  ...NAMES_IN_SCRIPTS.flatMap((name) => [name.normalize('NFC'), name.normalize('NFD')]),
  'Equal Name',
  'equal name',
  'ÉQUAL NAME',
  // U+FA0E stands after U+20000 by UTF-16 units, before it by code points.
  '\u{20000}',
  '\u{20000}野家',
  '\uFA0E',
  '\uFA0E野',
  '😀',
  '😀'.repeat(300),
  "'; DETACH DELETE n //",
  `${'ก'.repeat(900)}ข`,
  `${'ก'.repeat(900)}ค`,
]

const toId = (place: number): Slug => toSlug(`name-${String(place).padStart(3, '0')}`)

function datasetOfNames(): Dataset {
  const small = smallDataset(1)
  const entities = NAMES.map((value, place): Dataset['entities'][number] => {
    const entity: Entity = {
      id: toId(place),
      kind: 'Person',
      names: [{ value, language: 'und', kind: 'PREFERRED', validFrom: null, validTo: null }],
      externalIds: [],
      description: {},
      speaksFor: [],
    }
    return { item: entity, recordedAt: EARLY }
  })
  return { ...small, entities: [...small.entities, ...entities] }
}

const byCodePoints = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** Contract of names in many scripts: their order, page by page, and the search for them. The engine must be empty. */
export function describeNames(name: string, open: () => Promise<Engine>): void {
  describe(`names in many scripts on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    let revision: ReturnType<typeof toRevisionNumber>
    beforeAll(async () => {
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      store = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
      const options = { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') }
      revision = toRevisionNumber((await loadDataset(engine, datasetOfNames(), options)).revision)
    })
    afterAll(() => engine.close())

    const inOrder = (): readonly string[] =>
      [...datasetOfNames().entities]
        .map(({ item }) => ({ id: item.id, key: nameKey(item.names[0]?.value ?? '') }))
        .sort((a, b) => byCodePoints(a.key, b.key) || byCodePoints(a.id, b.id))
        .map(({ id }) => id)

    it.each([
      ['forwards', 1],
      ['forwards', 7],
      ['backwards', 1],
      ['backwards', 7],
    ])('are listed %s by %i, each once, by folded name and then by slug', async (direction, limit) => {
      const backwards = direction === 'backwards'
      const seen: string[] = []
      let cursor: PageCursor | null = null
      for (let more = true; more && seen.length <= 1000; ) {
        const page: Page<Entity> = await store.entityPage({}, 'NAME', { limit, backwards, cursor }, revision)
        const ids = page.items.map(({ id }) => id)
        if (backwards) seen.unshift(...ids)
        else seen.push(...ids)
        cursor = (backwards ? page.cursors[0] : page.cursors.at(-1)) ?? null
        more = page.hasMore
      }
      expect(seen).toEqual(inOrder())
    })

    it('are sorted by code points, past U+FFFF too', () => {
      const folded = NAMES.map((value, place) => ({ id: toId(place), key: foldText(value) }))
      const short = folded.filter(({ key }) => key.length < 50)
      const sorted = short.sort((a, b) => byCodePoints(a.key, b.key) || byCodePoints(a.id, b.id)).map(({ id }) => id)
      const listed = inOrder()
      expect(listed.filter((id) => sorted.some((one) => one === id))).toEqual(sorted)
    })

    it('have cursors of at most 1,000 characters', async () => {
      const { cursors } = await store.entityPage({}, 'NAME', { limit: 100, backwards: false, cursor: null }, revision)
      const lengths = cursors.map(({ key, id }) => JSON.stringify([1, 'NAME.12345678', key, id]).length)
      const bytes = cursors.map(({ key }) => Buffer.byteLength(key))
      expect(Math.max(...lengths)).toBeGreaterThan(100)
      expect(Math.max(...bytes)).toBeLessThan(400)
    })

    const search = async (text: string): Promise<readonly string[]> => {
      const request = { terms: queryTerms(text), language: 'en', kinds: null, limit: 1000 }
      return (await store.search(request, revision)).things.map(({ id }) => id)
    }

    it('are found by each word and its beginnings, in either form of Unicode and either case', async () => {
      const places = fc.nat({ max: NAMES_IN_SCRIPTS.length * 2 - 1 })
      const form = fc.constantFrom('NFC', 'NFD')
      await fc.assert(
        fc.asyncProperty(places, fc.nat(), fc.nat(), form, fc.boolean(), async (place, at, length, to, upper) => {
          const found = foldText(NAMES[place] ?? '').match(/[\p{L}\p{N}\p{M}']+/gu) ?? []
          const characters = [...(found[at % found.length] ?? '')]
          const typed = characters.slice(0, 2 + (length % characters.length)).join('')
          const text = (upper ? typed.toUpperCase() : typed).normalize(to)
          expect(await search(text), text).toContain(toId(place))
        }),
        { numRuns: propertyRuns(200) },
      )
    })

    it.each([
      ['soren lodz', 'Søren Łódź'],
      ['SØREN', 'Søren Łódź'],
      ['thordur', 'Đorđe Þórður'],
      ['strasse', 'Straße Æsir œuvre'],
      ['ISTANBUL', 'İstanbul ışık'],
      ['obrien', "O'Brien"],
      ['o’brien', "O'Brien"],
      ['京都', '東京都庁'],
      ['信息保护', '个人信息保护委员会'],
      ['方針', 'X社の方針'],
      ['x', 'X社の方針'],
      ['ดีครับ', 'สวัสดีครับ'],
      ['မှန်', null],
      ['មិន', null],
      ['ນ', 'ຂໍ້ມູນ'],
      ['ន្នន័យ', 'ទិន្នន័យ'],
      ['အလက်', 'အချက်အလက်'],
      ['한', '한국인터넷진흥원'],
      ['xai 2023', 'ＸＡＩ ２０２３'],
      ['हिन्दी', 'हिन्दी समाचार'],
    ])('are found for %j: %s', async (text, value) => {
      const expected = value === null ? [] : [NAMES.indexOf(value.normalize('NFC'))]
      const found = await search(text)
      for (const place of expected) {
        expect(found).toContain(toId(place))
        expect(found).toContain(toId(place + 1))
      }
      if (value === null) expect(found).toEqual([])
    })

    it('keep voiced and unvoiced kana apart', async () => {
      const [voiced, unvoiced] = [await search('ばら'), await search('はら')]
      expect(voiced).toEqual(await search('バラ'))
      expect(voiced).toEqual(await search('ﾊﾞﾗ'))
      // One name has both words, in both forms of Unicode.
      expect(voiced).toHaveLength(2)
      expect(unvoiced).toEqual(voiced)
      expect(await search('ぱら')).toEqual([])
      expect(await search('はらば')).toEqual([])
    })
  })
}
