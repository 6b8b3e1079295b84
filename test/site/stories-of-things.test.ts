import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { EARLY, smallDataset } from '../contracts/small-dataset.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { startSite } from './start-site.ts'

/** Claims of X, of which each story selects one, the last ones. */
function datasetWith(stories: number, claims: number): Dataset {
  const dataset = smallDataset(claims)
  const ids = dataset.claims.map(({ item }) => item.id)
  return withSlugs<Dataset>({
    ...dataset,
    stories: Array.from({ length: stories }, (_, i) => ({
      item: {
        id: `story-${i}`,
        title: { en: `Story ${i}` },
        summary: {},
        leadSourceId: null,
        claimIds: ids.slice(claims - stories + i, claims - stories + i + 1),
        pictureIds: [],
      },
      recordedAt: EARLY,
    })),
    contentHash: `stories-${stories}-${claims}`,
  })
}

async function storiesOn(
  path: string,
  dataset: Dataset,
): Promise<{ readonly titles: readonly string[]; readonly html: string }> {
  const site = await startSite({ dataset })
  try {
    const html = await (await fetch(`${site.url}${path}?lang=en`)).text()
    return {
      html,
      titles: [...html.matchAll(/<a href="\/story\/[^"]+">(Story \d)<\/a>/g)].map(([, title = '']) => title),
    }
  } finally {
    await site.stop()
  }
}

const MORE = '<a href="/stories?lang=en">More in the list of all stories</a>'
const PERHAPS = '<a href="/stories?lang=en">Perhaps more in the list of all stories</a>'

describe.each(['/entity/x', '/source/policy'])('stories of %s', (path) => {
  it('are all listed while they are few', async () => {
    const { titles, html } = await storiesOn(path, datasetWith(5, 5))
    expect(titles).toHaveLength(5)
    expect(html).not.toContain('list of all stories')
  })

  it('end in a link to all stories where there are more', async () => {
    const { titles, html } = await storiesOn(path, datasetWith(6, 6))
    expect(titles).toHaveLength(5)
    expect(html).toContain(MORE)
  })
})

it('stories of a document may be more where not all of its claims were read', async () => {
  const { titles, html } = await storiesOn('/source/policy', datasetWith(2, 120))
  expect(titles).toEqual([])
  expect(html).toContain(PERHAPS)
})
