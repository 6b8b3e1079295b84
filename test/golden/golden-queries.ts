import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { publicContext } from '../graphql/public-context.ts'
import { countOf } from '../graphql/seeded-store.ts'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { schema } from '../../src/graphql/schema.ts'
import { trustDocuments } from '../../src/graphql/trusted-documents.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const GRAPH_PAGE = readFileSync(join(import.meta.dirname, '../../docs/reference/graph.md'), 'utf8')
const SEEDS = join(import.meta.dirname, '../../seeds')

interface Answer {
  /** Number of statements in a process that has cached nothing, without that for the newest revision. */
  readonly statements: number
  readonly data: unknown
}

/** The playground's queries over the seeds, with one response for every engine. */
export function describeGoldenQueries(name: string, open: () => Promise<Engine>): void {
  describe(`golden queries on ${name}`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      const read = await readSeeds(SEEDS, { now: NOW })
      if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
      await loadDataset(engine, read.dataset, { author: 'test', set: 'test', now: NOW })
    })
    afterAll(() => engine.close())

    async function ask(source: string): Promise<Answer> {
      return askAgain(source, countingStore())
    }

    const contextOf = (store: GraphStore) => publicContext(store)

    const countingStore = () => {
      const count = { statements: 0 }
      const store = createGraphDatabase({
        ...engine,
        run: (...asked) => {
          count.statements += countOf(asked[0])
          return engine.run(...asked)
        },
        searchText: (...asked) => {
          count.statements += 1
          return engine.searchText(...asked)
        },
      }).visibleTo(PUBLIC_VIEWER)
      return { count, store }
    }

    async function askAgain(source: string, { count, store }: ReturnType<typeof countingStore>): Promise<Answer> {
      count.statements = 0
      const { data, errors } = await graphql({ schema, source, contextValue: contextOf(store) })
      expect(errors).toBeUndefined()
      return { statements: count.statements, data: JSON.parse(JSON.stringify(data)) }
    }

    it.each(EXAMPLES)('$title', async ({ name: file, text }) => {
      const path = join(import.meta.dirname, 'queries', `${file}.json`)
      const reader = countingStore()
      const answer = await askAgain(text, reader)
      const again = { data: answer.data, statements: 0 }
      expect(await askAgain(text, reader)).toEqual(again)
      reader.count.statements = 0
      const compiled = await trustDocuments([{ name: file, title: '', text }]).byId(file)?.execute(contextOf(reader.store))
      expect(JSON.parse(JSON.stringify({ ...compiled, ...reader.count }))).toEqual(again)
      const isWanted = process.env.GOLDEN_UPDATE === '1' && process.env.CI === undefined
      const known: Answer | null = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
      // Reads side by side share a statement where one begins before the other ends, so the number is a maximum.
      const statements = Math.max(answer.statements, known?.statements ?? 0)
      if (isWanted) writeFileSync(path, `${JSON.stringify({ ...answer, statements }, null, 2)}\n`)
      const golden = isWanted ? { ...answer, statements } : known
      if (golden === null) return expect.fail(`No golden answer for ${file}: npm run golden:update, and read it.`)
      expect(answer.data).toEqual(golden.data)
      expect(answer.statements).toBeLessThanOrEqual(golden.statements)
    })

    const cypher = [...GRAPH_PAGE.matchAll(/```cypher\n([\s\S]*?)```/g)].map(([, text = '']) => text)
    it.each(cypher)('return rows for the Cypher of docs/reference/graph.md: %s', async (text) => {
      const rows = await engine.run(text)
      expect(rows.length).toBeGreaterThan(0)
      // A copied query must exclude superseded states and withdrawn assertions. Its states are called w, its assertions
      // a.
      const has = (node: string): boolean => new RegExp(`\\(${node}\\b`).test(text)
      for (const row of ['a', 'w'].filter(has)) expect(text).toContain(`${row}.untilRevision > r.published`)
      if (has('a')) expect(text).toContain('a.withdrawn IS NULL')
      // Each column has a value in some row: a property that is never written would be null in all.
      for (const column of Object.keys(rows[0] ?? {})) {
        expect(rows.some((row) => row[column] !== null && row[column] !== undefined), column).toBe(true)
      }
    })

    it('read a claim and the things that it names once, whichever query names it first', async () => {
      const reader = countingStore()
      const page = '{ claims { nodes { slug assertions { claimant { slug } source { slug } } } } }'
      const first = await askAgain(page, reader)
      expect(first.statements).toBe(2)
      const { claims } = first.data as { readonly claims: { readonly nodes: readonly { readonly slug: string }[] } }
      const one = `{ claim(slug: "${claims.nodes[0]?.slug}") { slug assertions { claimant { slug } source { title { value } } } } }`
      expect((await askAgain(one, reader)).statements).toBe(0)
    })

    it('run no more statements for a long page than for a short one', async () => {
      const page = (first: number): string => `{ claims(first: ${first}) { nodes { slug sentence { value }
        subject { ... on Node { id } } data { slug } uses { slug } object { ... on Node { id } }
        assertions { claimant { slug speaksFor { entity { slug } provenance { kind } } } source { slug publishedBy { slug } derivedFrom { source { slug } provenance { kind } } } recordedIn { recordedAt } }
        relations { from { slug } to { slug } source { slug } } } } }`
      const [short, long] = [await ask(page(3)), await ask(page(40))]
      expect(JSON.stringify(long.data).length).toBeGreaterThan(3 * JSON.stringify(short.data).length)
      expect(long.statements).toBeLessThanOrEqual(short.statements + 2)
    })

    it('run one statement for the claims below all entities of a page', async () => {
      const below = (first: number): string =>
        `{ entities(first: ${first}) { nodes { slug claims(first: 2) { totalCount nodes { slug } } claimsAsClaimant(first: 2) { nodes { slug } } } } }`
      const [few, many] = [await ask(below(2)), await ask(below(8))]
      expect(many.statements).toBe(few.statements)
    })
  })
}
