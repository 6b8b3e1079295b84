import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

/** The lists of the response to the query that a page links to. */
async function linkedLists(path: string): Promise<readonly { nodes: readonly { slug: string; kind?: string }[] }[]> {
  const html = await (await fetch(`${site.url}${path}`)).text()
  const href = /href="\/graphql\?query=([^"]+)"/.exec(html)?.[1] ?? expect.fail()
  const response = await fetch(`${site.url}/graphql?query=${href}`, { headers: { Accept: 'application/json' } })
  const { data, errors } = JSON.parse(await response.text())
  expect([path, errors]).toEqual([path, undefined])
  return Object.values(data)
}
const exported = async (status: string): Promise<readonly string[]> => {
  const response = await fetch(`${site.url}/export/story/x-privacy-2023.jsonld?lang=en${status && `&status=${status}`}`)
  const nodes: readonly { '@type': unknown; '@id': string }[] = JSON.parse(await response.text())['@graph']
  return nodes.flatMap((node) => (node['@type'] === 'Claim' ? [node['@id'].split('/').pop() ?? ''] : [])).sort()
}

describe('GraphQL link of a filtered page', () => {
  it.each(['', 'DISPUTED', 'STATED_NOT', 'DISPUTED,DENIED', 'STATED,STATED_NOT', 'STATED_NOT,ALLEGED,REPORTED,DENIED'])(
    'finds the claims of the story with the statuses "%s", each once',
    async (status) => {
      const lists = await linkedLists(`/story/x-privacy-2023?lang=en&view=list${status && `&status=${status}`}`)
      const found = lists.flatMap(({ nodes }) => nodes.map(({ slug }) => slug)).sort()
      expect(found).toEqual(await exported(status))
      expect(found.length).toBeGreaterThan(0)
    },
  )

  it('finds the results of one kind alone', async () => {
    const ofAll = await linkedLists('/search?lang=en&q=data')
    const ofKind = await linkedLists('/search?lang=en&q=data&kind=claim')
    const kinds = new Set(ofKind.flatMap(({ nodes }) => nodes.map((node) => node.kind)))
    expect(kinds.size).toBe(1)
    expect(new Set(ofAll.flatMap(({ nodes }) => nodes.map((node) => node.kind))).size).toBeGreaterThan(1)
  })
})
