import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinedBeginnings, wordsOfTexts } from '../../src/domain/folded-texts.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { STANDINGS } from '../../src/domain/standing.ts'
import { CLAIM_ORDERS, type ClaimFilter } from '../../src/domain/store/claim-filter.ts'
import type { CLAIM_PARENTS } from '../../src/domain/store/claim-parent.ts'
import type { NEIGHBOUR_KINDS } from '../../src/domain/store/neighbours.ts'
import type { PageCursor } from '../../src/domain/store/page.ts'
import type { REMOVAL_PARENTS } from '../../src/domain/store/removed-claim.ts'
import type { ThingKind } from '../../src/domain/thing-kind.ts'
import { THING_KINDS } from '../../src/domain/thing-kind.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { OPEN } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createStates } from '../../src/store/queries/create-states.ts'
import { markLoading } from '../../src/store/queries/store-state.ts'
import { searchedNames, searchedWords } from '../../src/store/queries/things-by-ids.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { readHistory } from '../../src/store/read/read-history.ts'
import { loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { findLoaded, rememberLoaded } from '../../src/store/write/loaded-seeds.ts'
import { findSeedSet } from '../../src/store/write/seed-set.ts'
import { foldText } from '../../src/text/fold.ts'
import { findStatements } from '../cypher/statement-lint.ts'
import { appendAndEnd } from './append-and-end.ts'
import { becomeDatabase } from './become-database.ts'
import { FILTERS } from './claim-filters.ts'
import { tellIndexed, tellKinds, tellNarrower } from './indexed-contract.ts'
import { tellLists } from './list-contract.ts'
import { tellReadsAhead } from './reads-ahead-contract.ts'
import { recording } from './recording.ts'
import { renamedDataset } from './renamed-dataset.ts'
import { richDataset } from './rich-dataset.ts'
import { tellSets } from './sets-contract.ts'
import { slugsInTwos } from './slugs-in-twos.ts'
import { EARLY, LATE, smallDataset } from './small-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const options = { author: 'test', set: 'test', now: NOW }

/** Contract of the store on every engine. The engine must be empty. */
export function describeStore(name: string, open: () => Promise<Engine>): void {
  describe(`store on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    const ran = new Set<string>()
    beforeAll(async () => {
      engine = recording(await open(), (text) => ran.add(text))
      await becomeDatabase(engine)
      store = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
      await loadDataset(engine, smallDataset(), options)
    })
    afterAll(() => engine.close())

    it('reads a claim in full, with the status of its assertions', async () => {
      const now = await store.revisionAt(null)
      const [claim, missing] = await store.claims(['claim-0000', 'nothing'].map(toSlug), now)
      expect(missing).toBeNull()
      expect(claim?.status).toMatchObject({ status: 'DISPUTED', contradictsItself: true })
      expect(claim?.assertions.map((a) => a.id)).toEqual(['denies', 'states-claim-0000'])
      expect(claim?.namedEntities.map((e) => e.id).sort()).toEqual(['musk', 'x'])
      expect(claim?.namedSources.map((s) => s.id)).toEqual(['policy'])
    })
    it('reads asOf from the revision of that instant', async () => {
      expect(await store.revisionAt('2025-12-31T00:00:00Z')).toBe(0)
      const early = await store.revisionAt(EARLY)
      expect(early).toBeLessThan(await store.revisionAt(LATE))
      const [claim] = await store.claims([toSlug('claim-0000')], early)
      expect(claim?.status.status).toBe('STATED')
      expect(await store.claims([toSlug('claim-0000')], toRevisionNumber(0))).toEqual([null])
    })

    it.each(CLAIM_ORDERS)('pages by %s in both directions without gaps or repeats', async (order) => {
      const now = await store.revisionAt(null)
      const everything = (await store.claimPage({}, order, { limit: 100, backwards: false, cursor: null }, now)).items
      for (const limit of [1, 2, 3]) {
        for (const backwards of [false, true]) {
          const seen: string[] = []
          let cursor: PageCursor | null = null
          for (let step = 0; step < 10; step += 1) {
            const page = await store.claimPage({}, order, { limit, backwards, cursor }, now)
            const ids = page.items.map((c) => c.claim.id)
            if (backwards) seen.unshift(...ids)
            else seen.push(...ids)
            cursor = (backwards ? page.cursors[0] : page.cursors.at(-1)) ?? null
            if (!page.hasMore) break
          }
          expect(seen).toEqual(everything.map((c) => c.claim.id))
        }
      }
    })

    it.each(FILTERS)('finds and counts by %j', async (filter, expected) => {
      const now = await store.revisionAt(null)
      const page = await store.claimPage(filter, 'SLUG', { limit: 100, backwards: false, cursor: null }, now)
      expect(page.items).toHaveLength(expected)
      expect(await store.countClaims(filter, now)).toBe(expected)
      expect(await slugsInTwos(store, filter, now)).toEqual(page.items.map(({ claim }) => claim.id))
    })

    it('reads entities, concepts, sources and stories by key order, page, external id and search', async () => {
      const now = await store.revisionAt(null)
      expect((await store.entities(['musk', 'no', 'x'].map(toSlug), now)).map((e) => e?.id)).toEqual([
        'musk',
        undefined,
        'x',
      ])
      expect((await store.entityByExternalId('wikidata', 'Q-musk', now))?.id).toBe('musk')
      expect((await store.conceptTree('DataCategory', now)).all.map((c) => c.id)).toEqual(['messages', 'posts'])
      expect(await store.narrowerConcepts('DataCategory', toSlug('posts'), now)).toEqual(['posts'])
      expect(await store.narrowerConcepts('DataCategory', toSlug('no'), now)).toEqual([])
      expect((await store.sources([toSlug('policy')], now))[0]?.publishedBy).toBe('x')
      expect((await store.stories([toSlug('story')], now))[0]?.claimIds).toHaveLength(5)
      expect([await store.countStories(toRevisionNumber(0)), await store.countStories(now)]).toEqual([0, 1])
      const storiesOf = async (claims: readonly string[], revision = now): Promise<readonly string[]> =>
        (await store.storiesOfClaims(claims.map(toSlug), 5, revision)).map(({ id }) => id)
      expect(await storiesOf(['claim-0001'])).toEqual(['story'])
      expect(await storiesOf(['no', 'claim-0002', 'claim-0001'])).toEqual(['story'])
      expect(await storiesOf(['claim-0001'], toRevisionNumber(0))).toEqual([])
      expect(await storiesOf(['no'])).toEqual([])
      expect(await storiesOf([])).toEqual([])
      const people = await store.entityPage(
        { kinds: ['Person'] },
        'SLUG',
        { limit: 10, backwards: false, cursor: null },
        now,
      )
      expect(people.items.map((e) => e.id)).toEqual(['musk'])
      const request = { terms: ['mus'], language: 'en', kinds: null, limit: 10 }
      const { things } = await store.search(request, now)
      expect(things.map(({ kind, id }) => `${kind}:${id}`)).toEqual(['Entity:musk', 'Claim:claim-0000'])
      const [fields] = await store.searchFields(things, now)
      expect(fields?.[0]?.field).toBe('PREFERRED')
      const found = await store.thingsWithTerms(['mus'], null, 10, now)
      expect(found.things.map((thing) => thing.id).toSorted()).toEqual(['claim-0000', 'musk'])
      const counts = await store.countByStanding(now)
      expect(counts.map(({ status, polarity }) => ({ status, polarity }))).toEqual(STANDINGS)
      expect(counts.filter(({ count }) => count > 0)).toEqual([
        { status: 'DISPUTED', polarity: null, count: 1 },
        { status: 'STATED', polarity: 'AFFIRMS', count: 4 },
      ])
      expect(await store.countByKind(now)).toMatchObject({ Entity: 2, Claim: 5, Source: 1, Story: 1 })
    })

    it('removes only the states of an interrupted load', async () => {
      const now = await store.revisionAt(null)
      await engine.transaction(async (tx) => {
        await tx.run(markLoading.text)
        const left = { thing: 'Entity:left', fromRevision: now + 1, untilRevision: OPEN }
        await tx.run(createStates['EntityState>Entity']?.text ?? expect.fail(), {
          batch: { items: [{ properties: left }] },
        })
      })
      expect(await recover(engine)).toBe(true)
      expect(await recover(engine)).toBe(false)
      expect(
        await engine.run('MATCH (w:State {thing: $thing}) RETURN w.thing AS thing', { thing: 'Entity:left' }),
      ).toEqual([])
      expect(await store.countClaims({}, now)).toBe(5)
    })

    it('loads an unchanged set once, and a changed set as one revision that ends removed claims', async () => {
      const before = await store.revisionAt(null)
      expect(await loadDataset(engine, smallDataset(), options)).toMatchObject({ changed: false, revision: before })
      const result = await loadDataset(engine, smallDataset(4), options)
      expect(result).toMatchObject({ changed: true, revision: before + 1 })
      expect(await store.countClaims({}, toRevisionNumber(before + 1))).toBe(4)
      expect(await store.countClaims({}, before)).toBe(5)
    })

    it('knows when an object was recorded and removed, and below which parent', async () => {
      const [early, now] = await Promise.all([store.revisionAt(EARLY), store.revisionAt(null)])
      const lives = (ids: readonly string[], revision: number) =>
        store.lifetimes('Claim', ids.map(toSlug), toRevisionNumber(revision))
      expect(await lives(['claim-0004', 'nothing', 'claim-0000'], now)).toEqual([
        { recordedIn: early, removedIn: now },
        null,
        { recordedIn: early, removedIn: null },
      ])
      expect(await lives(['claim-0004'], now - 1)).toEqual([{ recordedIn: early, removedIn: null }])
      expect(await lives(['claim-0004'], early - 1)).toEqual([null])
      expect(await store.lifetimes('DataCategory', [toSlug('messages')], now)).toEqual([
        { recordedIn: early, removedIn: null },
      ])
      expect(await store.lifetimes('Assertion', ['states-claim-0000', 'states-claim-0001'].map(toSlug), now)).toEqual([
        { recordedIn: early, removedIn: null },
        { recordedIn: early, removedIn: null },
      ])
      const below: readonly [(typeof REMOVAL_PARENTS)[number], string][] = [
        ['Story', 'story'],
        ['Party', 'x'],
        ['Claimant', 'x'],
        ['Source', 'policy'],
        ['DataCategory', 'messages'],
      ]
      for (const [parent, id] of below) {
        expect(await store.removedClaims(parent, ['nothing', id].map(toSlug), 5, now)).toEqual([
          { id: 'claim-0004', removedIn: now },
        ])
        expect(await store.removedClaims(parent, [toSlug(id)], 5, toRevisionNumber(now - 1))).toEqual([])
        expect(await store.removedClaims(parent, [toSlug(id)], 0, now)).toEqual([])
      }
      expect(await store.removedClaims('DataCategory', [toSlug('posts')], 5, now)).toEqual([])
      expect(await store.removedClaims('Use', [toSlug('messages')], 5, now)).toEqual([])
    })

    tellReadsAhead(() => engine)
    tellSets(() => ({ engine, store }))

    describe('with every kind of node and edge', () => {
      let now: number
      beforeAll(async () => {
        await loadDataset(engine, richDataset(), { ...options, set: 'rich' })
        now = await store.revisionAt(null)
      })
      const found = async (filter: ClaimFilter): Promise<readonly string[]> =>
        (
          await store.claimPage(filter, 'SLUG', { limit: 100, backwards: false, cursor: null }, toRevisionNumber(now))
        ).items.map((c) => c.claim.id)

      it('reads assessments of the newsroom, newest first, separately from assertions', async () => {
        const [use, aim] = await store.claims(['rich-use', 'rich-aim'].map(toSlug), toRevisionNumber(now))
        expect(use?.assessments.map(({ id, verdict }) => [id, verdict])).toEqual([
          ['rich-judged-again', 'CONTRADICTED'],
          ['rich-judged-first', 'UNSUPPORTED'],
        ])
        expect(use?.status.because.some((id) => id.startsWith('rich-judged'))).toBe(false)
        expect(aim?.assessments).toEqual([])
      })

      it('reads relations, objects, and the recording day of each assertion', async () => {
        const [use, report] = await store.claims(['rich-use', 'rich-report'].map(toSlug), toRevisionNumber(now))
        expect(use?.relations.map((r) => [r.id, r.toClaimId])).toEqual([['rich-basis', 'rich-aim']])
        expect(use?.recordedIn).toEqual({ 'rich-1': now })
        expect(report?.claim.object).toEqual({ kind: 'Claim', id: 'rich-use' })
      })

      it('finds by valid time, unknown bounds included', async () => {
        expect(await found({ party: toSlug('rich-company'), validOn: '2024-03' })).toContain('rich-use')
        expect(await found({ party: toSlug('rich-company'), validOn: '2025' })).not.toContain('rich-use')
        expect(await found({ party: toSlug('rich-company'), validOn: '2024-02-10' })).toContain('rich-owner')
        expect(await found({ party: toSlug('rich-company'), validOn: '2024-01-31' })).not.toContain('rich-owner')
        expect(await found({ party: toSlug('rich-company'), validOn: '1999' })).toContain('rich-aim')
      })

      it('finds by assertion day, and undated assertions only on request', async () => {
        const between = (from: string, until: string, undated = false): ClaimFilter => ({
          party: toSlug('rich-company'),
          assertedBetween: { from, until, undated },
        })
        expect(await found(between('2024-01-15', '2024-02'))).toEqual(['rich-use'])
        expect(await found(between('2024-02', '2024-03'))).toEqual([])
        expect(await found(between('2024-02', '2024-03', true))).toEqual(['rich-owner'])
        expect(await found({ party: toSlug('rich-company'), assertedBetween: {} })).toEqual(['rich-use'])
      })

      const children: readonly [(typeof CLAIM_PARENTS)[number], string, readonly string[]][] = [
        ['Story', 'rich-story', ['rich-use', 'rich-aim']],
        ['Subject', 'rich-company', ['rich-aim', 'rich-owner', 'rich-paper', 'rich-report', 'rich-use']],
        ['About', 'rich-brand', ['rich-aim', 'rich-owner', 'rich-use']],
        ['Claimant', 'rich-company', ['rich-owner', 'rich-use']],
        ['Source', 'rich-article', ['rich-owner']],
        ['DataCategory', 'rich-health', ['rich-use']],
        ['Use', 'rich-advertise', ['rich-aim', 'rich-use']],
      ]
      it.each(children)(
        'pages the claims of %s %s in both directions, several parents in one statement',
        async (parent, id, all) => {
          const parents = ['nothing', id].map(toSlug)
          expect(await store.countClaimsOf(parent, parents, toRevisionNumber(now))).toEqual([0, all.length])
          for (const backwards of [false, true]) {
            const seen: string[] = []
            let cursor: PageCursor | null = null
            for (let step = 0; step < 10; step += 1) {
              const request = { limit: 2, backwards, cursor }
              const [none, page] = await store.claimPagesOf(parent, parents, request, toRevisionNumber(now))
              expect(none?.items).toEqual([])
              const ids = page?.items.map((c) => c.claim.id) ?? []
              if (backwards) seen.unshift(...ids)
              else seen.push(...ids)
              cursor = (backwards ? page?.cursors[0] : page?.cursors.at(-1)) ?? null
              if (!page?.hasMore) break
            }
            expect(seen).toEqual(all)
          }
        },
      )

      const touched: readonly [(typeof NEIGHBOUR_KINDS)[number], string, number, readonly string[]][] = [
        ['Party', 'rich-brand', 1, ['rich-owner']],
        ['Claimant', 'rich-company', 2, ['rich-owner']],
        ['Document', 'rich-policy', 2, ['rich-paper']],
        ['SpeakingDocument', 'rich-article', 1, ['rich-owner']],
        ['DataCategory', 'rich-health', 1, ['rich-use']],
        ['Use', 'rich-advertise', 2, ['rich-aim']],
        ['Claim', 'rich-use', 1, ['rich-report']],
      ]
      it.each(touched)('counts and finds the claims adjacent to %s %s', async (kind, id, degree, claimIds) => {
        const filter = { status: null, predicate: null, limit: 1 }
        const [none, some] = await store.neighbours(kind, ['nothing', id].map(toSlug), filter, toRevisionNumber(now))
        expect(none).toEqual({ degree: 0, claimIds: [] })
        expect(some).toEqual({ degree, claimIds })
        const only = await store.neighbours(
          kind,
          [toSlug(id)],
          { ...filter, status: ['RETRACTED'] },
          toRevisionNumber(now),
        )
        expect(only).toEqual([{ degree: 0, claimIds: [] }])
      })

      it('finds by folded prefixes in every indexed text, and reports an incomplete list', async () => {
        const search = async (terms: readonly string[], limit = 10, kinds: readonly ThingKind[] | null = null) => {
          const { things, complete } = await store.thingsWithTerms(terms, kinds, limit, toRevisionNumber(now))
          return { complete, found: things.map(({ kind, id }) => `${kind}:${id}`).sort() }
        }
        expect(await search(['cafe'])).toEqual({ complete: true, found: ['Claim:rich-owner', 'Entity:rich-brand'] })
        expect((await search(['healt', 'rich'])).found).toContain('Claim:rich-use')
        expect((await search(['rich'], 2)).complete).toBe(false)
        expect(await search(['nowhere'])).toEqual({ complete: true, found: [] })
        // Candidates of other kinds take no place within the limit.
        expect(await search(['cafe'], 1, ['Entity'])).toEqual({ complete: true, found: ['Entity:rich-brand'] })
        expect(await search(['cafe'], 1, ['Claim'])).toEqual({ complete: true, found: ['Claim:rich-owner'] })
        expect(await search(['cafe'], 1, ['Entity', 'Claim'])).toMatchObject({ complete: false })
        expect(await search(['cafe'], 1, [])).toEqual({ complete: true, found: [] })
      })

      tellLists(() => ({ store, revision: now }))
      it('recognizes the files of a set until another load or another publication', async () => {
        const loaded = { files: 'bytes', program: 'rules' }
        const isLoaded = async (other: Partial<typeof loaded> = {}): Promise<boolean> =>
          (await findLoaded(engine, { ...loaded, ...other })).isLoaded
        const dataset = richDataset()
        const set = (await findSeedSet(engine, dataset)).set
        expect(await findLoaded(engine, loaded)).toEqual({ isLoaded: false, revision: now })
        await rememberLoaded(engine, { ...loaded, set, revision: now - 1 })
        expect(await isLoaded()).toBe(false)
        await rememberLoaded(engine, { ...loaded, set, revision: now })
        expect(await isLoaded()).toBe(true)
        expect(await isLoaded({ files: 'other bytes' })).toBe(false)
        expect(await isLoaded({ program: 'other rules' })).toBe(false)
        const sources = dataset.sources.map((one) => ({ ...one, item: { ...one.item, title: { en: 'Otherwise' } } }))
        await loadDataset(engine, { ...dataset, sources }, { ...options, set })
        expect(await isLoaded()).toBe(false)
      })

      const load = (dataset: Parameters<typeof loadDataset>[1]) =>
        loadDataset(engine, dataset, { ...options, set: 'rich' })
      tellKinds(() => ({ engine, load }))
      tellNarrower(() => ({ engine, load, store }))
      tellIndexed(() => ({ engine, store }))
      it('lists searchable words up to a revision', async () => {
        const wordsIn = async (readTo: number, revision: number) =>
          (await engine.run(searchedWords.text, { readTo, revision })).map(({ word }) => String(word))
        const all = await wordsIn(0, now)
        expect(new Set(all).size).toBe(all.length)
        const words = wordsOfTexts(all.join(' ')).map((word) => word.replace(/^\uA78C/, ''))
        expect(words.length).toBeGreaterThan(20)
        expect(words.filter((word) => !/^[\p{L}\p{N}]+$/u.test(word) || word !== foldText(word))).toEqual([])
        expect(await wordsIn(now, now)).toEqual([])
        const names = await engine.run(searchedNames.text, { readTo: 0, revision: now })
        expect(names.map(({ word }) => word)).toContain(joinedBeginnings(['cafe', 'brand'])[0])
      })
      it('has run every statement of store/queries', async () => {
        await appendAndEnd(engine)
        await loadDataset(engine, renamedDataset(smallDataset(4)), options)
        for (const backwards of [false, true]) {
          await store.storyPage({ limit: 1, backwards, cursor: null }, toRevisionNumber(now))
          for (const [filter] of FILTERS) {
            await store.claimPage(filter, 'SLUG', { limit: 1, backwards, cursor: null }, toRevisionNumber(now))
          }
        }
        for (const [filter] of FILTERS) {
          const reader = createGraphDatabase({ ...engine, readsAhead: true }).visibleTo(PUBLIC_VIEWER)
          const page = { limit: 1, backwards: false, cursor: null }
          await reader.claimPage(filter, 'SLUG', page, await reader.revisionAt(null))
        }
        const newest = await store.revisionAt(null)
        for (const [filter] of FILTERS) await store.lastChangedClaims(filter, 3, newest)
        await store.lastCorrectedClaims(3, newest)
        await store.lastRemovedClaims(3, newest)
        for (const kind of THING_KINDS) await store.listedThings(kind, { after: null, skip: 0, limit: 2 }, newest)
        for (const drafts of [false, true]) {
          const history = await readHistory(engine, { drafts })
          for await (const _ of history.entries());
        }
        const folder = join(import.meta.dirname, '../../src/store/queries')
        const files = readdirSync(folder).filter((file) => file !== 'statement.ts')
        const modules = await Promise.all(files.map((file) => import(join(folder, file))))
        const missed = modules.flatMap(findStatements).filter(({ text }) => !ran.has(text))
        expect(missed.map((s) => s.name)).toEqual([])
      })
    })
  })
}
