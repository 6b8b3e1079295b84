import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toSlug } from '../../src/domain/slug.ts'
import { LANGUAGES } from './open-page.ts'
import { type StartedSite, seeds, startSite } from './start-site.ts'

const STORIES = 24
/** Bytes of a page with gzip. */
const MAX_GZIP = 60 * 1024

describe('list of stories', () => {
  let site: StartedSite
  beforeAll(async () => {
    const dataset = await seeds()
    const copies = dataset.stories.flatMap((one) =>
      Array.from({ length: STORIES / dataset.stories.length }, (_, i) => ({
        ...one,
        item: { ...one.item, id: toSlug(`${one.item.id}-${i}`) },
      })),
    )
    site = await startSite({ dataset: { ...dataset, stories: copies } })
  })
  afterAll(() => site.stop())
  const read = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()
  const storiesIn = (html: string): readonly string[] => [
    ...new Set([...html.matchAll(/<h2 id="([\w-]+)-title"/g)].map(([, id = '']) => id)),
  ]

  it.each(LANGUAGES)('has the statuses and a picture of each story, in %s', async (language) => {
    const html = await read(`/stories?lang=${language}`)
    const listed = storiesIn(html)
    expect(listed).toHaveLength(10)
    expect(html.match(/class="site-strip"/g)).toHaveLength(10)
    for (const id of listed) {
      expect(html, id).toContain(`aria-labelledby="${id}-title"`)
      expect(html, id).toContain(`href="/story/${id}?lang=${language}&amp;view=list&amp;status=STATED"`)
    }
    expect(gzipSync(html).length).toBeLessThan(MAX_GZIP)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toHaveLength(new Set(ids).size)
  })

  it('shows the claims that the editor chose first', async () => {
    const html = await read('/stories?lang=en')
    const { stories } = await seeds()
    const { pictureIds } = stories.find(({ item }) => item.id === 'x-privacy-2023')?.item ?? expect.fail()
    const next = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? expect.fail()
    const second = await read(next)
    for (const id of pictureIds.slice(0, 2)) expect(second).toContain(`id="x-privacy-2023-0-claim-${id}"`)
    expect(storiesIn(second).filter((id) => storiesIn(html).includes(id))).toEqual([])
  })
})
