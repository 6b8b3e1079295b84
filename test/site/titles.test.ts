import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

describe('title that the publisher did not print', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const html = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()

  it('is marked on the page of its document, beside the printed title', async () => {
    const translated = await html('/source/article?lang=en')
    expect(translated).toContain('<p class="site-summary">Its title is translated.</p>')
    expect(translated).toContain(
      '<dt>Title as printed</dt><dd><bdi lang="id">“Aplikasi X Akan Mengumpulkan Data Pengguna, Untuk Apa?”</bdi></dd>',
    )
    expect(await html('/embed/source/article?lang=en')).toContain('Its title is translated.')
    expect(await html('/source/article?lang=id')).not.toContain('Judulnya merupakan terjemahan')
    expect(await html('/source/bloomberg-2023-08-31?lang=id')).toMatch(
      /<h1 id="title">Laporan Bloomberg [^<]*<\/h1><p class="site-summary">Judulnya adalah keterangan dari redaksi\./,
    )
  })

  it('is marked below each quote, and described without quotation marks in sentences', async () => {
    expect(await html('/claim/x-sells-user-data?lang=en')).toContain(
      '<bdi>The X App Will Collect User Data: What For?</bdi> (title translated)</a>',
    )
    const claim = await html('/claim/xai-collaborates-with-x?lang=en')
    expect(claim).toMatch(/according to Reuters&#39; report of 14 July 2023;/)
    expect(claim).not.toContain('“Reuters')
  })

  it('is marked in the API', async () => {
    const query =
      '{ a: source(slug: "article") { titleIsDescription } b: source(slug: "reuters-2023-07-14") { titleIsDescription } }'
    const response = await fetch(`${site.url}/graphql?query=${encodeURIComponent(query)}`)
    expect(await response.json()).toMatchObject({
      data: { a: { titleIsDescription: false }, b: { titleIsDescription: true } },
    })
  })

  it('has the valid dates of an ended claim wherever the claim is named', async () => {
    const dated = 'Elon Musk owns X (until 28 March 2025)'
    const page = await html('/claim/musk-owns-x?lang=en')
    expect(page).toContain(`<title>Reported: ${dated}`)
    expect(page).toMatch(/<h1>Elon Musk owns X \(until 28 March 2025\)<\/h1>/)
    expect(await html('/embed/entity/elon-musk?lang=en')).toContain(dated)
    expect(await html('/embed/claim/musk-owns-x?lang=id')).toContain('Elon Musk memiliki X (sampai 28 Maret 2025)')
  })
})
