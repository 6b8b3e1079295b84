import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inLanguage, LANGUAGES, PAGES } from './open-page.ts'
import { type StartedSite, startSite } from './start-site.ts'

/** Bytes with gzip of a page with its style sheets and scripts, without pictures and fonts. */
const BUDGET = 60 * 1024

describe('page', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const text = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()

  it.each(PAGES)('takes at most 60 KB with gzip: %s', async (path) => {
    for (const language of LANGUAGES) {
      const html = await text(inLanguage(path, language))
      const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:css|js)[^"]*)"/g)].flatMap(
        ([, own]) => own ?? [],
      )
      expect(assets.length).toBeGreaterThanOrEqual(2)
      const all = [html, ...(await Promise.all(assets.map(text)))]
      expect(all.reduce((sum, one) => sum + gzipSync(one).length, 0)).toBeLessThanOrEqual(BUDGET)
    }
  })

  it('allows fonts of its own origin, and an embed allows none', async () => {
    const policy = async (path: string) => (await fetch(`${site.url}${path}`)).headers.get('Content-Security-Policy')
    expect(await policy('/?lang=en')).toContain("font-src 'self'")
    expect(await policy('/embed/claim/x-sells-user-data?lang=en')).not.toContain('font-src')
  })

  it('has no specimen outside of the gallery', async () => {
    for (const path of ['/style?lang=en', '/style/statuses?lang=en', '/style/style.css'])
      expect((await fetch(`${site.url}${path}`)).status).toBe(404)
  })
})
