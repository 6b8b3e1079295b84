import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())
const hits = async (path: string): Promise<readonly { lang: string; text: string }[]> => {
  const html = await (await fetch(`${site.url}${path}`)).text()
  return [...html.matchAll(/<p class="site-match"(?: lang="([^"]*)")?[^>]*>(.*?)<\/p>/g)].map(
    ([, lang = '', text = '']) => ({
      lang,
      text: text.replace(/<[^>]*>/g, ''),
    }),
  )
}

describe('matched words of a search result', () => {
  it('are never those of a slug', async () => {
    for (const path of ['/claim/x-collects-non-public-dat?lang=en', '/?q=collects+non+public&lang=en']) {
      const html = await (await fetch(`${site.url}${path}`)).text()
      expect(html).toContain('/claim/x-collects-non-public-data?')
      expect((await hits(path)).map(({ text }) => text)).not.toContain('x collects non public data')
    }
  })

  it('are in another language only where they were printed or are a name', async () => {
    const found = await hits('/?q=media+sosial&lang=en')
    expect(found.some(({ lang }) => lang === 'id')).toBe(true)
    const own = await hits('/?q=musk&lang=en')
    // A name that stands in the line above is no text of its own.
    expect(own.map(({ text }) => text)).not.toContain('Musk')
    // Translated titles and the names of data and uses appear in the line above, in the language of the page.
    expect((await hits('/?q=kebijakan&lang=en')).map(({ text }) => text)).not.toContain('Kebijakan Privasi X')
  })
})

describe('matched title of a document', () => {
  it('is not repeated below the line that has it, whatever its characters', async () => {
    const title = 'Terms & Conditions of Tom <the Cat>'
    const sources = smallDataset().sources.map((one) => ({ ...one, item: { ...one.item, title: { en: title } } }))
    const other = await startSite({ dataset: { ...smallDataset(), sources } })
    try {
      const html = await (await fetch(`${other.url}/embed/new?what=conditions&lang=en`)).text()
      expect(html).toContain('Terms &amp; Conditions of Tom &lt;the Cat&gt;</bdi>')
      expect(html).not.toContain('class="site-match"')
    } finally {
      await other.stop()
    }
  })
})

describe('search field of the builder', () => {
  it.each([
    ['en', 'biometric data', 'Search'],
    ['id', 'data biometrik', 'Cari'],
  ])('has an example with results and a button that names the action, in %s', async (tag, words, search) => {
    const html = await (await fetch(`${site.url}/embed/new?lang=${tag}`)).text()
    const form = html.slice(html.indexOf('id="builder"'))
    expect(form).toMatch(
      new RegExp(
        `placeholder="[^"]*${words}[^"]*claim/x-sells-user-data"[^>]*><button type="submit">${search}</button>`,
      ),
    )
    const found = await (await fetch(`${site.url}/embed/new?lang=${tag}&what=${encodeURIComponent(words)}`)).text()
    expect(found).toContain('<div id="found"><div><ol')
  })
})
