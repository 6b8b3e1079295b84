import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

describe('statements on a claim', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const html = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()
  /** Each heading with the verbs of the statements below it. */
  const groupsOf = (part: string): readonly (readonly string[])[] =>
    part
      .split(/<(?:h3|p) id="[\w-]+" class="(?:site|sanad)-assent">/)
      .slice(1)
      .map((group) => [
        /^[^<]+/.exec(group)?.[0] ?? '',
        ...[...group.matchAll(/<span class="site-act">(.*?)<\/span>/g)].map(([, act]) => act ?? ''),
      ])

  it('stand by their assent on the page of the claim, the deciding ones first in each group', async () => {
    const page = await html('/claim/x-collects-dm-contents?lang=en')
    const [yes, no, ...others] = groupsOf(page)
    expect(yes?.slice(0, 2)).toEqual(['Who says that it is so', 'states (in a first-hand document)'])
    expect(no?.[0]).toBe('Who says that it is not')
    expect(no?.slice(1).every((act) => /not|den/.test(act))).toBe(true)
    expect(others).toEqual([])
    expect(page).toContain('the deciding ones first in each group')
  })

  it('have a group of those who leave it open', async () => {
    const titles = groupsOf(await html('/claim/x-sells-user-data?lang=id')).map(([title]) => title)
    expect(titles).toEqual(['Yang mengatakan tidak demikian', 'Yang tidak memastikannya'])
  })

  it('are as many in the side column as in the list, where two with the same words are one', async () => {
    for (const slug of ['x-sells-user-data', 'x-collects-dm-contents']) {
      const page = await html(`/claim/${slug}?lang=en`)
      const listed = page.match(/<li id="said-/g)?.length ?? 0
      expect(listed, slug).toBeGreaterThan(1)
      expect(page, slug).toContain(`<dt>Statements</dt><dd>${listed}</dd>`)
    }
  })

  it('have no heading where all say the same', async () => {
    const page = await html('/claim/x-uses-biometric-for-safety?lang=en')
    expect(page).toContain('class="site-voices"')
    expect(groupsOf(page)).toEqual([])
  })

  it('stand by their assent below a claim in a list too', async () => {
    const page = await html('/story/x-privacy-2023?lang=en&view=list')
    const item = /<li id="claim-x-collects-dm-contents".*?<\/details>/s.exec(page)?.[0] ?? ''
    expect(groupsOf(item).map(([title]) => title)).toEqual(['Who says that it is so', 'Who says that it is not'])
    const labels = [...item.matchAll(/aria-labelledby="([\w-]+)"/g)].map(([, id]) => id)
    expect(labels).toHaveLength(2)
    for (const id of labels) expect(item).toContain(`id="${id}"`)
  })
})
