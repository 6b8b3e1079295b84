import { expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { statesOf } from '../../src/store/encoding/dataset-states.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { smallDataset } from '../contracts/small-dataset.ts'

const CLAIMS = 1203
const options = { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') }

it('load writes an edge to each claim of a story with more claims than one statement writes', async () => {
  const engine = await openEmbedded({ path: null, readTimeoutMs: 20_000 })
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  const dataset = smallDataset(CLAIMS)
  const { revision, created } = await loadDataset(engine, dataset, options)
  expect(created).toBe([...statesOf(dataset)].length)
  const edges = async (type: string) =>
    (
      await engine.run('MATCH ()-[e]->(c:Claim) WHERE type(e) = $type RETURN count(e) AS n, count(DISTINCT c) AS of', {
        type,
      })
    )[0]
  expect(await edges('SELECTS')).toEqual({ n: CLAIMS, of: CLAIMS })
  expect(await edges('ABOUT')).toEqual({ n: CLAIMS + 1, of: CLAIMS })
  const store = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
  const page = await store.claimPage(
    { story: toSlug('story') },
    'SLUG',
    { limit: 3, backwards: true, cursor: null },
    toRevisionNumber(revision),
  )
  expect(page.items.map(({ claim }) => claim.id)).toEqual(['claim-1200', 'claim-1201', 'claim-1202'])
  await engine.close()
})

it.each<[string, (dataset: Dataset) => Dataset]>([
  ['more claims than was said on them', (d) => ({ ...d, assertions: d.assertions.slice(0, 2) })],
  ['claims without assertions', (d) => ({ ...d, assertions: [] })],
  ['more assertions than claims', (d) => ({ ...d, claims: d.claims.slice(0, 2) })],
  ['assertions on earlier claims only', (d) => ({ ...d, claims: [] })],
])('load makes the states of %s once each', (_, change) => {
  const dataset = change(smallDataset(9))
  const things = [...statesOf(dataset)].map(({ thing, recordedAt }) => `${thing}@${recordedAt}`)
  expect(new Set(things).size).toBe(things.length)
  const ofClaims = new Set(things.filter((thing) => thing.startsWith('Claim:')).map((thing) => thing.split('@')[0]))
  expect([...ofClaims]).toEqual(dataset.claims.map(({ item }) => `Claim:${item.id}`))
  expect(things.filter((thing) => thing.startsWith('Assertion:'))).toHaveLength(dataset.assertions.length)
})
