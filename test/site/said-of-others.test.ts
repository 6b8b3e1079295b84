import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { readTopic } from '../../src/pages/page-topic.ts'
import { assertion, EARLY, LATE, smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

const read = async (path: string, from: StartedSite): Promise<string> => (await fetch(`${from.url}${path}`)).text()
const section = (html: string, id: string): string => {
  const start = html.indexOf(`aria-labelledby="${id}"`)
  return start < 0 ? '' : html.slice(start, html.indexOf('</section>', start))
}

describe('page of a claimant', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each([
    ['en', 'What it says of others', />Elon Musk [^<]*X will not collect confidential information/],
    ['id', 'Yang dikatakannya tentang pihak lain', />Elon Musk [^<]*X tidak akan mengumpulkan informasi [^<]*rahasia/],
  ])('lists its claims on others under a separate heading, each claim once, in %s', async (tag, heading, words) => {
    const html = await read(`/entity/elon-musk?lang=${tag}`, site)
    const said = section(html, 'further-said')
    expect(said).toContain(`<h2 id="further-said">${heading}</h2>`)
    expect(said).toMatch(words)
    const items = [...html.matchAll(/<li id="(?:further-[a-z]+-)?claim-([^"]*)" class="sanad-claim"/g)].map(
      ([, id]) => id,
    )
    expect(items.length).toBeGreaterThan(3)
    expect(new Set(items).size).toBe(items.length)
  })

  it('lists them without "no such claim" where no claim has it as subject', async () => {
    for (const [slug, id, said] of [
      ['members-of-the-public', 'further-said', '/claim/x-sells-user-data'],
      ['reuters', 'further-published', '/claim/xai-collaborates-with-x'],
    ] as const) {
      const html = await read(`/entity/${slug}?lang=en`, site)
      expect(html).not.toContain('No such claim is recorded.')
      expect(html).toContain('No claim about it is recorded')
      expect(section(html, id)).toContain(`href="${said}?lang=en"`)
      const frame = await read(`/embed/entity/${slug}?lang=en`, site)
      expect(frame).toContain(said)
      expect(frame).toMatch(/id="summary"[^>]*>(What it says of others|Words of others in documents that it published)/)
    }
    expect(await read('/entity/reuters?lang=en', site)).not.toContain('What it says of others</h2>')
  })

  it('is read in a constant number of statements', async () => {
    const requested: string[] = []
    const watched = new Proxy(site.open.store, {
      get: (store, name: keyof GraphStore) => {
        const known = store[name]
        return typeof known === 'function'
          ? (...given: never[]) => {
              requested.push(name)
              return Reflect.apply(known, store, given)
            }
          : known
      },
    })
    const [messages] = MESSAGES
    const revision = await site.open.store.revisionAt(null)
    for (const [slug, more] of [
      ['members-of-the-public', []],
      ['reuters', ['claimPage']],
      ['x', ['claimPage']],
    ] as const) {
      requested.length = 0
      if (messages) await readTopic(watched, { kind: 'entity', slug, messages, revision })
      expect(requested.toSorted()).toEqual(['claimPage', 'claimPage', ...more, 'entities', 'sourcePage'])
    }
  })
})

describe('withdrawn assertion on another entity', () => {
  it('is named on the page of its claimant, outside of every list', async () => {
    const small = await startSite({ dataset: smallDataset() })
    const now = new Date('2027-01-01T00:00:00Z')
    const all = smallDataset()
    const denial = { stance: 'DENIES', polarity: 'NEGATES', claimantId: 'musk' } as const
    const wrong = assertion('denies', 'claim-0000', { ...denial, withdrawn: 'heard the wrong man' })
    const taken = {
      ...all,
      assertions: all.assertions.map((one) => (one.item.id === 'denies' ? { item: wrong, recordedAt: LATE } : one)),
      contentHash: 'taken',
    }
    const before = await read('/entity/musk?lang=en', small)
    expect(section(before, 'further-said')).toMatch(/MUSK denies in [^<]*that X collects messages.*MUSK<.*denies/s)
    await small.open.load(taken, { author: 'editor', set: 'test', now })
    // The newest revision is read at most twice a second.
    const page = () => read('/entity/musk?lang=en', small)
    await expect
      .poll(page, { timeout: 5000 })
      .toContain('our mistake, taken out of this record: that MUSK denies that X collects messages')
    expect(section(await page(), 'further-said')).toBe('')

    const gone = {
      ...all,
      claims: all.claims.filter(({ item }) => item.id !== 'claim-0000'),
      assertions: all.assertions.filter(({ item }) => item.claimId !== 'claim-0000'),
      stories: all.stories.map(({ item }) => ({
        item: { ...item, claimIds: item.claimIds.filter((id) => id !== 'claim-0000') },
        recordedAt: EARLY,
      })),
      contentHash: 'gone',
    }
    await small.open.load(gone, { author: 'editor', set: 'test', now: new Date('2027-02-01T00:00:00Z') })
    await expect.poll(page, { timeout: 5000 }).toMatch(/removed from this record: X collects messages/)
    await small.stop()
  })
})
