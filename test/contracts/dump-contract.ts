import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { graphql } from 'graphql'
import { afterAll, describe, expect, it } from 'vitest'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { THING_KINDS } from '../../src/domain/thing-kind.ts'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { schema } from '../../src/graphql/schema.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { contentOf, dumpOf, importDump, openReady } from '../dump/dump-database.ts'
import { openDump } from '../dump/seal-dump.ts'
import { publicContext } from '../graphql/public-context.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { editDatabase } from './edited-database.ts'
import { randomChange, withChange, writtenBy } from './random-changes.ts'
import { allThings, readEverything } from './read-everything.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const LOAD = { author: 'test', set: 'test', now: NOW }
const SEEDS = join(import.meta.dirname, '../../seeds')
const NO_DIFFERENCES = { standings: 0, states: 0, examples: [] }

interface Extent {
  /** Runs of the property in CI. */
  readonly runs: number
  /** Whether responses are compared beside the nodes and edges that they are read from. */
  readonly responses: boolean
}

/** Dumps and imports on an engine; `open` gives it empty, and is called again once the engine before is closed. */
export function describeDump(name: string, open: () => Promise<Engine>, { runs, responses: areRead }: Extent): void {
  describe(`dump of ${name}`, { timeout: 300_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanad-dump-'))
    const path = join(folder, 'dump.jsonl.gz')
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    /** Fills a database, dumps it, and imports the dump into an empty one. */
    async function throughDump<T>(fill: (engine: Engine) => Promise<unknown>, read: (engine: Engine) => Promise<T>) {
      const source = await openReady(open)
      await fill(source)
      const before = await read(source)
      const text = await dumpOf(source, true)
      await source.close()
      const target = await openReady(open)
      const { differences } = await importDump(target, text, path)
      expect(differences).toEqual(NO_DIFFERENCES)
      return { before, target, after: await read(target) }
    }

    it('gives the same nodes and edges after a change of every kind, and the same responses at every revision', async () => {
      const source = await openReady(open)
      await editDatabase(source)
      const things = await allThings(source)
      const read = (engine: Engine): Promise<unknown> | null => (areRead ? publicResponses(engine, things) : null)
      const [content, responses] = [await contentOf(source), await read(source)]
      const [text, publicText] = [await dumpOf(source, true), await dumpOf(source, false)]
      await source.close()
      expect(openDump(text).head).toMatchObject({ firstLoad: 4, drafts: true })
      expect(publicText).not.toMatch(/"draft":true|A first draft|A last draft|"again"/)

      const target = await openReady(open)
      expect(await importDump(target, text, path)).toMatchObject({ differences: NO_DIFFERENCES })
      expect(await contentOf(target)).toEqual(content)
      expect(await read(target)).toEqual(responses)
      expect(await dumpOf(target, true)).toBe(text)
      await target.close()

      const ofPublic = await openReady(open)
      expect(await importDump(ofPublic, publicText, path)).toMatchObject({ differences: { standings: 0 } })
      expect(await read(ofPublic)).toEqual(responses)
      await ofPublic.close()
    })

    it('gives the seeds again, which are then loaded without a change', async () => {
      const { dataset } = await seeds()
      const { before, after, target } = await throughDump(
        (engine) => loadDataset(engine, dataset, LOAD),
        async (engine) => [await contentOf(engine), areRead ? await responsesToExamples(engine) : null],
      )
      expect(after).toEqual(before)
      expect(await loadDataset(target, dataset, LOAD)).toMatchObject({ changed: false })
      await target.close()
    })

    it('gives the same nodes and edges after random changes', async () => {
      const property = fc.asyncProperty(fc.array(randomChange, { minLength: 1, maxLength: 6 }), async (changes) => {
        const { before, after, target } = await throughDump(async (engine) => {
          const { writer } = toOpenStore(engine)
          let dataset = writableDataset()
          let revision = toRevisionNumber((await loadDataset(engine, dataset, LOAD)).revision)
          for (const change of changes) {
            const written = writtenBy(dataset, change)
            revision = await writer.append(written, { ...LOAD, reason: 'a test', expectedRevision: revision })
            dataset = withChange(dataset, written)
          }
        }, contentOf)
        await target.close()
        expect(after).toEqual(before)
      })
      await fc.assert(property, { numRuns: propertyRuns(runs) })
    })
  })
}

async function seeds() {
  const read = await readSeeds(SEEDS, { now: NOW })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
  return read
}

/** Responses to the queries of the playground. */
async function responsesToExamples(engine: Engine): Promise<unknown> {
  const contextValue = publicContext(toOpenStore(engine).store)
  const responses = []
  for (const { text } of EXAMPLES) responses.push(await graphql({ schema, source: text, contextValue }))
  expect(responses.flatMap(({ errors }) => errors ?? [])).toEqual([])
  return JSON.parse(JSON.stringify(responses))
}

type Things = Awaited<ReturnType<typeof allThings>>

/** Responses for every instant at which a revision was recorded. */
async function publicResponses(engine: Engine, things: Things): Promise<unknown> {
  const { store } = toOpenStore(engine)
  const revisions = await store.revisions()
  const responses = []
  for (const { recordedAt } of revisions) {
    const revision = await store.revisionAt(recordedAt)
    const { own, around, removed } = await readEverything(store, things, revision)
    const counts = [await store.countByStanding(revision), await store.countByKind(revision)]
    const request = { terms: ['x'], language: 'en', kinds: THING_KINDS, limit: 100 }
    const found = await store.search(request, revision)
    responses.push({ recordedAt, counts, found, own: [...own], around: [...around], removed: [...removed] })
  }
  return { revisions, responses }
}
