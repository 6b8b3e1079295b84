import { setTimeout } from 'node:timers/promises'
import { parseAtomFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tagUri } from '../../src/feeds/tag-uri.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { headline, headlineText } from '../../src/sentences/headline.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { isolateText } from '../../src/text/isolate-text.ts'
import { renamedDataset } from '../contracts/renamed-dataset.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { fc } from '../property-runs.ts'
import { hostileDataset } from '../site/hostile-dataset.ts'
import { later } from '../site/later-dataset.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { atomProblems } from './atom-problems.ts'

const TAG = /^tag:[a-z0-9.-]+,2026:[\w.~!*'()%/:@-]+$/

interface ReadFeed {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}
const reader =
  (site: () => StartedSite) =>
  async (path: string, headers: Record<string, string> = {}): Promise<ReadFeed> => {
    const response = await fetch(`${site().url}${path}`, { headers, redirect: 'manual' })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
const entriesOf = (text: string) =>
  (parseAtomFeed(text).entries ?? []).map((entry) => ({ ...entry, id: entry.id ?? '' }))
const textOf = (text: unknown): string =>
  typeof text === 'string'
    ? text
    : typeof text === 'object' && text !== null && 'value' in text
      ? String(text.value)
      : ''

describe('feeds of the stories', () => {
  let site: StartedSite
  const get = reader(() => site)
  beforeAll(async () => {
    // On a busy machine, the first request would wait for the modules of pages longer than its connection may.
    await import('../../src/server/site.ts')
    site = await startSite()
  })
  afterAll(() => site.stop())

  const paths = [
    ...['all', 'corrections', 'story/x-privacy-2023', 'claim/x-sells-user-data', 'entity/elon-musk', 'entity/x'],
    ...['source/x-privacy-policy', 'data/public-posts', 'use/train-ai-models'],
  ]
  it.each(paths.flatMap((path) => ['en', 'id'].map((lang) => [path, lang])))(
    '/feed/%s.atom in %s obeys RFC 4287, and a feed reader reads it',
    async (path, lang) => {
      const { status, headers, text } = await get(`/feed/${path}.atom?lang=${lang}`)
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'application/atom+xml; charset=utf-8'])
      expect(atomProblems(text)).toEqual([])
      const feed = parseAtomFeed(text)
      expect(feed.id).toMatch(TAG)
      expect(text).toContain(`xml:lang="${lang}"`)
      const entries = entriesOf(text)
      expect(entries.length).toBeLessThanOrEqual(50)
      if (path !== 'corrections') expect(entries.length).toBeGreaterThan(0)
      for (const { id, links = [] } of entries) {
        expect(id).toMatch(TAG)
        for (const { href = '' } of links) expect(href.startsWith(`${site.url}/claim/`)).toBe(true)
      }
      const tag = headers.get('etag') ?? ''
      expect((await get(`/feed/${path}.atom?lang=${lang}`, { 'If-None-Match': tag })).status).toBe(304)
    },
  )

  it('have the headline of each claim as its title, with status and by-line, and every quote in the content', async () => {
    const { store } = site.open
    const revision = await store.revisionAt(null)
    const messages = messagesIn('en')
    const { text } = await get('/feed/all.atom?lang=en')
    const listed = await store.lastChangedClaims({}, 50, revision)
    const read = await store.claims(
      listed.map(({ id }) => id),
      revision,
    )
    const claims = read.flatMap((claim) => claim ?? [])
    const names = await namesOfClaims(store, claims, revision)
    const entries = entriesOf(text)
    expect(entries.map(({ title }) => textOf(title)).sort()).toEqual(
      claims.map((details) => isolateText(headlineText(headline(details, names, messages)))).sort(),
    )
    for (const { claim, assertions } of claims) {
      const entry = entries.find(({ id }) => id.endsWith(`:en/claim/${claim.id}`))
      const content = textOf(entry?.content)
      const plain = content.replaceAll(/<[^>]*>/g, '')
      for (const { quote, withdrawn } of assertions) {
        if (quote === null || withdrawn !== null) continue
        const words = quote.exact.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        expect([claim.id, plain.includes(words) || plain.includes(quote.exact)]).toEqual([claim.id, true])
      }
    }
  })

  it('have the attribution that a licence requires, wherever its source is quoted', async () => {
    const { store } = site.open
    const revision = await store.revisionAt(null)
    const { items } = await store.sourcePage({}, 'SLUG', { limit: 100, backwards: false, cursor: null }, revision)
    const asking = items.filter(({ attribution }) => attribution !== null)
    expect(asking.length).toBeGreaterThan(0)
    for (const { id, attribution } of asking) {
      const { text } = await get(`/feed/source/${id}.atom?lang=en`)
      const entries = entriesOf(text)
      for (const { rights } of entries) expect(textOf(rights)).toContain(attribution ?? expect.fail())
    }
  })

  it('refuse unknown parameters, also an instant, and unknown slugs', async () => {
    for (const query of ['lang=en&limit=3', 'lang=en&asOf=2026-10-01', 'lang=en&lang=id', 'utm_source=x']) {
      const { status, text } = await get(`/feed/all.atom?${query}`)
      expect([query, status]).toEqual([query, 400])
      expect(text).toContain('"errors"')
    }
    const none = await get('/feed/story/nothing-of-that-name.atom?lang=en')
    expect([none.status, JSON.parse(none.text).errors[0].extensions.code]).toEqual([404, 'NOT_FOUND'])
    expect((await get('/feed/everything.atom?lang=en')).status).toBe(404)
    expect((await get('/feed/compare/x,linkedin.atom?lang=en')).status).toBe(404)
    expect((await get('/feed/all.atom', { 'Accept-Language': 'id' })).headers.get('location')).toBe(
      '/feed/all.atom?lang=id',
    )
  })

  it('are named by the head and by a link of each page', async () => {
    for (const path of ['story/x-privacy-2023', 'claim/x-sells-user-data', 'entity/x', 'source/x-privacy-policy']) {
      const { text } = await get(`/${path}?lang=en`)
      expect(text).toContain(`type="application/atom+xml" title="`)
      expect(text).toMatch(
        new RegExp(`<link rel="alternate" type="application/atom\\+xml"[^>]* href="/feed/${path}\\.atom\\?lang=en">`),
      )
      expect(text).toContain(`<a href="/feed/${path}.atom?lang=en" type="application/atom+xml">Feed (Atom)</a>`)
    }
    const home = (await get('/?lang=id')).text
    for (const href of ['/feed/all.atom?lang=id', '/feed/corrections.atom?lang=id', '/opensearch.xml?lang=id']) {
      expect(home).toMatch(new RegExp(`<link [^>]*href="${href.replaceAll(/[.?]/g, '\\$&')}">`))
    }
    expect((await get('/embed/claim/x-sells-user-data?lang=en')).text).not.toContain('application/atom+xml')
  })
})

describe('feeds after changes', () => {
  let site: StartedSite
  const get = reader(() => site)
  const load = async (dataset: ReturnType<typeof smallDataset>, now: string): Promise<void> => {
    await site.open.load(dataset, { author: 'editor', set: 'test', now: new Date(now) })
    // Cached responses follow a publication within 200 ms.
    await setTimeout(600)
  }
  beforeAll(async () => {
    site = await startSite({ now: new Date('2027-06-01T00:00:00Z'), dataset: smallDataset() })
  })
  afterAll(() => site.stop())
  const entryOf = async (feed: string, end: string) => {
    const { text } = await get(`/feed/${feed}.atom?lang=en`)
    expect(atomProblems(text)).toEqual([])
    return entriesOf(text).find(({ id }) => id.endsWith(end)) ?? expect.fail(`${feed} has no ${end}`)
  }

  it('have the changed claims first, with the instant of the change, and withdrawals and removals', async () => {
    const before = await get('/feed/all.atom?lang=en')
    await load(later(), '2027-01-01T00:00:00Z')
    const after = await get('/feed/all.atom?lang=en')
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    const newest = entriesOf(after.text).filter(({ updated }) => updated === '2027-01-01T00:00:00.000Z')
    expect(newest.map(({ id }) => id.replace(/^.*:en\//, '')).sort()).toEqual([
      'claim/claim-0001',
      'claim/claim-0002',
      'correction/claim-0004/removed/2027-01-01T00%3A00%3A00.000Z',
    ])
    expect(entriesOf(after.text).slice(0, 3)).toEqual(expect.arrayContaining(newest))
    expect(parseAtomFeed(after.text).updated).toBe('2027-01-01T00:00:00.000Z')
    for (const feed of ['story/story', 'entity/x', 'source/policy', 'data/messages', 'corrections']) {
      const removed = await entryOf(feed, '/removed/2027-01-01T00%3A00%3A00.000Z')
      expect(textOf(removed.title)).toMatch(/^Removed – Stated: X collects messages – X states it/)
      expect(textOf(removed.summary)).toContain('1 January 2027')
    }
    const withdrawn = await entryOf('corrections', 'correction/claim-0001/withdrawn/states-claim-0001')
    expect(textOf(withdrawn.summary)).toContain('read the wrong page')
    expect(textOf((await entryOf('all', 'claim/claim-0001')).content)).toContain('read the wrong page')
  })

  it('list the history of a claim, each entry as the claim was and at its own address', async () => {
    const { text } = await get('/feed/claim/claim-0002.atom?lang=en')
    expect(atomProblems(text)).toEqual([])
    const [now, then, ...more] = entriesOf(text)
    expect(more).toEqual([])
    expect([textOf(now?.title), textOf(then?.title)]).toEqual([
      expect.stringMatching(/^Disputed: /),
      expect.stringMatching(/^Stated: /),
    ])
    for (const entry of [now, then]) {
      const pinned = entry?.links?.find(({ rel }) => rel === 'memento')?.href ?? ''
      expect(pinned).toContain(`asOf=${encodeURIComponent(entry?.updated ?? '')}`)
      expect((await fetch(pinned)).status).toBe(200)
    }
  })

  it('answer 410 for a removed thing', async () => {
    const { status, text } = await get('/feed/claim/claim-0004.atom?lang=en')
    expect([status, text]).toEqual([410, expect.stringContaining('/feed/corrections.atom')])
  })

  it('keep their ids, and those of their entries, after a rename', async () => {
    const idsOf = (text: string) => [parseAtomFeed(text).id, ...entriesOf(text).map(({ id }) => id)]
    const feeds = ['story/story', 'entity/x', 'source/policy', 'data/messages']
    const before = new Map(
      await Promise.all(
        feeds.map(async (feed) => [feed, idsOf((await get(`/feed/${feed}.atom?lang=en`)).text)] as const),
      ),
    )
    await load(renamedDataset(later()), '2027-02-01T00:00:00Z')
    const renamed: Readonly<Record<string, string>> = {
      'story/story': 'story/tale',
      'entity/x': 'entity/x-corp',
      'source/policy': 'source/privacy-policy',
      'data/messages': 'data/dm-contents',
    }
    for (const [feed, current] of Object.entries(renamed)) {
      const moved = await get(`/feed/${feed}.atom?lang=en`)
      expect([moved.status, moved.headers.get('location')]).toEqual([301, `/feed/${current}.atom?lang=en`])
      const { text } = await get(`/feed/${current}.atom?lang=en`)
      expect(atomProblems(text)).toEqual([])
      expect([...idsOf(text)].sort()).toEqual([...(before.get(feed) ?? [])].sort())
    }
  })
})

describe('feeds of hostile texts', () => {
  let site: StartedSite
  const get = reader(() => site)
  beforeAll(async () => {
    site = await startSite({ dataset: hostileDataset(60) })
  })
  afterAll(() => site.stop())

  it.each(['all', 'corrections', 'story/story', 'entity/x', 'source/source', 'claim/claim-0001', 'data/data-a'])(
    '/feed/%s.atom obeys RFC 4287, links to nothing hostile, and keeps directions to their texts',
    async (feed) => {
      const { status, text } = await get(`/feed/${feed}.atom?lang=en`)
      expect(status).toBe(200)
      expect(atomProblems(text)).toEqual([])
      expect(text).not.toMatch(/(?:href|cite)="(?!https?:)/)
      expect(text).not.toMatch(/<(?:script|iframe|style|img|svg)\b/)
      for (const { title, summary } of entriesOf(text)) {
        for (const words of [textOf(title), textOf(summary)]) expect(isolateText(words)).toBe(words)
      }
    },
  )
})

describe('feeds of an empty database', () => {
  it.each(['all', 'corrections'])('/feed/%s.atom obeys RFC 4287 and has no entry', async (name) => {
    const site = await startSite({ fill: () => Promise.resolve() })
    const { status, text } = await reader(() => site)(`/feed/${name}.atom?lang=en`)
    expect([status, entriesOf(text).length, atomProblems(text)]).toEqual([200, 0, []])
    await site.stop()
  })
})

describe('tag URI', () => {
  it('has the host and the path of PUBLIC_URL, and no port', () => {
    expect(tagUri('https://a.example:8443', 'en', 'claim', 'x y')).toBe('tag:a.example,2026:en/claim/x%20y')
    expect(tagUri('https://a.example/news/sanad', 'en')).toBe('tag:a.example,2026:news/sanad/en')
    expect(tagUri('http://[::1]:80', 'x')).toBe('tag:localhost,2026:x')
  })
  it('has the form of RFC 4151 for any parts', () => {
    fc.assert(
      fc.property(fc.webAuthority(), fc.array(fc.string(), { minLength: 1 }), (authority, parts) => {
        fc.pre(URL.canParse(`https://${authority}`) && parts.join('') !== '')
        expect(tagUri(`https://${authority}`, ...parts)).toMatch(TAG)
      }),
    )
  })
})

describe('check of RFC 4287', () => {
  const ID = '<id>tag:a.example,2026:x</id>'
  const START = `<feed xmlns="http://www.w3.org/2005/Atom">${ID}<title>t</title>`
  const UPDATED =
    '<updated>2026-01-01T00:00:00Z</updated><author><name>n</name></author><link rel="self" href="https://a.example"/>'
  it.each([
    [`${START}</feed>`, 'feed has 0 of updated'],
    [`${START}${UPDATED}${ID}</feed>`, 'feed has 2 of id'],
    [`${START}${UPDATED}<entry>${ID}<title>t</title></entry></feed>`, 'two things have one id'],
    [`${START}${UPDATED}<link rel="alternate" href="/x"/></feed>`, 'no address: /x'],
    [`${START}${UPDATED}<subtitle type="html">x</subtitle></feed>`, 'subtitle has the type html'],
    [`${START}${UPDATED.replace('T00:00:00Z', '')}</feed>`, 'no date: 2026-01-01'],
    [`${START}${UPDATED}<x/></feed>`, 'feed has x'],
  ])('reports %s', (text, problem) => expect(atomProblems(text).join()).toContain(problem))
  it('accepts a minimal feed', () => expect(atomProblems(`${START}${UPDATED}</feed>`)).toEqual([]))
})
