import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/domain/assessment.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { EARLY, LATE, smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

const assessed = (claimId: string, assessedAt: string, rest: Partial<Assessment>): Assessment => ({
  id: `judged-${claimId}-${assessedAt}`,
  claimId: toSlug(claimId),
  verdict: 'CONTRADICTED',
  assessedAt,
  author: 'The <desk>',
  note: {},
  ...rest,
})
const ASSESSMENTS: readonly Assessment[] = [
  assessed('claim-0000', '2026-02', { verdict: 'UNSUPPORTED', note: { id: 'Belum ada apa-apa.' } }),
  assessed('claim-0000', '2026-03-04', { note: { en: 'Its own file says otherwise.' } }),
  assessed('claim-0001', '2026-02-01', {}),
  assessed('claim-0001', '2026-03-01', { verdict: 'UNASSESSED' }),
]
const dataset = (): Dataset => ({
  ...smallDataset(),
  assessments: ASSESSMENTS.map((item) => ({ item, recordedAt: EARLY })).concat({
    item: assessed('claim-0002', '2026-05', {}),
    recordedAt: LATE,
  }),
})

let site: StartedSite
beforeAll(async () => {
  site = await startSite({ dataset: dataset() })
})
afterAll(() => site.stop())

const text = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()
const sectionOf = (html: string): string =>
  /<section[^>]*aria-labelledby="judgement".*?<\/section>/s.exec(html)?.[0] ?? ''
const words = (html: string): string => html.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')

describe('assessment by the newsroom', () => {
  it('is in a section of its own on the page of its claim, newest first', async () => {
    const html = await text('/claim/claim-0000?lang=en')
    expect(words(sectionOf(html))).toBe(
      '|Assessment by the newsroom|Our own view. It does not affect the status.' +
        '|contradicted| · |The &lt;desk&gt;| · |4 March 2026|Its own file says otherwise.' +
        '|earlier: |nothing found to bear it out| · |The &lt;desk&gt;| · |February 2026|Belum ada apa-apa.|',
    )
    expect(sectionOf(html)).toContain('<p lang="id" dir="auto">Belum ada apa-apa.')
    expect(sectionOf(html)).toContain('<time datetime="2026-02">')
    const said = /<section aria-labelledby="said">.*?<\/section>/s.exec(html)?.[0] ?? ''
    expect(said).toContain('states')
    expect(said).not.toMatch(/desk|contradicted/)
  })

  it('is shown in Indonesian too', async () => {
    expect(words(sectionOf(await text('/claim/claim-0000?lang=id')))).toContain(
      '|bertentangan dengan temuan| · |The &lt;desk&gt;| · |4 Maret 2026|Its own file says otherwise.',
    )
  })

  it('shows its retraction on the page of its claim, and nowhere else', async () => {
    expect(words(sectionOf(await text('/claim/claim-0001?lang=en')))).toMatch(
      /assessment taken back.*1 March 2026.*earlier: \|contradicted/,
    )
    expect(await text('/embed/claim/claim-0001?lang=en')).not.toContain('sanad-judgement')
    expect(sectionOf(await text('/claim/claim-0003?lang=en'))).toBe('')
  })

  it('appears with its claim in lists, tables and drawings', async () => {
    const html = await text('/embed/story/story?lang=en')
    const line = 'Assessment by The &lt;desk&gt;, 4 March 2026: contradicted'
    expect(words(html)).toContain(`|${line}| |Its own file says otherwise.|`)
    expect(/<table>.*<\/table>/s.exec(html)?.[0]).toContain(line)
    expect(/aria-label="Disputed[^"]*"/.exec(html)?.[0]).toContain(line)
  })

  it('made after the instant of a pinned embed is a change', async () => {
    const pinned = await text('/embed/claim/claim-0002?lang=en&asOf=2026-03-01T00:00:00Z')
    expect(pinned).toContain('One claim has changed since this was published')
    expect(pinned).not.toContain('sanad-judgement')
  })
})

describe('ClaimReview', () => {
  const claim = async (slug: string) => JSON.parse(await text(`/export/claim/${slug}.jsonld?lang=en`))

  it('is the current assessment, signed and dated, with its verdict in words and without a number', async () => {
    const about = `${site.url}/claim/claim-0000`
    expect((await claim('claim-0000')).review).toEqual({
      '@type': 'ClaimReview',
      '@id': `${about}#judged-judged-claim-0000-2026-03-04`,
      url: `${about}?lang=en`,
      inLanguage: 'en',
      author: { name: { '@value': 'The <desk>' } },
      datePublished: '2026-03-04',
      claimReviewed: 'Disputed: X collects messages – X states it; MUSK denies it',
      reviewRating: { '@type': 'Rating', alternateName: 'contradicted' },
      itemReviewed: { '@type': 'Claim', '@id': about },
      reviewBody: { '@value': 'Its own file says otherwise.', '@language': 'en' },
    })
    const [, block = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await text('/claim/claim-0000?lang=en')) ?? []
    expect(JSON.parse(block).review).toEqual((await claim('claim-0000')).review)
  })

  it.each(['claim-0001', 'claim-0003'])(
    'is absent where there is only a status or a retracted assessment: %s',
    async (slug) => {
      expect(JSON.stringify(await claim(slug))).not.toMatch(/ClaimReview|Rating/)
    },
  )
})
