import { afterAll, beforeAll, expect, it } from 'vitest'
import { resolveClaimQuery } from '../../src/domain/claim-query.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { parseClaimQuery } from '../../src/domain/parse-claim-query.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { workbookXlsx } from '../../src/exports/formats/xlsx.ts'
import { readSource } from '../../src/exports/read-source.ts'
import { entityTable } from '../../src/exports/tables/entity-cells.ts'
import { sourceTable } from '../../src/exports/tables/source-cells.ts'
import type { Cell, Table } from '../../src/exports/tables/table.ts'
import { en } from '../../src/messages/en.ts'
import { multiplyStory } from '../bench/multiply-story.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { NOW, seeds } from '../site/start-site.ts'
import { bytesOf } from './written-table.ts'

const IN_MEMORY = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 20_000 }
const TABLES: readonly Table[] = [sourceTable, entityTable]

let open: OpenStore
beforeAll(async () => {
  open = await openStore(IN_MEMORY)
  await open.load(multiplyStory(await seeds(), 500), { author: 'test', set: 'test', now: NOW })
})
afterAll(() => open.database.close())

/** The content of an export, with a count of the passes over its claims. */
async function openSource(query: string, gatheredBytes?: number) {
  let passes = 0
  const whole = open.database.visibleTo(PUBLIC_VIEWER)
  const store: GraphStore = {
    ...whole,
    claimSlugs: (filter, page, revision) => {
      if (page.after === null) passes += 1
      return whole.claimSlugs(filter, page, revision)
    },
  }
  const revision = await store.revisionAt(null)
  const parameters = new URLSearchParams(query)
  const asked = parseClaimQuery(parameters)
  const filter = asked && (await resolveClaimQuery(store, asked, { revision }))
  const bound = gatheredBytes === undefined ? {} : { gatheredBytes }
  const address = { query: parameters, recordedAt: null, publicUrl: 'http://127.0.0.1', url: 'http://127.0.0.1' }
  const source = readSource({ store, filter, revision, messages: en, ...address, ...bound })
  return { source, passes: () => passes }
}

/** Lines of a table, with the number of passes over the claims that it took. */
async function read(table: Table, query: string, gatheredBytes?: number) {
  const { source, passes } = await openSource(query, gatheredBytes)
  const lines: (readonly Cell[])[] = []
  for await (const line of table.lines(source)) lines.push(line)
  return { lines, passes: passes() }
}

it.each(TABLES)(
  'gathers the entries of $name in one pass over all claims, and in one more for a filter',
  async (table) => {
    expect((await read(table, '')).passes).toBe(1)
    expect((await read(table, 'predicate=COLLECTS')).passes).toBe(2)
  },
)

it.each(TABLES)('gathers the same entries of $name where their memory is too small for one pass', async (table) => {
  for (const query of ['', 'status=STATED,ALLEGED,DENIED']) {
    const [one, several] = [await read(table, query), await read(table, query, 10_000)]
    expect(several.passes).toBeGreaterThan(one.passes)
    expect(several.lines).toEqual(one.lines)
  }
})

it('gathers the entries of a workbook in the pass for its claims', async () => {
  const { source, passes } = await openSource('')
  const [{ source: small, passes: passesOfSmall }, whole] = [
    await openSource('', 10_000),
    await bytesOf(workbookXlsx, source),
  ]
  // One for the sheet of claims, and one for that of assertions.
  expect(passes()).toBe(2)
  expect((await bytesOf(workbookXlsx, small)).equals(whole)).toBe(true)
  expect(passesOfSmall()).toBeGreaterThan(2)
})
