import { afterEach, describe, expect, it } from 'vitest'
import type { Changes } from '../../src/domain/changes.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphDatabase } from '../../src/domain/graph-database.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import type { StoreWriter } from '../../src/domain/store-writer.ts'
import { PUBLIC_VIEWER, type Viewer } from '../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { MAX_REVISION_KEYS } from '../../src/store/write/revision-keys.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { CHANGE_EXAMPLES, entityOf, named, put, putAssertion } from './change-examples.ts'
import { type RandomChange, randomChange, withChange, writtenBy } from './random-changes.ts'
import { allThings, differing, readEverything } from './read-everything.ts'
import { assertion, EARLY, smallDataset } from './small-dataset.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const LOAD = { author: 'test', set: 'test', now: NOW }
const BY_TEST = { author: 'test', reason: 'a test', now: NOW }
const EDITOR: Viewer = { kind: 'SIGNED_IN', id: 'editor', roles: ['EDITOR'] }

/** A revision names all things that it changed or touched; `open` gives an empty engine. */
export function describeRevisionChanges(name: string, open: () => Promise<Engine>, runs: number): void {
  describe(`changed and touched things of a revision on ${name}`, () => {
    let engine: Engine
    let database: GraphDatabase
    let writer: StoreWriter
    let revision: RevisionNumber

    async function load(dataset: Dataset): Promise<void> {
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      const opened = toOpenStore(engine)
      database = opened.database
      writer = opened.writer
      revision = toRevisionNumber((await loadDataset(engine, dataset, LOAD)).revision)
    }
    afterEach(() => engine.close())

    const append = async (changes: Changes): Promise<Keys> => {
      const before = revision
      revision = await writer.append(changes, { ...BY_TEST, expectedRevision: revision })
      if (revision === before) return { changed: [], touched: [] }
      return (await keysOf(engine, revision)) ?? expect.fail('The revision has no keys.')
    }

    /** Appends a change, and compares all that readers see before and after with the keys of the revision. */
    async function appendAndCompare(changes: Changes): Promise<Keys> {
      const before = revision
      const keys = await append(changes)
      expect(keys.touched).toEqual(expect.arrayContaining([...keys.changed]))
      if (revision === before) return keys
      const things = await allThings(engine)
      for (const viewer of [PUBLIC_VIEWER, EDITOR]) {
        const store = database.visibleTo(viewer)
        const [old, now] = [await readEverything(store, things, before), await readEverything(store, things, revision)]
        expect({ viewer, changed: differing(old.own, now.own, keys.changed) }).toEqual({ viewer, changed: [] })
        expect({ viewer, touched: differing(old.around, now.around, keys.touched) }).toEqual({ viewer, touched: [] })
        const removed = keys.changed.includes('Renames') ? [] : differing(old.removed, now.removed, keys.touched)
        expect({ viewer, removed }).toEqual({ viewer, removed: [] })
        const isVisible = (await store.revisions()).some(({ number }) => number === revision)
        const claims = keys.changed.flatMap((key) => (key.startsWith('Claim:') ? [key.slice('Claim:'.length)] : []))
        expect({ viewer, listed: await store.changedClaims(before, revision) }).toEqual({
          viewer,
          listed: isVisible ? [{ revision, claims: claims.toSorted() }] : [],
        })
      }
      return keys
    }

    it.each(CHANGE_EXAMPLES)('name all that differs after $title', async ({ change, drafts, changed, untouched }) => {
      const dataset = writableDataset()
      await load(dataset)
      if (drafts) await append(put(drafts(dataset)))
      const keys = await appendAndCompare(change(dataset))
      expect(keys.changed).toEqual(expect.arrayContaining([...changed]))
      expect(keys.touched.filter((key) => untouched.includes(key))).toEqual([])
    })

    it('name all that differs after any sequence of changes', async () => {
      const changes = fc.array(randomChange, { minLength: 1, maxLength: 5 })
      const property = fc.asyncProperty(changes, async (sequence: readonly RandomChange[]) => {
        let dataset = writableDataset()
        await engine?.close()
        await load(dataset)
        for (const change of sequence) {
          const written = writtenBy(dataset, change)
          await appendAndCompare(written)
          dataset = withChange(dataset, written)
        }
      })
      await fc.assert(property, { numRuns: propertyRuns(runs) })
    }, 120_000)

    it('are unknown after a first load, and after a change of more than 2,000 things', async () => {
      const dataset = smallDataset(MAX_REVISION_KEYS)
      await load(dataset)
      expect(await keysOf(engine, revision)).toBeNull()
      const store = database.visibleTo(PUBLIC_VIEWER)
      const listed = await store.changedClaims(toRevisionNumber(0), revision)
      expect(listed.map(({ claims }) => claims)).toEqual(Array(revision).fill(null))
      revision = await writer.append(
        put({ entities: [{ item: { ...entityOf(dataset, 'x'), names: named('Renamed') } }] }),
        { ...BY_TEST, expectedRevision: revision },
      )
      expect(await keysOf(engine, revision)).toBeNull()
      const keys = await append(put(putAssertion(assertion('said', 'claim-0001', {}))))
      expect(keys.changed).toEqual(['Claim:claim-0001'])
    }, 60_000)

    it('are named by a later load of seeds too', async () => {
      const dataset = writableDataset()
      await load(dataset)
      const said = withSlugs<Dataset['assertions'][number]>({
        item: assertion('said', 'claim-0001', {}),
        recordedAt: EARLY,
      })
      const later = { ...dataset, assertions: [...dataset.assertions, said], contentHash: 'later' }
      const result = await loadDataset(engine, later, LOAD)
      const keys = await keysOf(engine, result.revision)
      expect(keys?.changed).toEqual(['Claim:claim-0001'])
      expect(keys?.touched).toEqual([
        'Claim:claim-0001',
        'DataCategory:posts',
        'Entity:x',
        'Source:policy',
        'Source:wire',
      ])
    })
  })
}

interface Keys {
  readonly changed: readonly string[]
  readonly touched: readonly string[]
}

async function keysOf(engine: Engine, revision: number): Promise<Keys | null> {
  const text = 'MATCH (r:Revision {number: $revision}) RETURN r.changed AS changed, r.touched AS touched'
  const [row] = await engine.run(text, { revision })
  const { changed, touched } = row ?? {}
  return Array.isArray(changed) && Array.isArray(touched)
    ? { changed: changed.map(String), touched: touched.map(String) }
    : null
}
