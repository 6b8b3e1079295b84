import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const read = async (path: string): Promise<string> => {
  const response = await fetch(new URL(path, site.url))
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}
const plain = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'")

interface Fold {
  readonly name: string
  readonly hrefs: readonly string[]
}

/** Folds of the export block of a page, with the paths of their links. */
function foldsOf(html: string): readonly Fold[] {
  const side = html.slice(html.indexOf('<aside'), html.indexOf('</aside>'))
  return [...side.matchAll(/<details><summary>(.*?)<\/summary>(.*?)<\/details>/gs)].map(
    ([, name = '', inner = '']) => ({
      name: plain(name),
      hrefs: [...inner.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => plain(href)),
    }),
  )
}

const hrefOf = ({ hrefs }: Fold, file: string): string =>
  hrefs.find((href) => href.startsWith(`/export/${file}?`)) ?? `no link to ${file}`

/** Number of claims in the linked table of claims. */
async function linesOf(fold: Fold | undefined): Promise<number> {
  if (fold === undefined) throw new Error('The page has no such fold.')
  const lines: readonly { readonly claim: string }[] = parse(await read(hrefOf(fold, 'claims.csv')), {
    columns: true,
    bom: true,
  })
  expect(new Set(lines.map(({ claim }) => claim)).size).toBe(lines.length)
  return lines.length
}

/** The number that a page shows, by a pattern around it. */
function numberIn(html: string, pattern: RegExp): number {
  const found = pattern.exec(html)?.[1]
  if (found === undefined) throw new Error(`The page lacks ${pattern}.`)
  return found === 'One' ? 1 : Number(found)
}

const PAGES = [
  '/story/x-privacy-2023?lang=en',
  '/claim/x-sells-user-data?lang=en',
  '/entity/x?lang=en',
  '/source/x-privacy-policy?lang=en',
  '/data/biometric?lang=en',
  '/use/train-ai-models?lang=en',
  '/compare?entities=x,xai&lang=en',
  '/search?lang=en&q=biometric',
  ...['/stories', '/entities', '/data', '/sources'].map((path) => `${path}?lang=en`),
]

describe('export links', () => {
  it.each(PAGES)('lead from %s to every format', async (path) => {
    const folds = foldsOf(await read(path))
    expect(folds.length).toBeGreaterThan(0)
    const hrefs = folds.flatMap((fold) => fold.hrefs)
    for (const { file } of EXPORT_FORMATS)
      expect(
        hrefs.some((href) => href.startsWith(`/export/${file}?lang=en`)),
        file,
      ).toBe(true)
  })

  it.each(['/claim/x-sells-user-data?lang=en', '/search?lang=en&q=biometric', '/compare?entities=roll20,xai&lang=id'])(
    'work on %s',
    async (path) => {
      const hrefs = foldsOf(await read(path)).flatMap((fold) => fold.hrefs)
      for (const href of hrefs) if (!href.startsWith('/image/')) await read(href)
    },
  )

  it('stand under the words of their groups, in both languages', async () => {
    for (const language of ['en', 'id']) {
      const { ui } = messagesIn(language)
      const html = await read(`/claim/x-sells-user-data?lang=${language}`)
      const block = html.slice(html.indexOf(`<h2>${ui.export}</h2>`))
      for (const { group } of EXPORT_FORMATS) expect(block).toContain(`>${ui.exports.groups[group]}</p>`)
      expect(block).toContain(`<summary>${ui.exports.files}</summary>`)
      expect(block).toContain(`/export/claims.csv?lang=${language}&amp;claim=x-sells-user-data`)
    }
  })

  it('name a program that opens the file, where the name of the file does not', async () => {
    const html = await read('/claim/x-sells-user-data?lang=en')
    const named = EXPORT_FORMATS.filter(({ program }) => program !== undefined)
    expect(named.map(({ file }) => file)).toContain('graph.gexf')
    for (const { file, program } of named) expect(html).toContain(`>${file}</a> <small>${program}</small>`)
  })

  it('carry the instant of a pinned page', async () => {
    const asOf = (await site.open.store.revisions()).at(-1)?.recordedAt ?? ''
    for (const path of PAGES) {
      const hrefs = foldsOf(await read(`${path}&asOf=${encodeURIComponent(asOf)}`)).flatMap((fold) => fold.hrefs)
      expect(hrefs.length).toBeGreaterThan(0)
      for (const href of hrefs.filter((one) => one.startsWith('/export/')))
        expect(new URL(href, site.url).searchParams.get('asOf')).toBe(asOf)
    }
  })

  it('are in the head too, as tables and linked data', async () => {
    for (const path of PAGES) {
      const html = await read(path)
      const head = html.slice(0, html.indexOf('</head>'))
      const alternates = [...head.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)]
      const table = alternates.find(([, type]) => type === 'text/csv')?.[2]
      expect(await read(plain(table ?? 'none')), path).toContain('claim')
      if (path.startsWith('/claim/')) expect(alternates.map(([, type]) => type)).toContain('application/ld+json')
    }
  })

  it('are absent from a search without claims', async () => {
    expect(foldsOf(await read('/search?lang=en&q=nothinglikethis'))).toEqual([])
    expect(foldsOf(await read('/search?lang=en&q=biometric&kind=data'))).toEqual([])
  })
})

it('has the script of copy buttons on every page with a citation', async () => {
  for (const path of PAGES) {
    const html = await read(path)
    expect(html, path).toContain('data-copy="citation"')
    expect(html, path).toMatch(/<script src="\/assets\/page\.js\?[^"]*" defer>/)
  }
})

describe('the number on a page is that of the lines in its table of claims', () => {
  it.each<[string, string, RegExp]>([
    ['story', '/story/x-privacy-2023?lang=en', /class="site-strip-head">.*?(\d+) claims?/s],
    ['source', '/source/x-privacy-policy?lang=en', /id="claims">(\d+|One) claims? read in it/],
    ['data', '/data/biometric?lang=en', /id="claims">(\d+|One) claims?/],
    ['use', '/use/train-ai-models?lang=en', /id="claims">(\d+|One) claims?/],
    ['search', '/search?lang=en&q=biometric', /href="[^"]*kind=claim[^"]*"[^>]*>Claims (\d+)</],
    ['question', '/search?lang=en&q=can+X+sell+my+data', /href="[^"]*kind=claim[^"]*"[^>]*>Claims (\d+)</],
  ])('%s', async (_, path, pattern) => {
    const html = await read(path)
    const shown = numberIn(html, pattern)
    expect(shown).toBeGreaterThan(0)
    expect(await linesOf(foldsOf(html)[0])).toBe(shown)
  })

  it('entity, both for what it says and for what is said about it', async () => {
    const html = await read('/entity/x?lang=en')
    const { exports: words } = messagesIn('en').ui
    const folds = foldsOf(html)
    const named = (name: string): Fold | undefined => folds.find((fold) => fold.name === name)
    expect(await linesOf(named(words.says))).toBe(numberIn(html, />Says \((\d+)\)</))
    expect(await linesOf(named(words.about))).toBe(numberIn(html, />Said about \((\d+)\)</))
  })

  it('list of a story with a filter of statuses', async () => {
    const whole = await read('/story/x-privacy-2023?lang=en')
    const counts = [...whole.matchAll(/href="([^"]*view=list&amp;status=[^"]*)"[^>]*><span[^>]*>(\d+)<\/span>/g)]
    expect(counts.length).toBeGreaterThan(2)
    for (const [, href = '', count] of counts)
      expect(await linesOf(foldsOf(await read(plain(href)))[0])).toBe(Number(count))
  })

  it('comparison, for each of its entities', async () => {
    const html = await read('/compare?entities=x,xai&lang=en')
    const [one, other] = foldsOf(html)
    const total = numberIn(html, />List \((\d+)\)</)
    expect((await linesOf(one)) + (await linesOf(other))).toBe(total)
  })
})
