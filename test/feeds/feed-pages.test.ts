import { setTimeout } from 'node:timers/promises'
import { parseAtomFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
// On a busy machine, the first request would wait for the modules of pages longer than its connection may.
import '../../src/server/site.ts'
import { assertion, smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { atomProblems } from './atom-problems.ts'

const CLAIMS = 120
/** Claims from here on are removed by the second load, which withdraws the assertions on the others. */
const REMOVED_FROM = 'claim-0065'

function corrected(): Dataset {
  const before = smallDataset(CLAIMS)
  const isLeft = (id: string): boolean => id < REMOVED_FROM
  return {
    ...before,
    claims: before.claims.filter(({ item }) => isLeft(item.id)),
    stories: before.stories.map(({ item, recordedAt }) => ({
      recordedAt,
      item: { ...item, claimIds: item.claimIds.filter(isLeft) },
    })),
    assertions: before.assertions
      .filter(({ item }) => isLeft(item.claimId))
      .map(({ item, recordedAt }) => ({ recordedAt, item: { ...item, withdrawn: 'read the wrong page' } })),
    contentHash: 'corrected',
  }
}

let site: StartedSite
beforeAll(async () => {
  site = await startSite({ now: new Date('2027-06-01T00:00:00Z'), dataset: smallDataset(CLAIMS) })
})
afterAll(() => site.stop())

const get = async (url: string): Promise<{ readonly status: number; readonly text: string }> => {
  const response = await fetch(url, { redirect: 'manual' })
  return { status: response.status, text: await response.text() }
}

interface ReadPage {
  readonly links: Readonly<Record<string, string>>
  readonly entries: readonly { readonly id: string; readonly updated: string }[]
}

async function readPage(url: string): Promise<ReadPage> {
  const { status, text } = await get(url)
  expect([url, status, atomProblems(text)]).toEqual([url, 200, []])
  const { links = [], entries = [] } = parseAtomFeed(text)
  return {
    links: Object.fromEntries(links.map(({ rel = '', href = '' }) => [rel, href])),
    entries: entries.map(({ id = '', updated = '' }) => ({ id, updated: String(updated) })),
  }
}

const urlOf = (feed: string): string => `${site.url}/feed/${feed}.atom?lang=en`

/** Follows the links to the next page. @param between called after the first page */
async function follow(feed: string, between: () => Promise<void> = async () => {}): Promise<readonly ReadPage[]> {
  const pages = [await readPage(urlOf(feed))]
  await between()
  for (let next = pages[0]?.links.next; next !== undefined; next = pages.at(-1)?.links.next)
    pages.push(await readPage(next))
  return pages
}

/** Returns the ids of all entries, which have to be each there once, the last changed first. */
function idsOf(pages: readonly ReadPage[]): readonly string[] {
  const entries = pages.flatMap((page) => page.entries)
  const ids = entries.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const times = entries.map(({ updated }) => updated)
  expect(times).toEqual(times.toSorted().reverse())
  return ids
}

describe('pages of a feed', () => {
  it('have every entry once, also where a revision is published in between', async () => {
    const pages = await follow('all', async () => {
      await site.open.load(corrected(), { author: 'editor', set: 'test', now: new Date('2027-01-01T00:00:00Z') })
      // Cached responses follow a publication within 200 ms.
      await setTimeout(600)
    })
    expect(pages.map(({ entries }) => entries.length)).toEqual([50, 50, 20])
    const claims = Array.from({ length: CLAIMS }, (_, i) => `claim/claim-${String(i).padStart(4, '0')}`)
    expect(
      idsOf(pages)
        .map((id) => id.replace(/^.*:en\//, ''))
        .toSorted(),
    ).toEqual(claims)
    const [newest] = await follow('all')
    expect(newest?.entries[0]?.updated).toBe('2027-01-01T00:00:00.000Z')
  })

  it('have links to the first, the previous and the next one, and to themselves', async () => {
    const [first, second, third] = await follow('all')
    expect(first?.links.self).toBe(urlOf('all'))
    expect([first?.links.first, first?.links.previous]).toEqual([urlOf('all'), undefined])
    expect(second?.links).toMatchObject({
      self: first?.links.next,
      first: urlOf('all'),
      previous: urlOf('all'),
      next: third?.links.self,
    })
    expect([third?.links.previous, third?.links.next]).toEqual([second?.links.self, undefined])
  })

  // One of the corrected claims has two assertions.
  it.each([
    ['all', CLAIMS],
    ['corrections', CLAIMS + 1],
    ['entity/x', CLAIMS],
    ['source/policy', CLAIMS],
  ])('(%s) have the changes and removals of one revision once each', async (feed, count) => {
    const pages = await follow(feed)
    const ids = idsOf(pages)
    expect(pages.map(({ entries }) => entries.length)).toEqual([50, 50, count - 100])
    expect(ids.filter((id) => id.includes('/removed/')).length).toBe(CLAIMS - 65)
  })

  it('have the complete history of a claim', async () => {
    for (let i = 0; i < 25; i += 1) {
      const item = assertion(`said-${i}`, 'claim-0002', { stance: 'DENIES', polarity: 'NEGATES' })
      const expectedRevision = await site.open.store.revisionAt(null)
      const now = new Date(Date.UTC(2027, 1, 1 + i))
      await site.open.writer.append(
        { put: { assertions: [{ item }] } },
        { author: 'a', reason: 'b', now, expectedRevision },
      )
    }
    await setTimeout(600)
    const pages = await follow('claim/claim-0002')
    expect(pages.map(({ entries }) => entries.length)).toEqual([20, 7])
    expect(idsOf(pages).length).toBe(27)
  })

  it('are refused for a cursor that is damaged, of another feed, of no revision or of no page', async () => {
    const { links } = await readPage(urlOf('all'))
    const after = new URL(links.next ?? expect.fail()).searchParams.get('after') ?? ''
    const [key, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as [string, string]
    const cursor = (...parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')
    expect((await get(`${urlOf('all')}&after=${cursor(key, id)}`)).status).toBe(200)
    const wrong = [
      ...['', 'x', after.slice(2), `${after}${after}`, 'a'.repeat(2000), cursor(key, 50), cursor(key)],
      ...[cursor(key, '0'), cursor(key, '49'), cursor(key, '-50'), cursor(key, '1e2'), cursor(key, '9950')],
      ...[cursor('all 999', id), cursor('all', id), cursor('all 1.0', id), cursor('story 1', id)],
    ]
    for (const one of wrong) {
      const { status, text } = await get(`${urlOf('all')}&after=${encodeURIComponent(one)}`)
      expect([one, status]).toEqual([one, 400])
      expect([one, JSON.parse(text).errors[0].extensions.code]).toEqual([one, 'BAD_CURSOR'])
    }
    expect((await get(`${urlOf('corrections')}&after=${after}`)).status).toBe(400)
  })
})
