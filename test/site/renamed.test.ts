import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { renamedDataset, withoutClaimZero } from '../contracts/renamed-dataset.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
/** Number of reads, without those of the newest revision, which the response cache repeats after a time. */
let requested = 0
const counting = (store: GraphStore): GraphStore => ({
  ...store,
  revisionAt: (asOf) => {
    if (asOf !== null) requested += 1
    return store.revisionAt(asOf)
  },
  lifetimes: (kind, ids, revision) => {
    requested += 1
    return store.lifetimes(kind, ids, revision)
  },
})
const load = (dataset: Dataset, now: string) =>
  site.open.load(dataset, { author: 'editor', set: 'test', now: new Date(now) })
beforeAll(async () => {
  site = await startSite({ now: new Date('2027-06-01T00:00:00Z'), dataset: smallDataset(), wrap: counting })
  await load(renamedDataset(), '2027-01-01T00:00:00Z')
})
afterAll(() => site.stop())
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${site.url}${path}`, { headers, redirect: 'manual' })
  const location = response.headers.get('location')
  return { status: response.status, location, headers: response.headers, html: await response.text() }
}
const THEN = 'lang=en&asOf=2026-12-01T00:00:00Z'

describe('URL with a former slug', () => {
  const addresses: readonly (readonly [string, string])[] = [
    ['/claim/claim-0000', '/claim/claim-zero'],
    ['/claim/claim-0000?lang=en&x=1%202', '/claim/claim-zero?lang=en&x=1%202'],
    ['/claim/claim-000%30?lang=en', '/claim/claim-zero?lang=en'],
    ['/claim/claim-0000?lang=en&asOf=2027-06-01T00:00:00Z', '/claim/claim-zero?lang=en&asOf=2027-06-01T00:00:00Z'],
    ['/entity/x?lang=id', '/entity/x-corp?lang=id'],
    ['/source/policy?lang=en', '/source/privacy-policy?lang=en'],
    ['/story/story?lang=en', '/story/tale?lang=en'],
    ['/data/messages?lang=en', '/data/dm-contents?lang=en'],
    ['/compare?entities=musk,x&lang=en', '/compare?entities=musk,x-corp&lang=en'],
    ['/compare?lang=en&entities=x%2Cmusk', '/compare?lang=en&entities=x-corp,musk'],
    ['/embed/claim/claim-0000?view=graph&lang=en&theme=dark', '/embed/claim/claim-zero?view=graph&lang=en&theme=dark'],
    ['/embed/compare/x,musk', '/embed/compare/x-corp,musk'],
    ['/embed/network/x?lang=en', '/embed/network/x-corp?lang=en'],
    ['/card/claim/claim-0000.png?lang=en', '/card/claim/claim-zero.png?lang=en'],
    ['/image/story/story.svg?lang=en', '/image/story/tale.svg?lang=en'],
    ['/export/claim/claim-0000.jsonld?lang=en', '/export/claim/claim-zero.jsonld?lang=en'],
    ['/feed/claim/claim-0000.atom?lang=en', '/feed/claim/claim-zero.atom?lang=en'],
  ]
  it.each(addresses)('%s redirects to %s permanently', async (old, present) => {
    const { status, location, headers } = await get(old)
    expect([status, location]).toEqual([301, present])
    expect(headers.get('cache-control')).toContain('max-age=60')
    expect((await fetch(`${site.url}${present}`)).status).toBe(200)
  })

  it('shows the state at an earlier instant, without notices of change or removal', async () => {
    for (const path of ['/claim/claim-0000', '/embed/claim/claim-0000', '/embed/story/story', '/entity/x']) {
      const { status, html } = await get(`${path}?${THEN}`)
      expect([path, status]).toEqual([path, 200])
      expect(html).toContain('data-notice="PINNED">As the record stood on 1 June 2026.')
      expect(html).not.toMatch(/data-notice="(CHANGED|RETRACTED)"/)
    }
  })

  it('is canonical for an earlier instant, also for a request with the new slug', async () => {
    expect(await get(`/claim/claim-zero?${THEN}`)).toMatchObject({
      status: 301,
      location: `/claim/claim-0000?${THEN}`,
    })
    expect((await get(`/embed/compare/x-corp,musk?${THEN}`)).location).toBe(`/embed/compare/x,musk?${THEN}`)
    expect((await get('/claim/claim-zero?lang=en&asOf=2025-06-01T00:00:00Z')).status).toBe(404)
  })

  it('is accepted by oEmbed and the builder, which give the new slug', async () => {
    const url = encodeURIComponent(`${site.url}/claim/claim-0000?lang=en&view=graph`)
    const { html } = await (await fetch(`${site.url}/oembed?url=${url}`)).json()
    expect(html).toContain(`src="${site.url}/embed/claim/claim-zero?view=graph&amp;lang=en"`)
    const built = await get('/embed/new?lang=en&what=compare/x,musk')
    expect(built.html).toContain('/embed/compare/x-corp,musk?')
    expect(built.html).not.toContain('role="alert"')
  })

  it('is not compared with the current slug of the same object', async () => {
    for (const path of ['/compare?entities=x,x-corp&lang=en', '/embed/compare/x-corp,musk,x?lang=en']) {
      const { status, location } = await get(path)
      expect(status).toBe(301)
      const refused = await get(location ?? '')
      expect([refused.status, refused.html]).toEqual([400, expect.stringContaining('Name each entity once.')])
    }
    const query = encodeURIComponent('{ comparison(entities: ["x", "x-corp"]) { complete } }')
    expect((await get(`/graphql?query=${query}`)).html).toContain('entities names x-corp more than once')
    const url = encodeURIComponent(`${site.url}/compare?entities=x,x-corp`)
    expect((await get(`/oembed?url=${url}`)).status).toBe(404)
  })

  it('adds no read to a current slug without a language', async () => {
    await get('/claim/claim-0002')
    requested = 0
    for (const path of ['/claim/claim-0002', '/entity/musk', '/embed/story/tale', '/claim/nothing']) {
      expect([path, (await get(path)).status]).toEqual([path, 302])
    }
    expect(requested).toBe(0)
  })

  it('is the only one that redirects: unknown slugs give 404, current slugs give 200', async () => {
    expect((await get('/claim/claim-000?lang=en')).status).toBe(404)
    expect((await get('/source/x?lang=en')).status).toBe(404)
    expect((await get('/claim/claim-0001?lang=en')).status).toBe(200)
    expect((await get('/claim/claim-0001')).status).toBe(302)
    for (const path of [
      '/network/x?lang=en',
      '/compare/x?lang=en',
      '/claim/claim-0000.png?lang=en',
      '/card/entity/x',
    ]) {
      expect([path, (await get(path, { Accept: 'text/html' })).status]).toEqual([path, 404])
    }
  })
})

describe('renamed entity, source or claim', () => {
  it.each(['/embed/story/tale', '/story/tale', '/entity/x-corp', '/source/privacy-policy', '/data/dm-contents'])(
    'is not shown as removed at %s',
    async (path) => {
      expect((await get(`${path}?lang=en`)).html).not.toContain('removed from this record')
    },
  )

  it('redirects to the new slug after its removal', async () => {
    const { renames, ...rest } = withoutClaimZero(renamedDataset())
    const left = renames.filter(({ item }) => item.kind !== 'Claim')
    await load({ ...rest, renames: left }, '2027-02-01T00:00:00Z')
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect((await get('/claim/claim-0000?lang=en')).location).toBe('/claim/claim-zero?lang=en')
    const { status, html } = await get('/claim/claim-zero?lang=en')
    expect(status).toBe(410)
    expect(html).toContain('Taken out of this record on 1 February 2027.')
    const pinned = await get(`/embed/story/story?${THEN}`)
    expect(pinned.html).toContain('One claim has changed since this was published')
    expect(pinned.html).toContain(
      '1 February 2027: removed from this record: X collects messages – Disputed: X states it; ',
    )
    expect(pinned.html).toContain('<a href="/claim/claim-zero?lang=en"')
  })
})
