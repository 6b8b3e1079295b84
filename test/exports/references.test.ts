import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { readBibtex } from './read-bibtex.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const text = async (file: string, query = 'lang=en'): Promise<string> =>
  (await fetch(`${site.url}/export/${file}?${query}`)).text()

/** Keys that csl-data.json 1.0.2 has. It allows no others. */
const CSL_KEYS = [
  'id',
  'type',
  'title',
  'publisher',
  'issued',
  'URL',
  'accessed',
  'language',
  'archive',
  'archive_location',
  'note',
]
const CSL_TYPES = ['webpage', 'post', 'dataset', 'document']

interface Item {
  readonly id: string
  readonly type: string
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly accessed?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly [key: string]: unknown
}

describe('sources.csl.json', () => {
  it('has a reference for each source, with the day of its newest capture and without an unknown date', async () => {
    const items: readonly Item[] = JSON.parse(await text('sources.csl.json'))
    const { data } = await (
      await fetch(
        `${site.url}/graphql?query=${encodeURIComponent('{ sources(first: 100) { nodes { slug publishedAt } } }')}`,
      )
    ).json()
    expect(items.map(({ id }) => id).sort()).toEqual(
      data.sources.nodes.map(({ slug }: { slug: string }) => slug).sort(),
    )
    for (const { slug, publishedAt } of data.sources.nodes) {
      const issued = items.find(({ id }) => id === slug)?.issued?.['date-parts'][0]
      const expected = publishedAt === null ? undefined : String(publishedAt).slice(0, 10).split('-').map(Number)
      expect([slug, issued]).toEqual([slug, expected])
    }
    for (const item of items) {
      expect(Object.keys(item).filter((key) => !CSL_KEYS.includes(key))).toEqual([])
      expect(CSL_TYPES).toContain(item.type)
    }
    expect(items.find(({ id }) => id === 'x-privacy-policy')?.accessed?.['date-parts'][0]).toHaveLength(3)
  })

  it('has the statements of the claims of a filter alone', async () => {
    const items: readonly Item[] = JSON.parse(await text('sources.csl.json', 'lang=en&claim=x-sells-user-data'))
    expect(items.length).toBeGreaterThan(1)
    const policy = items.find(({ id }) => id === 'x-privacy-policy')
    expect(String(policy?.note)).toMatch(
      /^1\. Stated not to: .*\n2\. Stated not to: .* Stance: STATES\. Polarity: NEGATES\. Certainty: CERTAIN\. Words: “And no, we don’t sell/,
    )
  })

  it('keeps the certainty of each statement', async () => {
    const items: readonly Item[] = JSON.parse(await text('sources.csl.json', 'lang=en'))
    const notes = items.map(({ note }) => String(note)).join('\n')
    expect(notes).toContain('. Certainty: POSSIBLE')
  })

  it('is an empty list without sources', async () => {
    expect(JSON.parse(await text('sources.csl.json', 'lang=en&text=zzzzzzzzzz'))).toEqual([])
  })
})

describe('sources.bib', () => {
  it('has the references of sources.csl.json', async () => {
    const items: readonly Item[] = JSON.parse(await text('sources.csl.json'))
    const written = await text('sources.bib')
    const entries = await readBibtex(written)
    expect(entries.map(({ key }) => key)).toEqual(items.map(({ id }) => id))
    for (const [i, { fields }] of entries.entries()) {
      expect([fields.title, fields.url]).toEqual([items[i]?.title, items[i]?.URL])
      expect(fields.note).toBe(items[i]?.note === undefined ? undefined : String(items[i]?.note).replace(/\n/g, ' '))
    }
    expect(written.endsWith(`\n% End: ${items.length} sources\n`)).toBe(true)
  })
})
