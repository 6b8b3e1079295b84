import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
let whole: StartedSite
beforeAll(async () => {
  whole = await startSite()
  site = await startSite({
    publicUrl: () => whole.url,
    wrap: (store) => ({ ...store, conceptTree: () => Promise.reject(new Error('The whole tree was read.')) }),
  })
})
afterAll(() => Promise.all([site.stop(), whole.stop()]))

const QUERY = '{ comparison(entities: ["x", "xai"]) { rows { narrower { slug } } cells { dataCategorySlug useSlug } } }'

// A database of many vocabularies has more categories than a comparison has claims.
test.each([
  '/compare?entities=x,xai&lang=en',
  '/story/x-privacy-2023?view=matrix&lang=en',
  `/graphql?query=${encodeURIComponent(QUERY)}`,
])('%s reads the categories of its claims, and not the whole tree', async (path) => {
  const [own, expected] = await Promise.all([fetch(site.url + path), fetch(whole.url + path)])
  expect(own.status).toBe(200)
  expect(await own.text()).toBe(await expected.text())
})
