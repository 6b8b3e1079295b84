import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const read = async (path: string) => {
  const response = await fetch(`${site.url}/export/${path}`)
  return { status: response.status, body: JSON.parse(await response.text()) }
}
/** The slugs of the claims in an export. */
const claimsIn = async (path: string): Promise<readonly string[]> => {
  const { status, body } = await read(path)
  expect([path, status]).toEqual([path, 200])
  const nodes: readonly { '@type': unknown; '@id': string }[] = body['@graph']
  return nodes.flatMap((node) => (node['@type'] === 'Claim' ? [node['@id'].split('/').pop() ?? ''] : [])).sort()
}
/** The slugs of the claims of a story that the API finds. */
async function found(filter: string): Promise<readonly string[]> {
  const query = `{ claims(first: 100, filter: { story: "x-privacy-2023", ${filter} }) { nodes { slug } } }`
  const response = await fetch(`${site.url}/graphql?query=${encodeURIComponent(query)}`)
  const { data } = JSON.parse(await response.text())
  return data.claims.nodes.map(({ slug }: { slug: string }) => slug).sort()
}

describe('export of a story', () => {
  it.each([
    ['claimant=elon-musk', 'claimant: "elon-musk"'],
    ['status=disputed,denied', 'statuses: [DISPUTED, DENIED]'],
    ['status=stated_not', 'statuses: [STATED], polarity: NEGATES'],
    ['status=STATED', 'statuses: [STATED], polarity: AFFIRMS'],
    ['claimant=elon-musk&stance=DENIES', 'claimant: "elon-musk", stances: DENIES'],
    ['text=biometric', 'text: "biometric"'],
  ])('with %s has the claims that the API finds with the same filter', async (parameters, filter) => {
    const [exported, expected] = [
      await claimsIn(`story/x-privacy-2023.jsonld?lang=en&${parameters}`),
      await found(filter),
    ]
    expect(exported).toEqual(expected)
    expect(exported.length).toBeGreaterThan(0)
    expect(exported.length).toBeLessThan((await claimsIn('story/x-privacy-2023.jsonld?lang=en')).length)
  })

  it.each([
    ['story/x-privacy-2023', 'claimant=nobody', 'NOT_FOUND', 'claimant'],
    ['story/x-privacy-2023', 'status=MAYBE', 'BAD_INPUT', 'status'],
    ['story/x-privacy-2023', 'status=DENIED_NOT', 'BAD_INPUT', 'STATED_NOT'],
    ['story/x-privacy-2023', 'assertedFrom=2024&assertedTo=2023', 'BAD_INPUT', 'assertedBetween'],
    ['claim/x-sells-user-data', 'claimant=x', 'BAD_INPUT', 'The export of one claim'],
  ])('%s?%s is rejected with 400 and %s', async (path, parameters, code, words) => {
    const { status, body } = await read(`${path}.jsonld?lang=en&${parameters}`)
    expect([status, body.errors[0].extensions.code]).toEqual([400, code])
    expect(body.errors[0].message).toContain(words)
  })
})
