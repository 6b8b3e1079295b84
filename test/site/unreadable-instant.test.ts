import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

describe('asOf parameter', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite({ dataset: smallDataset() })
  })
  afterAll(() => site.stop())
  const get = async (path: string) => {
    const response = await fetch(`${site.url}${path}`, { redirect: 'manual' })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const oembed = (address: string): string => `/oembed?url=${encodeURIComponent(`${site.url}${address}`)}`

  it.each([
    '/embed/story/story?lang=en',
    '/embed/claim/claim-0000?lang=en',
    '/story/story?lang=en',
    '/claim/claim-0000?lang=en',
    '/compare?entities=x,musk&lang=en',
    '/image/story/story.png?lang=en',
    '/image/story/story.svg?lang=en',
    '/card/story/story.png?lang=en',
    '/export/story/story.jsonld?lang=en',
  ])('with invalid syntax is rejected by %s, which shows no claim', async (path) => {
    const { status, headers, text } = await get(`${path}&asOf=1+August+2026`)
    expect(status).toBe(400)
    expect(text).toContain('asOf was not understood: “1 August 2026”. Write an instant such as 2026-08-01T00:00:00Z')
    expect(text).not.toContain('collects')
    expect(headers.get('cache-control')).toBe('no-store')
    expect((await get(`${path}&asOf=`)).status).toBe(200)
  })

  it.each([
    '/embed/story/story?lang=en',
    '/claim/claim-0000?lang=en',
    '/compare?entities=x,musk&lang=en',
    '/image/story/story.svg?lang=en',
    '/card/story/story.png?lang=en',
    '/export/story/story.jsonld?lang=en',
    '/?q=x&lang=en',
  ])('in the future is rejected by %s, which shows no claim', async (path) => {
    const { status, headers, text } = await get(`${path}&asOf=2026-11-01T00:06:00Z`)
    expect(status).toBe(400)
    expect(text).toContain('asOf is in the future: 2026-11-01T00:06:00Z. Write an instant that has passed')
    expect(text).not.toContain('collects')
    expect(headers.get('cache-control')).toBe('no-store')
    expect((await get(`${path}&asOf=2026-11-01T00:04:00Z`)).status).toBe(200)
    expect((await get(`${path}&asOf=2026-10-31T24:00:00Z`)).status).toBe(400)
  })

  it('in the future is reported by the builder, whose snippet has the current instant', async () => {
    const { status, text } = await get('/embed/new?lang=en&what=/claim/claim-0000&time=pinned&asOf=2031-01-01')
    expect(status).toBe(200)
    expect(text).toContain('Not understood: asOf=2031-01-01 (≤ 2026-11-01T00:00:00Z)')
    expect(text).not.toContain('asOf=2031-01-01T')
  })

  it('in the future is rejected in the URL that oEmbed receives', async () => {
    const { status, text } = await get(oembed('/embed/story/story?lang=id&asOf=2027-01-01'))
    expect(status).toBe(400)
    expect(text).toContain('asOf berada di masa depan: 2027-01-01T00:00:00Z')
  })

  it('with invalid syntax is rejected in the URL that oEmbed receives', async () => {
    const { status, text } = await get(oembed('/story/story?lang=en&asOf=soon'))
    expect(status).toBe(400)
    expect(text).toContain('asOf was not understood: “soon”')
    expect((await get(oembed('/embed/story/story?lang=id&asOf=soon'))).text).toContain('asOf tidak dimengerti')
    expect((await get(oembed('/story/story?lang=en&asOf=2026-08-01'))).text).toContain('asOf=2026-06-01T00%3A00%3A00Z')
  })

  it('gets an error in the reader’s language, with its markup escaped', async () => {
    const { text } = await get('/embed/story/story?lang=id&asOf=%3Cb%3E')
    expect(text).toContain('asOf tidak dimengerti: “&lt;b&gt;”')
  })

  it.each([
    ['2026-06-01', '1 June 2026'],
    ['2026-05-31', '1 January 2026'],
    ['2026-06-01T07:00:00+07:00', '1 June 2026'],
    ['2026-06-01T07:00:00%2B07:00', '1 June 2026'],
    ['2026-06-01T06:59:59+07:00', '1 January 2026'],
  ])('%s is accepted', async (asOf, day) => {
    for (const path of ['/embed/story/story', '/story/story']) {
      const { status, text } = await get(`${path}?lang=en&asOf=${asOf}`)
      expect(status).toBe(200)
      expect(text).toContain(`data-notice="PINNED">As the record stood on ${day}.`)
    }
  })
})
