import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { readTopic } from '../../src/pages/page-topic.ts'
import { assertion, EARLY, LATE, smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

const read = async (path: string, from: StartedSite): Promise<string> => (await fetch(`${from.url}${path}`)).text()

describe('page of a claimant', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it('lists what it says by document and day, newest first, with its own stance and no status', async () => {
    for (const [tag, denies] of [
      ['en', /Denies<\/strong>.*X will collect confidential information/s],
      ['id', /Membantah<\/strong>.*X akan mengumpulkan informasi/s],
    ] as const) {
      const html = await read(`/entity/elon-musk?lang=${tag}`, site)
      const says = html.slice(html.indexOf('class="site-says"'), html.indexOf('class="site-fold"'))
      expect(says).toMatch(denies)
      expect(says).not.toContain('data-status="DISPUTED"')
      const days = [...says.matchAll(/<time datetime="([^"]+)"/g)].map(([, day]) => day)
      expect(days).toEqual(days.toSorted().reverse())
      expect(days.length).toBeGreaterThan(1)
    }
  })

  it('prints words once, above all claims that they are about', async () => {
    const html = await read('/entity/elon-musk?lang=en', site)
    const says = html.slice(html.indexOf('class="site-says"'), html.indexOf('class="site-fold"'))
    expect(says.match(/Just public data, not DMs or anything private/g)).toHaveLength(1)
    expect(html).toContain('>Says (13)<')
  })

  it('lists all claims about an entity, those that only name it too, as the API does', async () => {
    const html = await read('/entity/linkedin?lang=en', site)
    expect(html).toContain('aria-current="page">Said about (4)<')
    expect(html).toContain('3 of them only mention the name.')
    const listed = [...html.matchAll(/<li id="about-claim-([^"]+)"/g)].map(([, id]) => id)
    const query = '{ entity(slug: "linkedin") { claimsAbout { totalCount nodes { slug mentions { slug } } } } }'
    const response = await fetch(`${site.url}/graphql?query=${encodeURIComponent(query)}`)
    const { totalCount, nodes } = (await response.json()).data.entity.claimsAbout
    expect(totalCount).toBe(4)
    expect(listed.toSorted()).toEqual(nodes.map(({ slug }: { slug: string }) => slug).toSorted())
    expect(
      nodes.filter((node: { mentions: { slug: string }[] }) => node.mentions.some(({ slug }) => slug === 'linkedin')),
    ).toHaveLength(3)
  })

  it('has the words of others in its documents, and its own claims first in its embed', async () => {
    expect(await read('/entity/reuters?lang=en', site)).toMatch(
      /id="further-published".*\/claim\/xai-collaborates-with-x/s,
    )
    for (const [slug, said] of [
      ['members-of-the-public', '/claim/x-sells-user-data'],
      ['reuters', '/claim/xai-collaborates-with-x'],
    ]) {
      const html = await read(`/entity/${slug}?lang=en`, site)
      expect(html).not.toContain('No such claim is recorded.')
      expect(html).toContain(`href="${said}?lang=en"`)
      const frame = await read(`/embed/entity/${slug}?lang=en`, site)
      expect(frame).toMatch(/id="summary"[^>]*>(Said of others|Words of others in documents published here)/)
    }
  })

  it('ignores a view and a cursor that it does not have', async () => {
    const plain = await read('/entity/elon-musk?lang=en', site)
    for (const rest of ['&view=graph', '&view=', '&after=nonsense', `&after=${'x'.repeat(1500)}`, '&after=WyJhIl0'])
      expect(await read(`/entity/elon-musk?lang=en${rest}`, site), rest).toBe(plain)
    expect((await fetch(`${site.url}/entity/elon-musk?lang=en&aftr=x`)).status).toBe(400)
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
    expect(before).toMatch(/class="site-says".*Denies<\/strong>.*X collects messages/s)
    await small.open.load(taken, { author: 'editor', set: 'test', now })
    // The newest revision is read at most twice a second.
    const page = () => read('/entity/musk?lang=en', small)
    await expect
      .poll(page, { timeout: 5000 })
      .toContain('our mistake, taken out of this record: that MUSK denies that X collects messages')
    expect(await page()).not.toContain('class="site-says"')

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
