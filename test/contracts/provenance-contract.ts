import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { Changes } from '../../src/domain/changes.ts'
import type { ClaimRelation } from '../../src/domain/claim.ts'
import type { Entity } from '../../src/domain/entity.ts'
import type { Provenance } from '../../src/domain/provenance.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { type OpenStore, toOpenStore } from '../../src/store/open-store.ts'
import { newestRelations, newestStories, referrers } from '../../src/store/queries/stored-states.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { quote } from '../domain/captured-words.ts'
import { type PlainSlugs, withSlugs } from '../domain/plain-slugs.ts'
import { EARLY } from './small-dataset.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const JUDGED = { newsroom: 'The Desk', on: '2026-10-31', note: { en: 'the same seven passages' } }
const READ: Provenance = { sourceId: toSlug('wire'), quote: quote({ exact: 'its spokesman', versionId: null }) }

const RELATION: ClaimRelation = {
  id: 'judged',
  kind: 'DERIVED_FROM',
  fromClaimId: toSlug('claim-0000'),
  toClaimId: toSlug('claim-0001'),
  claimantId: null,
  claimantAsPrinted: null,
  sourceId: null,
  quote: null,
  drift: { en: 'one "maybe" became many' },
  provenance: JUDGED,
}

/** A document that rests on another by judgement, a speaker known from a document, a dated claim, and a judged relation. */
function withProvenances() {
  const data = writableDataset()
  const speaker = (entity: Entity): Entity =>
    entity.id === 'press'
      ? { ...entity, speaksFor: [{ entityId: toSlug('x'), validFrom: '2020', validTo: null, provenance: READ }] }
      : entity
  return {
    ...data,
    entities: data.entities.map((one) => ({ ...one, item: speaker(one.item) })),
    sources: data.sources.map((one) =>
      one.item.id === 'reprint'
        ? {
            ...one,
            item: {
              ...one.item,
              derivation: 'UNKNOWN' as const,
              derivedFrom: [{ sourceId: toSlug('report'), provenance: JUDGED }],
            },
          }
        : one,
    ),
    claims: data.claims.map((one) =>
      one.item.id === 'claim-0002'
        ? { ...one, item: { ...one.item, validFrom: '2021', validityProvenance: READ } }
        : one,
    ),
    relations: [{ item: RELATION, recordedAt: EARLY }],
  }
}

/** Contract of provenances: they are stored, read and checked like the facts that they belong to. The engine must be empty. */
export function describeProvenance(name: string, open: () => Promise<Engine>): void {
  describe(`provenance on ${name}`, () => {
    let engine: Engine
    let opened: OpenStore
    let loaded: RevisionNumber
    const append = (changes: Changes): Promise<RevisionNumber> =>
      opened.writer.append(changes, { author: 'test', reason: 'a test', now: NOW, expectedRevision: loaded })
    beforeEach(async () => {
      await engine?.close()
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      opened = toOpenStore(engine)
      const options = { author: 'test', set: 'test', now: NOW }
      loaded = toRevisionNumber((await loadDataset(engine, withProvenances(), options)).revision)
    })
    afterAll(() => engine.close())

    it('is read with the period, the derivation, the validity and the relation', async () => {
      const [press] = await opened.store.entities([toSlug('press')], loaded)
      expect(press?.speaksFor).toEqual([{ entityId: 'x', validFrom: '2020', validTo: null, provenance: READ }])
      const [reprint] = await opened.store.sources([toSlug('reprint')], loaded)
      expect(reprint?.derivedFrom).toEqual([{ sourceId: 'report', provenance: JUDGED }])
      const [origin, dated] = await opened.store.claims(['claim-0000', 'claim-0002'].map(toSlug), loaded)
      expect(origin?.relations).toEqual([RELATION])
      expect(dated?.claim.validityProvenance).toEqual(READ)
    })

    it('has the document of a validity, which is read with its claim', async () => {
      const [dated, other] = await opened.store.claims(['claim-0002', 'claim-0001'].map(toSlug), loaded)
      expect(dated?.namedSources.map(({ id }) => id)).toContain('wire')
      const own = writableDataset().assertions.filter(({ item }) => item.claimId === 'claim-0002')
      expect(own.map(({ item }) => item.sourceId)).not.toContain('wire')
      expect(other?.claim.validityProvenance).toBeUndefined()
    })

    it('has a judged document among the ancestors', async () => {
      const [claim] = await opened.store.claims([toSlug('claim-0000')], loaded)
      expect(claim?.sources['reprint']).toMatchObject({ derivation: 'UNKNOWN', ancestors: ['report', 'wire'] })
    })

    it('may not name a document that ends', async () => {
      const end = { end: [{ kind: 'Source' as const, id: 'wire' }] }
      const problems = append(end).catch((error: unknown) => error)
      expect(await problems).toMatchObject({
        problems: expect.arrayContaining([
          expect.objectContaining({ object: { kind: 'Entity', id: 'press' } }),
          expect.objectContaining({ object: { kind: 'Claim', id: 'claim-0002' } }),
        ]),
      })
    })

    it('may not rest on an assertion that ends, which no read of all relations finds', async () => {
      const [from, to] = ['reprinted', 'states-claim-0001'].map(toAssertionId)
      const named = { ...RELATION, id: 'of-words', fromAssertionId: from, toAssertionId: to }
      const revision = await append({ put: { relations: [{ item: named }] } })
      const asked: string[] = []
      const forLoads: Engine['forLoads'] = {
        ...engine.forLoads,
        run: (text, parameters) => {
          asked.push(text)
          return engine.forLoads.run(text, parameters)
        },
      }
      const { writer } = toOpenStore({ ...engine, forLoads })
      const end = (id: string): Promise<RevisionNumber> =>
        writer.append(
          { end: [{ kind: 'Assertion', id }] },
          { author: 'test', reason: 'a test', now: NOW, expectedRevision: revision },
        )
      for (const [id, path] of [
        ['reprinted', 'fromAssertionId'],
        ['states-claim-0001', 'toAssertionId'],
      ] as const) {
        const object = { kind: 'ClaimRelation', id: 'of-words' }
        await expect(end(id)).rejects.toMatchObject({ problems: [{ object, path: [path] }] })
      }
      expect(await end('unsigned')).toBe(revision + 1)
      expect(asked).toContain(referrers.Claim.text)
      expect(asked).not.toContain(newestRelations.text)
      expect(asked).not.toContain(newestStories.text)
    })

    it.each<readonly [string, PlainSlugs<Partial<ClaimRelation>>, RegExp]>([
      ['neither a source nor a judgement', { provenance: undefined }, /has no source/],
      ['both', { sourceId: 'wire' }, /keep one of the two/],
      ['a judgement of nobody', { provenance: { ...JUDGED, newsroom: ' ' } }, /is blank/],
      ['a judgement of tomorrow', { provenance: { ...JUDGED, on: '2026-11-09' } }, /is in the future/],
      ['a judgement on no day', { provenance: { ...JUDGED, on: 'soon' } }, /no possible date/],
      ['a judgement and words of a document', { quote: quote({ versionId: null }) }, /keep one of the two/],
    ])('is refused for a relation with %s', async (_, changed, message) => {
      const relation = withSlugs<ClaimRelation>({ ...RELATION, id: 'other', ...changed })
      await expect(append({ put: { relations: [{ item: relation }] } })).rejects.toThrow(message)
    })

    it('is accepted for a relation with a judgement alone', async () => {
      expect(await append({ put: { relations: [{ item: { ...RELATION, id: 'other' } }] } })).toBe(loaded + 1)
    })
  })
}
