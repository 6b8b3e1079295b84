import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

/** Bytes with gzip that an embed adds to an article: page, style and script. */
const BUDGET = 15 * 1024

describe('embed of twelve claims', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const text = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()

  it.each(['en', 'id'])('takes at most 15 KB with gzip, in %s', async (language) => {
    const html = await text(`/embed/story/x-privacy-2023?lang=${language}`)
    expect(html.match(/<li id="claim-/g)).toHaveLength(12)
    const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:css|js)[^"]*)"/g)].map(
      ([, path]) => path ?? '',
    )
    expect(assets).toHaveLength(2)
    const all = [html, ...(await Promise.all(assets.map(text)))]
    expect(all.reduce((sum, one) => sum + gzipSync(one).length, 0)).toBeLessThanOrEqual(BUDGET)
  })
})
