import { describe, expect, it } from 'vitest'
import { byAssertionDay } from '../../src/domain/assertion-order.ts'
import { assertion, smallDataset } from '../contracts/small-dataset.ts'
import { startSite } from './start-site.ts'

const MUSK = { claimantId: 'musk', stance: 'DENIES', polarity: 'NEGATES' } as const
const ENTRIES = [
  assertion('a-late', 'claim-0000', { assertedAt: '2024-05' }),
  assertion('b-unknown', 'claim-0000', { assertedAt: null, certainty: 'POSSIBLE' }),
  assertion('c-early', 'claim-0000', { ...MUSK, assertedAt: '2022-03-01' }),
  assertion('d-year', 'claim-0000', { ...MUSK, assertedAt: '2024' }),
  assertion('e-same', 'claim-0000', { assertedAt: '2024-05' }),
]

describe('assertions on one claim', () => {
  it('are ordered by day, unknown days last, then by id', () => {
    expect(ENTRIES.toSorted(byAssertionDay).map(({ id }) => id)).toEqual([
      'c-early',
      'd-year',
      'a-late',
      'e-same',
      'b-unknown',
    ])
  })

  it('have that order on the page and in its history, with equal lines once', async () => {
    const small = smallDataset(1)
    const at = '2026-01-01T00:00:00Z'
    const site = await startSite({
      dataset: { ...small, assertions: ENTRIES.map((item) => ({ item, recordedAt: at })) },
    })
    const html = await (await fetch(`${site.url}/claim/claim-0000?lang=en`)).text()
    await site.stop()
    const said = [...html.matchAll(/<li id="said-([^"]*)"/g)].map(([, id]) => id)
    // Those who say that it is so come first, then the others, each group in this order.
    expect(said).toEqual(['a-late', 'b-unknown', 'c-early', 'd-year'])
    const [, history = ''] = /<ol class="site-history">(.*?)<\/ol>/.exec(html) ?? []
    const lines = [...history.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) => line.replace(/<[^>]*>/g, ''))
    expect(lines).toEqual([
      'recorded 1 January 2026: MUSK denies that X collects messages · Privacy Policy',
      'recorded 1 January 2026: X says that it collects messages · Privacy Policy',
      'recorded 1 January 2026: X says that it may collect messages · Privacy Policy',
    ])
  })
})
