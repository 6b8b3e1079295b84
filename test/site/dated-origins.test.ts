import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

const WORDS = {
  en: {
    sentence: 'In our judgement, these words go back to ',
    title: 'Musk&#39;s post of 31 August 2023',
    related: ', about a related claim.',
    noDate: 'No date',
  },
  id: {
    sentence: 'Menurut penilaian kami, kata-kata ini berpangkal pada ',
    title: 'kiriman Musk tanggal 31 Agustus 2023',
    related: ', tentang klaim lain yang terkait.',
    noDate: 'Tanpa tanggal',
  },
}

describe('words without a day', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const read = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()

  it.each(['en', 'id'] as const)(
    'lead to the dated post, on the pages of claim, claimant and document: %s',
    async (tag) => {
      const { sentence, title, related, noDate } = WORDS[tag]
      const link = `<a href="/source/musk-post-2023-08-31?lang=${tag}"><bdi>${title}</bdi></a>`
      const claim = await read(`/claim/x-collects-confidential-data?lang=${tag}`)
      const said = /<li id="said-article-musk-denies-collecting-confidential">.*?<\/li>/s.exec(claim)?.[0] ?? ''
      expect(said).toContain(noDate)
      expect(said).toContain(`${sentence}${link}${related}`)
      for (const path of ['/entity/elon-musk', '/source/article']) {
        const page = await read(`${path}?lang=${tag}`)
        const act = /<li>(?:(?!<li>).)*\/claim\/x-collects-confidential-data\?.*?<\/li>/s.exec(page)?.[0] ?? ''
        expect(act, path).toContain(`${sentence}${link}${related}`)
      }
    },
  )

  it('get no day from it', async () => {
    const claim = await read('/claim/x-collects-confidential-data?lang=en')
    const said = /<li id="said-article-musk-denies-collecting-confidential">.*?<\/li>/s.exec(claim)?.[0] ?? ''
    expect(said).not.toContain('<time')
    const post = await read('/entity/elon-musk?lang=en')
    expect(post.split('In our judgement, these words go back to').length - 1).toBe(5)
  })
})
