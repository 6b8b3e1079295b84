import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linksIn } from '../../src/widgets/view/links.ts'
import { recordedInstant } from './recorded-instant.ts'
import { type StartedSite, startSite } from './start-site.ts'

const POLICY = 'x-policy-2023-08-30-566cb353'

describe('capture of a quote', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const html = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()

  it.each([
    ['/embed/claim/x-collects-biometric-with-consent?lang=en', 'captured 30 August 2023 · states that it is in force'],
    ['/embed/claim/x-collects-biometric-with-consent?lang=id', 'direkam 30 Agustus 2023 · menyatakan berlaku sejak 29'],
    ['/entity/x?lang=en', 'captured 30 August 2023 · states that it is in force from 29 September 2023'],
  ])('is linked below the quote at %s: day of capture, first day in force, fingerprint', async (path, words) => {
    const language = path.slice(-2)
    const page = await html(path)
    const line = page.match(new RegExp(`<a href="([^"]*#capture-${POLICY})"[^>]*>(.*?)</a> · <code>(.*?)</code>`))
    expect(line?.[1]).toBe(`/source/x-privacy-policy?lang=${language}#capture-${POLICY}`)
    expect(line?.[2]).toContain(words)
    expect(line?.[3]).toBe('sha256 8e1ed99a71f6…')
  })

  it.each([
    ['en', 'states that it is in force from 29 September 2023', 'these words are in force since 10 June 2022'],
    ['id', 'menyatakan berlaku sejak 29 September 2023', 'kata-kata ini berlaku sejak 10 Juni 2022'],
  ])(
    'separates the days of the quoted words from the days that the capture states of itself, in %s',
    async (language, capture, words) => {
      const page = await html(`/embed/claim/x-collects-dm-contents?lang=${language}`)
      const lines = [...page.matchAll(/<p class="sanad-source">.*?<\/p>/g)].filter(([one]) => one.includes(words))
      expect(lines.some(([one]) => one.includes(capture))).toBe(true)
    },
  )

  it('is listed on the page of its document, with its full fingerprint', async () => {
    const entry = (await html('/source/x-privacy-policy?lang=en')).match(
      new RegExp(`<li id="capture-${POLICY}">(.*?)</li>`),
    )
    expect(entry?.[1]).toContain('8e1ed99a71f64ae49840af625dbbe1f0d02e1d353a9b9a86be6f644a9119840f')
  })

  it('says that the day of capture is unknown', async () => {
    expect(await html('/embed/claim/x-sells-user-data?lang=en')).toMatch(
      /<a href="\/source\/article\?lang=en#capture-article-1"[^>]*>day of capture unknown<\/a> · <code>sha256 4f5ebf71d3c8…/,
    )
  })

  it('is linked below the quotes of relations too', async () => {
    const relations = (await html('/claim/x-collects-biometric-with-consent?lang=en')).split('id="relations"')[1] ?? ''
    expect(relations.split('</section>')[0]).toMatch(/#capture-x-policy-[^"]*"[^>]*>captured /)
  })

  it('is linked at the revision of an as-of page', async () => {
    expect(linksIn('en', '2026-12-01').own('/source/a?lang=en#capture-b')).toBe(
      '/source/a?lang=en&asOf=2026-12-01#capture-b',
    )
    const pinned = await html('/claim/x-collects-biometric-with-consent?lang=en&asOf=2026-09-01')
    const recorded = encodeURIComponent(await recordedInstant(site, '2026-09-01T00:00:00Z'))
    expect(pinned).toContain(`href="/source/x-privacy-policy?lang=en&amp;asOf=${recorded}#capture-${POLICY}"`)
  })
})
