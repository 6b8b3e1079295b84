import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Changes } from '../../src/domain/changes.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { ClaimFilter } from '../../src/domain/store/claim-filter.ts'
import type { StoreWriter } from '../../src/domain/store-writer.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { becomeDatabase } from './become-database.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const LOAD = { author: 'test', set: 'test', now: NOW }
const PAGE = { limit: 100, backwards: false, cursor: null }
const RIVAL = toSlug('rival')

/** Contract of entities that claims mention. The engine must be empty. */
export function describeMentions(name: string, open: () => Promise<Engine>): void {
  describe(`claims that mention an entity on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    let writer: StoreWriter
    let loaded: RevisionNumber
    beforeAll(async () => {
      engine = await open()
      await becomeDatabase(engine)
      loaded = toRevisionNumber((await loadDataset(engine, writableDataset(), LOAD)).revision)
      const opened = toOpenStore(engine)
      store = opened.store
      writer = opened.writer
    })
    afterAll(() => engine.close())
    const append = async (changes: Changes): Promise<RevisionNumber> =>
      writer.append(changes, {
        author: 'test',
        reason: 'a test',
        now: NOW,
        expectedRevision: await store.revisionAt(null),
      })
    const idsOf = async (filter: ClaimFilter, revision: RevisionNumber): Promise<readonly string[]> =>
      (await store.claimPage(filter, 'SLUG', PAGE, revision)).items.map(({ claim }) => claim.id)
    const [first] = writableDataset().claims
    const claimOf = (id: string, more: object) => ({
      item: { ...(first?.item ?? expect.fail()), id: toSlug(id), condition: { en: id }, ...more },
    })
    const useOf = (mentions?: readonly string[]) => ({
      item: {
        id: toSlug('beat-rival'),
        kind: 'Use' as const,
        names: [{ value: 'beat Rival', language: 'en', kind: 'PREFERRED' as const, validFrom: null, validTo: null }],
        externalIds: [],
        definition: {},
        broader: [],
        ...(mentions && { mentions: mentions.map(toSlug) }),
      },
    })

    it('are listed, counted and filtered with those of which it is subject or object, each once', async () => {
      const person = writableDataset().entities[0]?.item ?? expect.fail()
      const revision = await append({
        put: {
          entities: [{ item: { ...person, id: RIVAL, externalIds: [], speaksFor: [] } }],
          concepts: [useOf(['rival'])],
          claims: [
            claimOf('by-use', { predicate: 'USES_FOR', uses: [toSlug('beat-rival')] }),
            claimOf('by-words', { mentions: [RIVAL] }),
            claimOf('by-both', { predicate: 'USES_FOR', mentions: [RIVAL], uses: [toSlug('beat-rival')] }),
            claimOf('of-itself', { subject: { kind: 'Entity', id: RIVAL }, mentions: [RIVAL] }),
            claimOf('of-others', {}),
          ],
        },
      })
      const all = ['by-both', 'by-use', 'by-words', 'of-itself']
      expect(await idsOf({ about: RIVAL }, revision)).toEqual(all)
      expect(await store.countClaims({ about: RIVAL }, revision)).toBe(4)
      expect(await store.countClaims({ party: RIVAL }, revision)).toBe(1)
      expect(await store.countClaimsOf('About', [RIVAL, toSlug('nobody')], revision)).toEqual([4, 0])
      const [page] = await store.claimPagesOf('About', [RIVAL], PAGE, revision)
      expect(page?.items.map(({ claim }) => claim.id)).toEqual(all)
      // Another condition decides where the statement starts.
      expect(await idsOf({ about: RIVAL, subject: RIVAL }, revision)).toEqual(['of-itself'])
      expect(await idsOf({ about: RIVAL, ids: [toSlug('by-use'), toSlug('of-others')] }, revision)).toEqual(['by-use'])
      expect(await idsOf({ about: RIVAL }, loaded)).toEqual([])
    })

    it('follow a use whose mentions change, at that revision alone', async () => {
      const before = await store.revisionAt(null)
      const after = await append({ put: { concepts: [useOf()] } })
      expect(await idsOf({ about: RIVAL }, after)).toEqual(['by-both', 'by-words', 'of-itself'])
      expect(await idsOf({ about: RIVAL }, before)).toEqual(['by-both', 'by-use', 'by-words', 'of-itself'])
    })

    it('prevent the end of the entity, and must name an existing one', async () => {
      const claims = ['of-itself'].map((id) => ({ kind: 'Claim' as const, id: toSlug(id) }))
      await expect(append({ end: [...claims, { kind: 'Entity', id: RIVAL }] })).rejects.toMatchObject({
        code: 'BAD_INPUT',
        problems: expect.arrayContaining([expect.objectContaining({ path: ['mentions', 0] })]),
      })
      await expect(
        append({ put: { claims: [claimOf('astray', { mentions: ['nobody-known'] })] } }),
      ).rejects.toMatchObject({ code: 'BAD_INPUT', problems: [expect.objectContaining({ path: ['mentions', 0] })] })
    })
  })
}
