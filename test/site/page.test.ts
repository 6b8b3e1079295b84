import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { later } from './later-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())
const main = async (path: string, from = site): Promise<string> => {
  const html = await (await fetch(`${from.url}${path}`)).text()
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}
const count = (text: string, part: string): number => text.split(part).length - 1

const SUBJECTS = ['/entity/x', '/source/x-privacy-policy', '/data/user-data', '/use/train-x-ai']

describe('permanent page', () => {
  it.each(SUBJECTS)('%s has its history, shows its title once, and has no link to itself', async (path) => {
    const page = await main(`${path}?lang=en`)
    expect(page).toMatch(
      /<h2 id="history">History<\/h2>.*?<ol[^>]*><li>recorded 1 August 2026: \d+ statements? on \d+ claims?/,
    )
    const [, title = ''] = /<h1 id="title">(.*?)<\/h1>/.exec(page) ?? []
    expect(title).not.toBe('')
    expect(page).not.toContain('Read it whole at Sanad')
    expect(page).not.toMatch(/<h2[^>]*><a/)
    expect(page.match(/ id="title"/g)).toHaveLength(1)
  })

  it('names claimant and claim in its history', async () => {
    const page = await main('/claim/x-collects-dm-contents?lang=en')
    // A document that the line names already is not repeated.
    expect(page).toMatch(
      /recorded 1 August 2026: Elon Musk [^<]*X will not collect the contents of direct messages, according to the Indonesian article<\/li>/,
    )
    const indonesian = await main('/claim/x-collects-dm-contents?lang=id')
    expect(indonesian).toMatch(/dicatat 1 Agustus 2026: Elon Musk [^<]*X tidak akan mengumpulkan isi pesan langsung/)
  })
  it('names a dispute once', async () => {
    const status = /<strong class="sanad-status" data-status="DISPUTED">.*?<\/strong>/
    const frame = await (await fetch(`${site.url}/embed/claim/x-collects-dm-contents?lang=en`)).text()
    const said = frame.split('class="sanad-line"')[1]?.split('</li>')[0] ?? ''
    expect(said).toMatch(status)
    expect(said).toMatch(/contradict each other\. But in our comparison, words changed on the way: Musk wrote/)
    expect(said.split('contradict each other')).toHaveLength(2)
    expect(said).not.toContain('Disputed: ')
    const page = await (await fetch(`${site.url}/claim/x-collects-dm-contents?lang=en`)).text()
    expect(/<p class="site-sentence">(.*?)<\/p>/.exec(page)?.[1]).not.toContain('Disputed')
    const denied = await (await fetch(`${site.url}/claim/x-sells-user-data?lang=en`)).text()
    expect(/site-citation">(.*?)<\/p>/.exec(denied)?.[1]).toMatch(
      /^Sanad, “Stated not to: X sells its users&#39; data – X says it does not; [^“”]*[^.]”, as recorded on/,
    )
    // A citation is read alone, so it repeats the status.
    expect(/site-citation">(.*?)<\/p>/.exec(page)?.[1]).toMatch(/“Disputed: X collects .* – X states it;/)
  })
  it.each(['en', 'id'])(
    'for a claim has proposition, status and by-line above the full hedged sentence, in %s',
    async (tag) => {
      const html = await (await fetch(`${site.url}/claim/x-sells-user-data?lang=${tag}`)).text()
      const [status, says, hedge] =
        tag === 'en'
          ? [
              'Stated not to',
              'X sells its users&#39; data',
              'most people (“<span lang="id">Sebagian besar masyrakat</span>”) think',
            ]
          : [
              'Dinyatakan tidak',
              'X menjual data penggunanya',
              'sebagian besar orang (“Sebagian besar masyrakat”) berpendapat',
            ]
      const [, heading = '', lead = ''] = /<h1>(.*?)<\/p><p class="site-sentence">(.*?)<\/p>/.exec(html) ?? []
      expect(heading.replace(/<[^>]*>/g, '')).toContain(`${says}${status}: X `)
      expect(heading).toContain('data-status="STATED_NOT"')
      expect(lead).toContain(hedge)
      expect(html).toContain(`<title>${status}: ${says} – X `)
    },
  )

  it('names the claimant, the quote and the meaning of a claim relation', async () => {
    const page = await main('/claim/musk-uses-data-to-compete-with-linkedin?lang=en')
    const relations = page.slice(page.indexOf('id="relations"'))
    expect(relations).toContain('According to some people (“<span lang="id">terdapat masyarakat</span>”).')
    expect(relations).toContain('Hal ini berdasarkan jenis informasi')
    expect(relations).toMatch(/“This is based on the type of information[^”]*”<\/bdi> \(our translation\)/)
    const indonesian = await main('/claim/musk-uses-data-to-compete-with-linkedin?lang=id')
    expect(indonesian).toContain('Menurut sebagian orang (')
    expect(indonesian.slice(indonesian.indexOf('id="relations"'))).not.toContain('terjemahan kami')
  })

  it('names the document and the author of the comparison for a derived claim', async () => {
    const page = await main('/claim/x-uses-public-data-to-train-its-ai?lang=en')
    expect(page).toContain('<b>Goes back to</b><span>as read in the Indonesian article</span>')
    expect(page).toContain('What changed on the way, in our comparison: ')
    const indonesian = await main('/claim/x-uses-public-data-to-train-its-ai?lang=id')
    expect(indonesian).toContain('<b>Berasal dari</b><span>menurut artikel berbahasa Indonesia itu</span>')
  })

  it("attributes the newsroom's judgement of a descent to the newsroom, never to the article", async () => {
    for (const slug of ['x-collects-dm-contents', 'x-collects-non-public-data', 'x-collects-confidential-data']) {
      const page = await main(`/claim/${slug}?lang=en`)
      expect(page).toContain('id="descent"')
      expect(page).toContain('Judgement of Sanad, 1 August 2026')
      expect(page).not.toContain('What the Indonesian article says on whether')
    }
  })

  it('names the printed claimant of a relation where no entity is known', async () => {
    const claimantAsPrinted = {
      value: 'analis tertentu',
      language: 'id',
      translations: [{ value: 'certain analysts', language: 'en' }],
    }
    const small = smallDataset()
    const relations: Dataset['relations'] = [
      {
        recordedAt: small.claims[0]?.recordedAt ?? '',
        item: {
          id: 'joined',
          kind: 'SUPPORTS',
          fromClaimId: toSlug('claim-0001'),
          toClaimId: toSlug('claim-0002'),
          claimantId: null,
          claimantAsPrinted,
          sourceId: toSlug('policy'),
          quote: null,
          drift: null,
        },
      },
    ]
    const site = await startSite({ dataset: { ...small, relations } })
    expect(await main('/claim/claim-0001?lang=en', site)).toContain(
      'According to certain analysts (“<span lang="id">analis tertentu</span>”).',
    )
    await site.stop()
  })

  it('lists the relations of its claims to other claims', async () => {
    expect(await main('/story/x-privacy-2023?lang=en')).toContain('Related claims')
    expect(await main('/claim/x-sells-user-data?lang=id')).toContain('Klaim terkait')
  })

  it('lists each unknown detail once, in its own section', async () => {
    for (const [path, times] of [
      ['/claim/x-sells-user-data?lang=en', 1],
      ['/embed/claim/x-sells-user-data?lang=en', 1],
    ] as const) {
      const page = await main(path)
      expect(count(page, 'belum dikonfirmasi oleh X maupun Elon Musk.')).toBe(times)
      expect(count(page, 'belum ada data atau bukti yang dapat memperkuat spekulasi ini.')).toBe(times)
    }
    const story = await main('/story/x-privacy-2023?lang=en')
    const unknown = story.slice(story.indexOf('id="not-known"'), story.indexOf('id="relations"'))
    expect(unknown).toContain('href="/claim/x-sells-user-data?lang=en"')
    expect(unknown).toMatch(
      /Stated not to:<.strong> <a [^>]*><bdi>X<.bdi><.a> says it does not .*; no evidence yet; not yet confirmed by X or /,
    )
    expect(unknown).not.toContain('<blockquote')
  })

  it('names the archive of a document, and marks only real copies as copies', async () => {
    const policy = await main('/source/x-privacy-policy?lang=id')
    expect(policy).toContain('<dt>Diarsipkan oleh</dt><dd>Open Terms Archive')
    // Claims below quote documents with copies; the archive of the policy itself is no copy.
    expect(policy.slice(0, policy.indexOf('</dl>'))).not.toContain('Salinan arsip')
    const report = await main('/source/reuters-2023-07-14?lang=en')
    expect(report).toContain('<dt>Archived copy</dt><dd>Gadgets 360: <a href="https://www.gadgets360.com/')
    expect(await main('/embed/claim/x-sells-user-data?lang=en')).toContain('Archived by: Open Terms Archive')
  })

  it('lists captures with capture day, first day in force, kind and completeness', async () => {
    const policy = await main('/source/x-privacy-policy?lang=en')
    expect(policy).toContain(
      '<li id="capture-x-policy-2020-07-29-b35c4b30">captured 29 July 2020 · states that it is in force from 18 June 2020<details><summary>Fingerprint of the text</summary><code>sha256 ec92ca2d',
    )
    expect(policy).toContain('a technical change only')
    expect(policy).toMatch(/captured 22 March 2024[^<]*incomplete: what is absent from it is not known/)
    expect(policy.match(/ · the text changed/g)?.length).toBeGreaterThan(1)
    const article = await main('/source/article?lang=id')
    // The first capture has no earlier text to compare with.
    expect(article).toContain(
      'hari perekaman tidak diketahui<p lang="en" dir="auto">The text as handed over; date of capture unknown.',
    )
    expect(article).not.toContain('teksnya berubah')
  })

  it('marks the language of words that are not in the language of the page', async () => {
    expect(await main('/story/x-privacy-2023?lang=id')).toContain('<p class="sanad-attribution" lang="en">Captures by')
    expect(await main('/claim/x-sells-user-data?lang=id')).toContain(
      '<p class="sanad-attribution" lang="en">Captures by',
    )
    expect(await main('/source/x-privacy-policy?lang=id')).toContain('<span lang="en">Captures by')
    const printed = 'most people (“<span lang="id">Sebagian besar masyrakat</span>”)'
    for (const path of ['/claim/x-sells-user-data?lang=en', '/embed/story/x-privacy-2023?lang=en'])
      expect(count(await main(path), printed)).toBeGreaterThan(0)
    expect(await main('/claim/x-sells-user-data?lang=id')).not.toContain('<span lang="id">')
    const searched = await (await fetch(`${site.url}/?lang=id&q=twitter%20%22x%22`)).text()
    expect(searched).toMatch(/<input id="find"[^>]* value="twitter &quot;x&quot;">/)
  })
})

describe('page with more claims than its limit', () => {
  it('states that there are more claims, without an exact number', async () => {
    const many = await startSite({ dataset: smallDataset(402) })
    expect(await main('/compare?entities=x,musk&lang=en', many)).toContain(
      'More than 400 claims: the most contested of them are here.',
    )
    expect(await main('/compare?entities=x,musk&lang=id', many)).toContain('Lebih dari 400 klaim')
    await many.stop()
  })
})

describe('claim without remaining assertions', () => {
  it('names the withdrawn assertion, the day and the reason', async () => {
    const small = await startSite({ dataset: smallDataset() })
    await small.open.load(later(), { author: 'editor', set: 'test', now: new Date('2027-01-01T00:00:00Z') })
    const page = await main('/claim/claim-0001?lang=en', small)
    expect(page).toContain('No statement on it stands in this record any more.')
    expect(page).toMatch(
      /X says that it collects [^·]*· <bdi>Privacy Policy<\/bdi> · 1 January 2027: taken out of this record: our mistake: read the wrong page/,
    )
    expect(page).not.toContain('No such claim is recorded.')
    await small.stop()
  })
})
