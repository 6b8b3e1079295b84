import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())
const text = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()

const ATTRIBUTION = 'Captures by Open Terms Archive (opentermsarchive.org)'

describe('attribution that the licence of the captures requires', () => {
  it.each([
    '/story/x-privacy-2023?lang=id',
    '/claim/x-sells-user-data?lang=en',
    '/entity/x?lang=en',
    '/data/biometric?lang=en',
    '/use/train-x-ai?lang=en',
    '/source/x-privacy-policy?lang=en',
    '/compare?entities=x,xai&lang=en',
    '/?lang=en&q=personal%20information',
    '/embed/claim/x-sells-user-data?lang=en',
    '/embed/story/x-privacy-2023?lang=en&view=timeline',
    '/export/claim/x-sells-user-data.jsonld?lang=en',
    '/export/story/x-privacy-2023.jsonld?lang=en',
  ])('stands on %s', async (path) => {
    expect(await text(path)).toContain(ATTRIBUTION)
  })

  it('stands on the page of a claim that the policy says nothing on, for the relation that quotes it', async () => {
    const page = await text('/claim/x-collects-biometric?lang=en')
    expect(page).toContain('Based on your consent')
    expect(page).toContain(ATTRIBUTION)
  })

  it('is absent where nothing of the policy is quoted', async () => {
    expect(await text('/claim/musk-calls-linkedin-cringe?lang=en')).not.toContain(ATTRIBUTION)
    expect(await text('/story/roll20-personal-data?lang=en')).not.toContain(ATTRIBUTION)
  })
})
