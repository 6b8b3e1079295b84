import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())
const text = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()

const CASES = [
  [
    'x-collects-dm-contents',
    'What Elon Musk said counts as the word of X. The day is not known, so it is unclear whether Elon Musk spoke for X then.',
    'Perkataan Elon Musk diperhitungkan sebagai perkataan X. Tanggalnya tidak diketahui, sehingga tidak diketahui pula apakah saat itu Elon Musk berbicara atas nama X.',
  ],
  [
    'x-uses-dm-contents-to-train-ai-models',
    'What Elon Musk said counts as the word of X. It is not known whether Elon Musk spoke for X then.',
    'Perkataan Elon Musk diperhitungkan sebagai perkataan X. Tidak diketahui apakah saat itu Elon Musk berbicara atas nama X.',
  ],
  [
    'xai-owns-x',
    'What Elon Musk said counts as the word of xAI and X. It is not known whether Elon Musk spoke for xAI and X then.',
    'Perkataan Elon Musk diperhitungkan sebagai perkataan xAI dan X. Tidak diketahui apakah saat itu Elon Musk berbicara atas nama xAI dan X.',
  ],
] as const

describe('presumption that a status depends on', () => {
  it.each(CASES)(
    'is named for %s below the meaning of the status, in both languages',
    async (slug, english, indonesian) => {
      for (const [language, sentence] of [
        ['en', english],
        ['id', indonesian],
      ]) {
        const page = await text(`/claim/${slug}?lang=${language}`)
        const why = page.slice(page.indexOf('class="site-why"'))
        expect(page.split(sentence ?? '').length, page).toBe(2)
        if (language === 'en') expect(why.indexOf(sentence ?? '')).toBeLessThan(why.indexOf('class="site-voices"'))
      }
    },
  )

  it('is in the details of an embed, and absent where no status depends on one', async () => {
    const frame = await text('/embed/claim/x-collects-dm-contents?lang=en')
    const details = /<details.*?<\/details>/s.exec(frame)?.[0] ?? ''
    expect(details).toContain(CASES[0][1])
    expect(await text('/claim/x-sells-user-data?lang=en')).not.toContain('counts as the word of')
  })
})

describe('number of speakers in a side column', () => {
  it('leaves out the document of unnamed hearsay', async () => {
    const page = await text('/claim/x-collects-employment?lang=en')
    expect(/<dt>Speakers<\/dt><dd>(\d+)<\/dd>/.exec(page)?.[1]).toBe('0')
  })
})
