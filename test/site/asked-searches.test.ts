import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

describe('search page over the seeds', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const read = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()

  it('has near names that differ in any letter, and compares no words that name nothing', async () => {
    for (const [q, path] of [
      ['kinkedin', '/entity/linkedin'],
      ['xlon', '/entity/elon-musk'],
    ] as const)
      expect(await read(`/search?lang=en&q=${q}`), q).toContain(`class="site-list-name" href="${path}`)
    expect(await read('/search?lang=en&q=and+zzzzzz')).not.toContain('site-list-name')
  })

  it('finds the claim that a question asks for, and the denials of a claimant with their days', async () => {
    const first = (html: string): string | undefined => /class="sanad-proposition" href="([^?"]+)/.exec(html)?.[1]
    for (const q of ['who says X sells data?', 'siapa bilang X menjual data?', 'can X sell my data?'])
      expect(first(await read(`/search?lang=en&q=${encodeURIComponent(q)}`)), q).toBe('/claim/x-sells-user-data')
    for (const [lang, q] of [
      ['en', 'what did Musk deny, and when?'],
      ['id', 'apa yang dibantah Musk, dan kapan?'],
    ]) {
      const html = await read(`/search?lang=${lang}&q=${encodeURIComponent(String(q))}`)
      const acts = html.slice(html.indexOf('id="found-acts"'), html.indexOf('id="found-entity"'))
      expect(acts, q).toContain('/claim/x-collects-dm-contents')
      expect(acts).toContain('<time datetime="2023-08-31"')
      expect(acts).not.toContain('data-status="DISPUTED"')
      // Denials come first and alone; statements that something is not the case have a heading of their own.
      const [denials = '', others = ''] = acts.split('<h3>')
      expect(denials).toContain('data-status="DENIED"')
      expect(denials).not.toContain('data-status="STATED_NOT"')
      expect(others).not.toContain('data-status="DENIED"')
      expect(others).toMatch(/^Elon Musk [^<]+ \(5\)<\/h3>/)
    }
    expect(await read('/search?lang=en&q=what+did+LinkedIn+deny')).not.toContain('id="found-acts"')
    expect(await read('/search?lang=en&q=what+did+X+deny')).toContain('X states that it is not the case')
    expect(await read('/search?lang=en&q=Musk+biometric+denied')).not.toContain('id="found-acts"')
  })
})
