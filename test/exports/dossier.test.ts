import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hostileDataset } from '../site/hostile-dataset.ts'
import { NOW, type StartedSite, seeds, startSite } from '../site/start-site.ts'
import { readMarkdown } from './read-markdown.ts'

let site: StartedSite
let hostile: StartedSite
beforeAll(async () => {
  site = await startSite()
  hostile = await startSite({ dataset: hostileDataset(20), now: NOW })
})
afterAll(async () => {
  await site.stop()
  await hostile.stop()
})

const [START, END] = ['---\n', '\n---\n']

async function dossier(query: string, { url }: StartedSite = site) {
  const text = await (await fetch(`${url}/export/dossier.md?${query}`)).text()
  expect(text.startsWith(START)).toBe(true)
  const end = text.indexOf(END)
  const body = text.slice(end + END.length)
  return { head: parse(text.slice(START.length, end)), blocks: readMarkdown(body), body }
}

describe('dossier.md', () => {
  it('begins with its title, revision, instant, address and language', async () => {
    const { head, blocks } = await dossier('lang=en&story=x-privacy-2023')
    expect(head).toMatchObject({
      revision: 1,
      recorded: '2026-08-01T00:00:00Z',
      language: 'en',
      filter: 'story=x-privacy-2023',
    })
    expect(head.url).toContain(`${site.url}/export/dossier.md?lang=en&asOf=`)
    expect(blocks[0]).toMatchObject({ path: 'h1', text: head.title })
    expect(blocks.at(-1)?.text).toBe(`End: ${head.claims} claims`)
    expect(blocks.filter(({ path }) => path === 'h3')).toHaveLength(head.claims)
  })

  it('has the claims of a story in its order, and the others behind them', async () => {
    const dataset = await seeds()
    const [story] = dataset.stories.filter(({ item }) => item.id === 'x-privacy-2023')
    if (story === undefined) throw new Error('The story is gone.')
    const claimIds = story.item.claimIds.slice(0, 9).reverse()
    const short = { ...story, item: { ...story.item, claimIds, pictureIds: [] } }
    const small = await startSite({ dataset: { ...dataset, stories: [short] } })
    try {
      const { head, blocks, body } = await dossier('lang=en', small)
      expect(blocks.filter(({ path }) => path === 'h2')).toHaveLength(2)
      const [ofStory = ''] = body.split('\n## Claims in no story\n')
      const urls = [...ofStory.matchAll(/^Status: .*\/claim\/([a-z0-9-]+)\)$/gm)].map(([, slug]) => slug)
      expect(urls).toEqual(claimIds)
      expect(blocks.filter(({ path }) => path === 'h3')).toHaveLength(head.claims)
    } finally {
      await small.stop()
    }
  })

  it('is in the language of its address', async () => {
    const { blocks } = await dossier('lang=id&claim=x-sells-user-data')
    expect(blocks.at(-1)?.text).toBe('Akhir: 1 klaim')
    expect(blocks.some(({ text }) => text.startsWith('Penutur: '))).toBe(true)
  })

  it('has no name, title or quote that is read as a mark', async () => {
    const { blocks, head } = await dossier('lang=en', hostile)
    const marks = new Set(blocks.flatMap((block) => block.marks))
    expect([...marks].sort()).toEqual(['link_close', 'link_open'])
    const paths = new Set(blocks.map(({ path }) => path))
    expect([...paths].sort()).toEqual(['blockquote p', 'h1', 'h2', 'h3', 'h4', 'hr', 'p', 'ul li p'])
    expect(blocks.filter(({ path }) => path === 'h3')).toHaveLength(head.claims)
    expect(blocks.filter(({ path }) => path === 'hr')).toHaveLength(1)
  })
})
