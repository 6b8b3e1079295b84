import { afterEach, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { LANGUAGES } from './open-page.ts'
import { type StartedSite, seeds, startSite } from './start-site.ts'

describe('home page', () => {
  let site: StartedSite
  let reads: string[] = []
  afterEach(() => site.stop())

  const counting = (store: GraphStore): GraphStore =>
    new Proxy(store, {
      get: (target, name: keyof GraphStore & string) => {
        const read = target[name]
        if (typeof read !== 'function') return read
        return (...given: unknown[]) => {
          reads.push(name)
          return Reflect.apply(read, target, given)
        }
      },
    })
  const open = async (dataset?: Dataset): Promise<void> => {
    site = await startSite({ wrap: counting, ...(dataset ? { dataset } : { fill: () => Promise.resolve() }) })
  }
  const home = async (language = 'en'): Promise<string> => {
    reads = []
    const response = await fetch(`${site.url}/?lang=${language}`)
    expect(response.status).toBe(200)
    return response.text()
  }

  it.each(LANGUAGES)('says that the database is empty, and has no question, in %s', async (language) => {
    await open()
    const html = await home(language)
    expect(html).toContain(language === 'en' ? 'No story is recorded yet.' : 'Belum ada cerita yang dicatat.')
    expect(html).not.toContain('home-questions')
    expect(html).not.toContain('undefined')
  })

  it('features the story with most claims, with a mark for each of them', async () => {
    const dataset = await seeds()
    await open(dataset)
    const html = await home()
    const story = dataset.stories.find(({ item }) => item.id === 'x-privacy-2023')
    expect(/<h2 id="home-title" class="home-title"><a href="\/story\/([\w-]+)/.exec(html)?.[1]).toBe('x-privacy-2023')
    expect(html).toContain(`${story?.item.claimIds.length} claims, one mark each`)
    const marks = /<svg class="site-marks".*?<\/svg>/.exec(html)?.[0] ?? ''
    expect(marks.match(/M[\d.]+ 0/g)).toHaveLength(story?.item.claimIds.length ?? 0)
  })

  it('asks about claims of three statuses, each with its by-line', async () => {
    await open(await seeds())
    const html = await home()
    const questions = /<ul class="home-questions">.*?<\/ul>/.exec(html)?.[0] ?? ''
    const statuses = [...questions.matchAll(/data-status="(\w+)"/g)].map(([, status]) => status)
    expect(new Set(statuses).size).toBe(3)
    expect(questions.match(/>(?:Does|Do|Is|May|Will|Who says that) [^<]+\?/g)).toHaveLength(3)
  })

  it('counts the claims about an entity as its page and the list of entities do', async () => {
    await open(await seeds())
    const counts = (html: string): readonly (readonly string[])[] =>
      [...html.matchAll(/<a href="(\/entity\/[\w-]+)\?lang=en">[^<]*<\/a> <span>[^<]*about (\d+)<\/span>/g)].map(
        ([, path = '', about = '']) => [path, about],
      )
    const columns = counts((await home()).split('class="home-columns"')[1] ?? '')
    expect(columns.length).toBeGreaterThan(2)
    for (const [path, about] of columns)
      expect(await (await fetch(`${site.url}${path}?lang=en`)).text(), path).toContain(`Said about (${about})`)
  })

  it('reads as much from 400 stories as from one, and stays bounded', async () => {
    const dataset = await seeds()
    const first = dataset.stories.find(({ item }) => item.id === 'x-privacy-2023')
    if (!first) throw new Error('The seeds lack the story.')
    await open({ ...dataset, stories: [first] })
    await home()
    const readsOfOne = reads.toSorted()
    await site.stop()
    const copies = Array.from({ length: 399 }, (_, i) => ({
      ...first,
      item: { ...first.item, id: toSlug(`copy-${i}`) },
    }))
    await open({ ...dataset, stories: [first, ...copies] })
    const html = await home()
    expect(reads.toSorted()).toEqual(readsOfOne)
    expect(Buffer.byteLength(html)).toBeLessThan(128 * 1024)
    expect(html).toContain('in 400 stories')
  })
})
