import { expect, it } from 'vitest'
import { createCache } from '../../src/cache/create-cache.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { createNameLookups } from '../../src/reconciliation/name-lookup.ts'
import { startSite } from '../site/start-site.ts'
import { namesDataset } from './names-dataset.ts'
import { syntheticNames } from './synthetic-names.ts'

it.each([1500, 3000])('the index of %d names reads each thing once, and no page of a list', async (count) => {
  const site = await startSite({ dataset: namesDataset(syntheticNames(count, 1)) })
  const { store } = site.open
  let passes = 0
  const read: string[] = []
  const counted: Pick<GraphStore, 'allSlugs' | 'entities' | 'sources' | 'conceptTree'> = {
    ...store,
    allSlugs: (kind, revision) => {
      passes += 1
      return store.allSlugs(kind, revision)
    },
    entities: (slugs, revision) => {
      read.push(...slugs)
      return store.entities(slugs, revision)
    },
  }
  const lookUp = createNameLookups(createCache({ maxBytes: 64_000_000 }))
  const { size } = await lookUp(counted, await store.revisionAt(null))
  await site.stop()
  expect(passes).toBe(2)
  expect([read.length, new Set(read).size]).toEqual([count, count])
  expect(size).toBeGreaterThanOrEqual(count)
})
