import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toSlug } from '../../src/domain/slug.ts'
import { assertion, EARLY, smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

const REASON = 'misread by the newsroom'
const PART = 'Changes and corrections of claims on other pages or tabs are not among these notices.'

let site: StartedSite
beforeAll(async () => {
  const all = smallDataset(60)
  const withdrawn = ['claim-0000', 'claim-0059'].map((id) => ({
    item: assertion(`withdrawn-${id}`, id, { withdrawn: REASON }),
    recordedAt: EARLY,
  }))
  const claims = all.claims.map((one) => ({ ...one, item: { ...one.item, data: [toSlug('messages')] } }))
  site = await startSite({ dataset: { ...all, claims, assertions: [...all.assertions, ...withdrawn] } })
})
afterAll(() => site.stop())
const lines = async (path: string): Promise<string> => {
  const html = await (await fetch(`${site.url}${path}`)).text()
  return html.slice(html.indexOf('<main'), html.indexOf('<h2'))
}

describe('notices of a page whose claims are on several pages', () => {
  it('cover the claims on the other pages of an entity', async () => {
    const notices = await lines('/entity/x?lang=en')
    expect(notices.split(REASON).length - 1).toBe(2)
    expect(notices).not.toContain(PART)
  })

  it.each(['/source/policy?lang=en', '/data/messages?lang=en'])(
    'say that they leave out the claims on other pages: %s',
    async (path) => {
      expect(await lines(path)).toContain(PART)
    },
  )
})
