import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { richDataset } from '../contracts/rich-dataset.ts'
import type { OpenStore } from '../open-store.ts'
import { answerTo, NOW, openEmpty } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openEmpty()
  await open.load(richDataset(), { author: 'test', set: 'test', now: NOW })
})
afterAll(() => open.database.close())

const QUERY = `query Judged($slug: String!) {
  claim(slug: $slug) { verdict assessments { verdict assessedAt author note(language: "id") { value language } } status { value } }
}`

describe('assessments of the newsroom', () => {
  it('are listed with claims, newest first, with author and date', async () => {
    const { data } = await answerTo(open.store, QUERY, { slug: 'rich-use' })
    expect(data).toMatchObject({
      claim: {
        verdict: 'CONTRADICTED',
        assessments: [
          { verdict: 'CONTRADICTED', assessedAt: '2026-03-04', author: 'The desk', note: null },
          { verdict: 'UNSUPPORTED', assessedAt: '2026-02', note: { value: 'Nothing was found.', language: 'en' } },
        ],
      },
    })
  })

  it('are UNASSESSED where there is none', async () => {
    const { data } = await answerTo(open.store, QUERY, { slug: 'rich-owner' })
    expect(data).toMatchObject({ claim: { verdict: 'UNASSESSED', assessments: [] } })
  })

  it('change no status', async () => {
    const all = '{ claims { nodes { slug status { value polarity caveats { slug } decidedBy { slug } } } } }'
    const assessed = await answerTo(open.store, all)
    const bare = await openEmpty()
    await bare.load({ ...richDataset(), assessments: [] }, { author: 'test', set: 'test', now: NOW })
    expect(await answerTo(bare.store, all)).toEqual(assessed)
    await bare.database.close()
  })
})
