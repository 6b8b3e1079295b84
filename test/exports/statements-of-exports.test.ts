import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { claimsCsv } from '../../src/exports/formats/csv.ts'
import { openExport } from '../../src/exports/open-export.ts'
import { en } from '../../src/messages/en.ts'
import * as claims from '../../src/store/queries/claims.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'

import { recording } from '../contracts/recording.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { NOW } from '../site/start-site.ts'
import { byColumn, cellsOfCsv } from './readers/csv.ts'

const LATER = new Date('2026-11-02T00:00:00Z')
const IN_MEMORY = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 20_000 }

/** Texts of the statements that look at all claims of a filter. */
const OF_LISTS = new Set(
  [claims.claimPagesForwards, claims.claimPagesWithStates, claims.claimSlugs, claims.claimCounts].flatMap((lists) =>
    Object.values(lists).map(({ text }) => text),
  ),
)

const withoutLastAssertion = (dataset: Dataset): Dataset => ({
  ...dataset,
  assertions: dataset.assertions.slice(0, -1),
  contentHash: 'later',
})

interface Filled {
  readonly open: OpenStore
  /** Statements of OF_LISTS that ran. */
  readonly count: () => number
  readonly store: GraphStore
}

/** A store without an index of claims, whose newest revision has an assertion less than the one before. */
async function fill(claimCount: number): Promise<Filled> {
  const open = await openStore(IN_MEMORY)
  const dataset = smallDataset(claimCount)
  await open.load(dataset, { author: 'test', set: 'test', now: NOW })
  await open.load(withoutLastAssertion(dataset), { author: 'test', set: 'test', now: LATER })
  let statements = 0
  const engine = recording(open.engine, (text) => {
    if (OF_LISTS.has(text)) statements += 1
  })
  return { open, count: () => statements, store: createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER) }
}

let few: Filled
let many: Filled
beforeAll(async () => {
  few = await fill(10)
  many = await fill(240)
})
afterAll(async () => {
  for (const { open } of [few, many]) await open.database.close()
})

async function exportClaims({ store, count }: Filled, query: string, asOf: Date | null) {
  const before = count()
  const request = {
    query: new URLSearchParams(query),
    asOf: asOf?.toISOString() ?? null,
    publicUrl: 'http://127.0.0.1',
  }
  const source = await openExport(store, { format: claimsCsv, messages: en, ...request })
  const total = await source.countClaims()
  let file = ''
  for await (const chunk of claimsCsv.write(source)) file += chunk
  return { statements: count() - before, lines: byColumn(cellsOfCsv(Buffer.from(file))), total }
}

it.each([
  ['an earlier revision', '', NOW],
  ['a filter that no index knows', 'assertedFrom=1990&undated=true', null],
])('lists the claims of %s by as many statements, however many claims there are', async (_, query, asOf) => {
  const [less, more] = [await exportClaims(few, query, asOf), await exportClaims(many, query, asOf)]
  expect(more.total).toBeGreaterThan(2 * less.total)
  for (const { lines, total } of [less, more]) expect(lines).toHaveLength(total)
  expect(less.statements).toBeGreaterThan(0)
  expect(more.statements).toBe(less.statements)
})

it('exports an earlier revision as it was', async () => {
  const [then, now] = [await exportClaims(few, '', NOW), await exportClaims(few, '', null)]
  const assertions = (lines: typeof then.lines): number => lines.reduce((sum, line) => sum + Number(line.assertions), 0)
  expect(assertions(then.lines)).toBe(assertions(now.lines) + 1)
  expect(then.lines.map(({ claim }) => claim)).toEqual(now.lines.map(({ claim }) => claim))
})
