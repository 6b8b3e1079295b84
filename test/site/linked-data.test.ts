import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

interface Node {
  readonly [key: string]: unknown
}

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Merges every node with an id, at any depth, as a graph that merges nodes by id does. */
function merge(value: unknown, into: Map<string, Map<string, Set<string>>>): void {
  if (Array.isArray(value)) for (const one of value) merge(one, into)
  if (!isNode(value)) return
  const id = value['@id']
  if (typeof id === 'string') {
    const known = into.get(id) ?? new Map<string, Set<string>>()
    into.set(id, known)
    for (const [key, one] of Object.entries(value)) {
      const name = isNode(one) && typeof one['@id'] === 'string' ? one['@id'] : JSON.stringify(one)
      known.set(key, (known.get(key) ?? new Set()).add(name))
    }
  }
  for (const one of Object.values(value)) merge(one, into)
}

const file = async (path: string): Promise<Node> => {
  const response = await fetch(`${site.url}${path}`)
  expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
  const parsed: unknown = JSON.parse(await response.text())
  return isNode(parsed) ? parsed : {}
}

describe('linked data', () => {
  it('gives no document two authors or two texts after merging all pages', async () => {
    const merged = new Map<string, Map<string, Set<string>>>()
    for (const path of [
      'story/x-privacy-2023',
      'entity/x',
      'entity/elon-musk',
      'source/article',
      'source/x-privacy-policy',
      'data/biometric',
    ])
      merge(await file(`/export/${path}.jsonld?lang=en`), merged)
    const ids = [...merged.keys()]
    expect(ids.filter((id) => id.includes('#said-')).length).toBeGreaterThan(40)
    for (const [id, properties] of merged) {
      for (const key of ['author', 'text', 'dateCreated', '@type', 'sanad:stance', 'sanad:polarity', 'isPartOf'])
        expect([id, key, (properties.get(key)?.size ?? 0) <= 1]).toEqual([id, key, true])
      if (id.includes('/source/'))
        expect([id, properties.has('author'), properties.has('text')]).toEqual([id, false, false])
    }
    expect(merged.get(`${site.url}/entity/x`)?.get('@type')).toEqual(new Set(['"Service"']))
  })

  it('gives a status with its side, so that "stated" and "stated not to" differ', async () => {
    const sideOf = async (slug: string): Promise<Node> => file(`/export/claim/${slug}.jsonld?lang=en`)
    expect(await sideOf('x-sells-user-data')).toMatchObject({
      'sanad:status': 'STATED',
      'sanad:statusPolarity': 'NEGATES',
    })
    expect(await sideOf('x-earns-advertising-revenue')).toMatchObject({
      'sanad:status': 'STATED',
      'sanad:statusPolarity': 'AFFIRMS',
    })
    const disputed = await sideOf('x-collects-dm-contents')
    expect(disputed).toMatchObject({ 'sanad:status': 'DISPUTED' })
    expect(disputed).not.toHaveProperty('sanad:statusPolarity')
  })

  it('separates denials from affirmations, with stance, words and document', async () => {
    const claim = await file('/export/claim/x-sells-user-data.jsonld?lang=en')
    expect(claim['@type']).toBe('Claim')
    const nodes = (key: string): readonly Node[] => (Array.isArray(claim[key]) ? claim[key].filter(isNode) : [])
    for (const node of nodes('appearance')) expect(node['sanad:polarity']).toBe('AFFIRMS')
    expect(nodes('appearance').map((node) => node['sanad:stance'])).toEqual(['SPECULATES', 'SPECULATES'])
    const statement = nodes('subjectOf').find((node) => String(node['@id']).endsWith('#said-policy-no-sell'))
    expect(statement).toMatchObject({
      '@type': ['Quotation', 'prov:Entity', 'oa:Annotation'],
      '@id': `${site.url}/claim/x-sells-user-data#said-policy-no-sell`,
      'sanad:stance': 'STATES',
      author: { '@id': `${site.url}/entity/x`, '@type': 'Service' },
      text: 'And no, we don’t sell your personal information.',
      inLanguage: 'en',
      isPartOf: { '@id': `${site.url}/source/x-privacy-policy` },
      'prov:wasQuotedFrom': { '@id': `${site.url}/source/x-privacy-policy` },
      'sanad:polarity': 'NEGATES',
      'sanad:certainty': 'CERTAIN',
    })
    expect(claim.firstAppearance).toBeUndefined()
  })

  it('gives each quote its capture: address, day, hash, archive and offsets, and the attribution of its licence', async () => {
    const claim = await file('/export/claim/x-sells-user-data.jsonld?lang=en')
    const policy = `${site.url}/source/x-privacy-policy`
    const [quoted] = (Array.isArray(claim.subjectOf) ? claim.subjectOf : [])
      .filter(isNode)
      .filter((node) => String(node['@id']).endsWith('#said-policy-no-sell'))
    expect(quoted).toMatchObject({
      isPartOf: { license: 'ODC-BY-1.0', creditText: expect.stringContaining('Open Terms Archive') },
      'oa:hasTarget': {
        'oa:hasState': {
          '@id': `${policy}#capture-x-policy-2023-08-30-566cb353`,
          'prov:specializationOf': { '@id': policy },
          'oa:sourceDate': '2023-08-30',
          sha256: '8e1ed99a71f64ae49840af625dbbe1f0d02e1d353a9b9a86be6f644a9119840f',
          archivedAt: 'https://opentermsarchive.org',
        },
        'oa:hasSelector': [expect.anything(), { 'oa:start': 27299, 'oa:end': 27347 }],
      },
      'sanad:foundIn': [{ '@id': `${policy}#capture-x-policy-2022-07-06-3df27ad3` }],
      'sanad:absentFrom': [{ '@id': `${policy}#capture-x-policy-2021-08-19-8ffc0659` }],
    })
    const page = await (await fetch(policy)).text()
    expect(page).toContain('id="capture-x-policy-2023-08-30-566cb353"')
  })

  it('names the first known appearance by its day or the first capture that holds its words', async () => {
    const claim = await file('/export/claim/x-collects-dm-contents.jsonld?lang=en')
    expect(claim.firstAppearance).toEqual({ '@id': `${site.url}/claim/x-collects-dm-contents#said-policy-dm-contents` })
    const undated = await file('/export/claim/x-collects-biometric.jsonld?lang=en')
    expect(undated.appearance).toHaveLength(1)
    expect(undated.firstAppearance).toBeUndefined()
    expect(claim['@context']).toEqual([`${site.url}/context.jsonld`, { '@language': 'en' }])
    const page = await (await fetch(`${site.url}/claim/x-collects-dm-contents?lang=en`)).text()
    const [, block = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? []
    expect(JSON.parse(block)['@context']).toEqual([
      'https://schema.org',
      expect.objectContaining({ prov: 'http://www.w3.org/ns/prov#', sanad: 'urn:sanad:' }),
    ])
  })
})

const PAGES = [
  ['story', 'x-privacy-2023'],
  ['claim', 'x-sells-user-data'],
  ['entity', 'x'],
  ['source', 'x-privacy-policy'],
  ['data', 'biometric'],
  ['use', 'train-x-ai'],
  ['compare', 'x,xai'],
] as const

describe('permanent page', () => {
  it.each(PAGES)('for a %s has a card, oEmbed discovery and exports', async (kind, slug) => {
    const path = kind === 'compare' ? `/compare?entities=${slug}&lang=id` : `/${kind}/${slug}?lang=id`
    const html = await (await fetch(`${site.url}${path}`)).text()
    expect(html.slice(0, 4096)).toContain('type="application/json+oembed"')
    expect(html).toContain('<meta property="og:locale" content="id_ID">')
    const link = (pattern: RegExp): string => (pattern.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
    const discovered = await fetch(link(/application\/json\+oembed" href="([^"]*)"/))
    const response = await discovered.json()
    expect([discovered.status, response.type]).toEqual([200, 'rich'])
    const frame = /src="([^"]*)"/.exec(response.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await fetch(frame)).status).toBe(200)
    const image = await fetch(link(/property="og:image" content="([^"]*)"/))
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png'])
    for (const [words, type] of [
      ['JSON-LD', 'application/ld+json; charset=utf-8'],
      ['SVG', 'image/svg+xml; charset=utf-8'],
      ['PNG', 'image/png'],
    ]) {
      const got = await fetch(`${site.url}${link(new RegExp(`<a href="([^"]*)">${words}</a>`))}`)
      expect([got.status, got.headers.get('content-type')]).toEqual([200, type])
    }
    const query = new URL(link(/<a href="(\/graphql[^"]*)">GraphQL<\/a>/), site.url).searchParams.get('query')
    const requested = await fetch(`${site.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const given = await requested.json()
    expect(given.errors).toBeUndefined()
    expect(JSON.stringify(given.data)).toContain('"stance"')
  })

  it('exists for the start page too', async () => {
    const html = await (await fetch(`${site.url}/?lang=en`)).text()
    expect(html).toContain('<meta property="og:locale" content="en_GB">')
    const image = /property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect((await fetch(image)).headers.get('content-type')).toBe('image/png')
  })
})
