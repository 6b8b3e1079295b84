import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

describe('frame of a claim', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const sidesOf = async (slug: string): Promise<readonly string[]> => {
    const html = await (await fetch(`${site.url}/embed/claim/${slug}?lang=en`)).text()
    return [...html.matchAll(/<div class="sanad-side" .*?<\/div>/g)].map(([side]) => side)
  }

  it('has the words that are in force on one side, and the first contradiction on the other', async () => {
    const [own, other, ...more] = await sidesOf('x-sells-user-data')
    expect(own).toContain('And no, we don’t sell your personal information.')
    expect(other).toContain('Sebagian besar masyrakat')
    expect(more).toEqual([])
  })

  it('has a by-line without the words that stand below it', async () => {
    const html = await (await fetch(`${site.url}/embed/claim/x-sells-user-data?lang=en`)).text()
    const by = /<p class="sanad-by">(.*?)<\/p>/.exec(html)?.[1] ?? ''
    expect(by).toContain('X says it does not')
    expect(by).not.toContain('we don’t sell')
  })
})
