import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EARLY, LATE, smallDataset } from '../contracts/small-dataset.ts'
import type { OpenStore } from '../open-store.ts'
import { answerTo, openEmpty } from './seeded-store.ts'

const READ = 'totalCount revision recordedAt'
const LISTS = ['claims', 'entities', 'sources', 'stories', 'search'] as const
const query = (asOf: string): string =>
  `{ claims${args('', asOf)} { ${READ} } entities${args('', asOf)} { ${READ} } sources${args('', asOf)} { ${READ} }
     stories${args('', asOf)} { ${READ} nodes { claims { ${READ} } } }
     search${args('text: "nothinglike"', asOf)} { ${READ} } }`
function args(own: string, asOf: string): string {
  const all = [own, asOf === '' ? '' : `asOf: "${asOf}"`].filter(Boolean).join(', ')
  return all === '' ? '' : `(${all})`
}

describe('connection', () => {
  let open: OpenStore
  beforeAll(async () => {
    open = await openEmpty()
  })
  afterAll(() => open.database.close())

  it('has revision 0 and no instant if the database is empty', async () => {
    const { data, errors } = await answerTo(open.store, query(''))
    expect(errors).toEqual([])
    for (const list of LISTS)
      expect(data).toHaveProperty(list, expect.objectContaining({ revision: 0, recordedAt: null }))
  })

  it('has the revision that it was read at with its instant, also of an empty list and below an object', async () => {
    await open.load(smallDataset(), { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') })
    for (const [asOf, revision, recordedAt] of [
      ['', 2, LATE],
      [EARLY, 1, EARLY],
      ['2026-03-01T00:00:00Z', 1, EARLY],
    ] as const) {
      const { data, errors } = await answerTo(open.store, query(asOf))
      expect(errors).toEqual([])
      for (const list of LISTS) expect(data).toHaveProperty(list, expect.objectContaining({ revision, recordedAt }))
      expect(data).toHaveProperty('search.totalCount', 0)
      expect(data).toHaveProperty('stories.nodes.0.claims', { totalCount: 5, revision, recordedAt })
    }
  })
})
