import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { Changes } from '../../src/domain/changes.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { ClaimStatus } from '../../src/domain/claim-status-types.ts'
import type { Entity } from '../../src/domain/entity.ts'
import type { GraphDatabase } from '../../src/domain/graph-database.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { standingsOf } from '../../src/domain/standing.ts'
import type { StoreWriter } from '../../src/domain/store-writer.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { withChange } from './random-changes.ts'
import { assertion } from './small-dataset.ts'
import { everything, statusesIn, visibilities } from './stored-states.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const LOAD = { author: 'test', set: 'test', now: NOW }
const BY_TEST = { author: 'test', reason: 'a test', now: NOW }
const firstEntity = (): Entity => writableDataset().entities[0]?.item ?? expect.fail()
const [FIRST] = writableDataset().claims.map(({ item }) => item)
const claim = (id: string): Claim => withSlugs<Claim>({ ...(FIRST ?? expect.fail()), id, condition: { en: id } })

/** The write port on an engine; `open` gives it empty. */
export function describeAppend(name: string, open: () => Promise<Engine>): void {
  describe(`append on ${name}`, () => {
    let engine: Engine
    let database: GraphDatabase
    let store: GraphStore
    let writer: StoreWriter
    let loaded: RevisionNumber
    const append = (changes: Changes, expectedRevision: RevisionNumber) =>
      writer.append(changes, { ...BY_TEST, expectedRevision })
    const put = (item: Assertion): Changes => ({ put: { assertions: [{ item }] } })
    const statusOf = async (id: string, revision: number): Promise<ClaimStatus | undefined> =>
      (await store.claims([toSlug(id)], toRevisionNumber(revision)))[0]?.status

    async function reopen(): Promise<void> {
      await engine?.close()
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      const opened = toOpenStore(engine)
      database = opened.database
      store = opened.store
      writer = opened.writer
    }
    beforeEach(async () => {
      await reopen()
      loaded = toRevisionNumber((await loadDataset(engine, writableDataset(), LOAD)).revision)
    })
    afterAll(() => engine.close())

    it('publishes a revision with author, reason and instant, and earlier revisions keep their states', async () => {
      const denial = assertion('press-denies', 'claim-0002', { stance: 'DENIES', polarity: 'NEGATES' })
      const revision = await append(put(denial), loaded)
      expect(revision).toBe(loaded + 1)
      expect((await store.revisions()).at(-1)).toEqual({
        number: revision,
        recordedAt: NOW.toISOString(),
        author: 'test',
        reason: 'a test',
      })
      expect(await statusOf('claim-0002', loaded)).toMatchObject({ status: 'STATED' })
      expect(await statusOf('claim-0002', revision)).toMatchObject({ status: 'DISPUTED', contradictsItself: true })
      expect(await store.countClaims({ standings: standingsOf({ statuses: ['DISPUTED'] }) }, revision)).toBe(3)
      expect(await store.countClaims({ standings: standingsOf({ statuses: ['DISPUTED'] }) }, loaded)).toBe(2)
    })

    it('is refused with both numbers when another revision was published since the expected one', async () => {
      const revision = await append(put(assertion('a', 'claim-0001', {})), loaded)
      const before = await everything(engine)
      await expect(append(put(assertion('b', 'claim-0001', {})), loaded)).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringMatching(new RegExp(`revision ${loaded}, but the newest is ${revision}`)),
      })
      expect(await everything(engine)).toEqual(before)
    })

    it('gives one of two concurrent appends the revision, and refuses the other', async () => {
      const results = await Promise.allSettled([
        append(put(assertion('a', 'claim-0001', {})), loaded),
        append(put(assertion('b', 'claim-0001', {})), loaded),
      ])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await store.revisionAt(null)).toBe(loaded + 1)
    })

    it('publishes nothing for objects that the database already has', async () => {
      const [same] = writableDataset().assertions
      expect(await append({ put: { assertions: same ? [same] : [] } }, loaded)).toBe(loaded)
      expect(await append({}, loaded)).toBe(loaded)
      expect(await store.revisionAt(null)).toBe(loaded)
    })

    const refused: readonly [string, Changes, { object: object; path: readonly unknown[]; message: RegExp }][] = [
      [
        'a stance with a polarity that it cannot have',
        put(assertion('a', 'claim-0001', { stance: 'DENIES' })),
        {
          object: { kind: 'Assertion', id: 'a' },
          path: ['polarity'],
          message: /^DENIES goes with NEGATES, not AFFIRMS$/,
        },
      ],
      [
        'a reference to an object that is not there',
        put(assertion('a', 'claim-0001', { sourceId: 'polici' })),
        {
          object: { kind: 'Assertion', id: 'a' },
          path: ['sourceId'],
          message: /no source polici: did you mean policy\?$/,
        },
      ],
      [
        'a proposition that another claim has',
        { put: { claims: [{ item: { ...claim('same'), condition: FIRST?.condition ?? null } }] } },
        { object: { kind: 'Claim', id: 'same' }, path: ['id'], message: /^claims the same as claim-0000/ },
      ],
      [
        'an identifier that another entity has',
        { put: { entities: [{ item: { ...firstEntity(), id: toSlug('y') } }] } },
        { object: { kind: 'Entity', id: 'y' }, path: ['externalIds', 0], message: /^wikidata:Q-x is that of x/ },
      ],
      [
        'a document that would be derived from itself through others',
        {
          put: {
            sources: writableDataset()
              .sources.filter(({ item }) => item.id === 'wire')
              .map(({ item }) => ({ item: { ...item, derivedFrom: [{ sourceId: toSlug('reprint') }] } })),
          },
        },
        { object: { kind: 'Source', id: 'wire' }, path: ['derivedFrom'], message: /^wire is derived from itself/ },
      ],
      [
        'a retraction by somebody else',
        put(
          assertion('a', 'claim-0001', {
            stance: 'RETRACTS',
            polarity: 'UNKNOWN',
            claimantId: toAssertionId('press'),
            retracts: toAssertionId('states-claim-0001'),
          }),
        ),
        { object: { kind: 'Assertion', id: 'a' }, path: ['retracts'], message: /^press does not speak for x/ },
      ],
      [
        'the end of an object that others refer to',
        { end: [{ kind: 'Source', id: 'report' }] },
        { object: { kind: 'Source', id: 'reprint' }, path: ['derivedFrom', 0, 'sourceId'], message: /no source/ },
      ],
      [
        'the end of the claim of a story',
        { end: [{ kind: 'Claim', id: 'claim-0000' }] },
        { object: { kind: 'Story', id: 'story' }, path: ['claimIds', 0], message: /no claim claim-0000/ },
      ],
      [
        'a malformed id',
        put(assertion('A|b', 'claim-0001', {})),
        { object: { kind: 'Assertion', id: 'A|b' }, path: ['id'], message: /is no id/ },
      ],
      [
        'an impossible day',
        put(assertion('a', 'claim-0001', { assertedAt: '2023-13' })),
        { object: { kind: 'Assertion', id: 'a' }, path: ['assertedAt'], message: /is no possible date/ },
      ],
      [
        'a published object that refers to a draft',
        {
          put: {
            claims: [{ item: claim('draft'), visibility: 'DRAFT' }],
            assertions: [{ item: assertion('a', 'draft', {}) }],
          },
        },
        {
          object: { kind: 'Assertion', id: 'a' },
          path: ['claimId'],
          message: /^claim draft is a draft: publish it too/,
        },
      ],
      [
        'a rename to a draft, which would publish its slug',
        {
          put: {
            claims: [{ item: claim('draft'), visibility: 'DRAFT' }],
            renames: [{ item: { kind: 'Claim', former: toSlug('before'), slug: toSlug('draft') } }],
          },
        },
        { object: { kind: 'FormerSlug', id: 'Claim:before' }, path: ['slug'], message: /^claim draft is a draft/ },
      ],
      [
        'a rename to an unknown slug',
        { put: { renames: [{ item: { kind: 'Claim', former: toSlug('nobody'), slug: toSlug('does-not-exist') } }] } },
        {
          object: { kind: 'FormerSlug', id: 'Claim:nobody' },
          path: ['slug'],
          message: /no claim does-not-exist/,
        },
      ],
      [
        'a draft of a published object',
        { put: { claims: [{ item: claim('claim-0000'), visibility: 'DRAFT' }] } },
        { object: { kind: 'Claim', id: 'claim-0000' }, path: [], message: /^is published/ },
      ],
    ]
    it.each(refused)('refuses %s, names the place, and writes nothing', async (_, changes, { message, ...place }) => {
      const before = await everything(engine)
      await expect(append(changes, loaded)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        problems: expect.arrayContaining([{ ...place, message: expect.stringMatching(message) }]),
      })
      expect(await everything(engine)).toEqual(before)
    })

    it('refuses another proposition under a published slug, and the end of an unknown object', async () => {
      const [first] = writableDataset().claims
      const other = first ? [{ item: { ...first.item, data: [toSlug('posts')] } }] : []
      await expect(append({ put: { claims: other } }, loaded)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        message: expect.stringContaining('claim-0000 (data)'),
      })
      await expect(append({ end: [{ kind: 'Claim', id: 'nothing' }] }, loaded)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    })

    it('moves references and search texts of a renamed entity, and knows when assertions were recorded', async () => {
      const { entities, claims, assertions, sources, stories } = writableDataset()
      const rename = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('"x"', '"x-corp"')) as T
      const items = <T>(list: readonly { readonly item: T }[]) => list.map(({ item }) => ({ item: rename(item) }))
      const put = {
        entities: items(entities),
        claims: items(claims),
        assertions: items(assertions),
        sources: items(sources),
        stories: items(stories),
        renames: [{ item: { kind: 'Entity' as const, former: toSlug('x'), slug: toSlug('x-corp') } }],
      }
      const revision = await append({ put, end: [{ kind: 'Entity', id: 'x' }] }, loaded)
      expect((await store.renames(toRevisionNumber(revision))).slugNow('Entity', toSlug('x'))).toBe('x-corp')
      const [then, now] = await Promise.all(
        [loaded, revision].map((at) => store.claims([toSlug('claim-0000')], toRevisionNumber(at))),
      )
      expect(now?.[0]?.recordedIn).toEqual(then?.[0]?.recordedIn)
      expect(now?.[0]?.status.status).toBe(then?.[0]?.status.status)
    })

    it('stores drafts that no status counts, and publishes them when they are put without the mark', async () => {
      const draft = { item: assertion('draft', 'claim-0002', { stance: 'DENIES', polarity: 'NEGATES' }) }
      const first = await append(
        {
          put: {
            claims: [{ item: claim('draft-claim'), visibility: 'DRAFT' }],
            assertions: [
              { ...draft, visibility: 'DRAFT' },
              { item: assertion('on-draft', 'draft-claim', {}), visibility: 'DRAFT' },
            ],
          },
        },
        loaded,
      )
      expect(await visibilities(engine)).toEqual({
        'Assertion:draft': 'DRAFT',
        'Assertion:on-draft': 'DRAFT',
        'Claim:draft-claim': 'DRAFT',
      })
      expect(await statusesIn(engine, first)).toMatchObject({ 'claim-0002': 'STATED', 'draft-claim': 'UNKNOWN' })
      const second = await append({ put: { assertions: [draft] } }, first)
      expect(await visibilities(engine)).toEqual({ 'Assertion:on-draft': 'DRAFT', 'Claim:draft-claim': 'DRAFT' })
      expect(await statusesIn(engine, second)).toMatchObject({ 'claim-0002': 'DISPUTED', 'draft-claim': 'UNKNOWN' })
      const third = await append(
        {
          put: {
            claims: [{ item: { ...claim('draft-claim'), data: [toSlug('posts')] } }],
            assertions: [{ item: assertion('on-draft', 'draft-claim', {}) }],
          },
        },
        second,
      )
      expect(await visibilities(engine)).toEqual({})
      expect(await statusOf('draft-claim', third)).toMatchObject({ status: 'STATED' })
    })

    it('hides a revision of drafts alone from the public, with its author, reason and instant', async () => {
      const editor = database.visibleTo({ kind: 'SIGNED_IN', id: 'editor', roles: ['EDITOR'] })
      const before = await store.revisions()
      const draft = { item: assertion('draft', 'claim-0002', { stance: 'DENIES', polarity: 'NEGATES' }) }
      const hidden = await append({ put: { assertions: [{ ...draft, visibility: 'DRAFT' }] } }, loaded)
      expect([await store.revisionAt(null), await editor.revisionAt(null)]).toEqual([loaded, hidden])
      expect(await store.revisions()).toEqual(before)
      expect((await editor.revisions()).map(({ number }) => number)).toContain(hidden)
      const removed = await append({ end: [{ kind: 'Assertion', id: draft.item.id }] }, hidden)
      expect(await store.revisionAt(null)).toBe(loaded)
      const shown = await append({ put: { assertions: [draft] } }, removed)
      expect([await store.revisionAt(null), await editor.revisionAt(null)]).toEqual([shown, shown])
      expect((await store.revisions()).map(({ number }) => number)).toEqual([...before.map((one) => one.number), shown])
    })

    it('leaves nothing of an append that failed while it was written', async () => {
      const before = await everything(engine)
      const failing: Engine = {
        ...engine,
        transaction: (work) =>
          engine.transaction((tx) =>
            work({
              run: (text, parameters) =>
                text.includes(':ClaimState') && text.startsWith('UNWIND')
                  ? Promise.reject(new Error('The power went out.'))
                  : tx.run(text, parameters),
            }),
          ),
      }
      const changes: Changes = {
        put: { claims: [{ item: claim('lost') }], assertions: [{ item: assertion('a', 'lost', {}) }] },
      }
      const options = { ...BY_TEST, expectedRevision: loaded }
      await expect(toOpenStore(failing).writer.append(changes, options)).rejects.toThrow()
      expect(await everything(engine)).toEqual(before)
      expect(await append(changes, loaded)).toBe(loaded + 1)
    })

    it('is seen completely or not at all by concurrent readers', async () => {
      const ids = Array.from({ length: 40 }, (_, i) => `many-${i}`)
      const changes: Changes = {
        put: {
          claims: ids.map((id) => ({ item: claim(id) })),
          assertions: ids.map((id) => ({ item: assertion(`on-${id}`, id, {}) })),
        },
      }
      const counts = new Set<number>()
      let isDone = false
      const appended = append(changes, loaded).finally(() => {
        isDone = true
      })
      while (!isDone) {
        const revision = await store.revisionAt(null)
        counts.add(await store.countClaims({}, revision))
      }
      await appended
      counts.add(await store.countClaims({}, await store.revisionAt(null)))
      expect([...counts].filter((count) => count !== 3 && count !== 3 + ids.length)).toEqual([])
      expect(counts.has(3 + ids.length)).toBe(true)
    })

    it('stays in statuses when seeds are loaded that do not contain it', async () => {
      const appended = await append(
        put(assertion('musk-denies', 'claim-0002', { stance: 'DENIES', polarity: 'NEGATES' })),
        loaded,
      )
      expect(await loadDataset(engine, writableDataset(), LOAD)).toMatchObject({ changed: false })
      const later = withChange(writableDataset(), {
        put: { assertions: [{ item: assertion('more', 'claim-0002', { claimantId: 'musk', sourceId: 'wire' }) }] },
        end: [],
      })
      const { revision } = await loadDataset(engine, later, LOAD)
      expect(revision).toBe(appended + 1)
      const [details] = await store.claims([toSlug('claim-0002')], toRevisionNumber(revision))
      expect(details?.assertions.map(({ id }) => id)).toEqual(['more', 'musk-denies', 'states-claim-0002'])
      expect(details?.status).toMatchObject({ status: 'DISPUTED' })
    })

    it('prevents seeds from ending an object that an appended one refers to', async () => {
      const policy = writableDataset().sources.flatMap(({ item }) => (item.id === 'policy' ? [item] : []))
      const put = { sources: policy.map((item) => ({ item: { ...item, id: toSlug('other') } })) }
      await loadDataset(engine, withChange(writableDataset(), { put, end: [] }), LOAD)
      await append(
        { put: { assertions: [{ item: assertion('on-other', 'claim-0001', { sourceId: 'other' }) }] } },
        toRevisionNumber(loaded + 1),
      )
      await expect(loadDataset(engine, writableDataset(), LOAD)).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await store.revisionAt(null)).toBe(loaded + 2)
    })

    it('prevents seeds from undoing a change of one of their objects, until they contain the change', async () => {
      const [entity] = writableDataset().entities.map(({ item }) => item)
      const changed = { ...(entity ?? expect.fail()), description: { en: 'changed by an editor' } }
      await append({ put: { entities: [{ item: changed }] } }, loaded)
      const more = { assertions: [{ item: assertion('more', 'claim-0002', {}) }] }
      const unaware = withChange(writableDataset(), { put: more, end: [] })
      await expect(loadDataset(engine, unaware, LOAD)).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringMatching(/differ from objects that were appended to the database: Entity x\./),
      })
      const aware = withChange(unaware, { put: { entities: [{ item: changed }] }, end: [] })
      expect(await loadDataset(engine, aware, LOAD)).toMatchObject({ changed: true })
    })
  })
}
