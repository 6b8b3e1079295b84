import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renamedDataset } from '../contracts/renamed-dataset.ts'
import { namesDataset } from './names-dataset.ts'
import { candidatesOf, type Json, type StartedService, startService } from './started-service.ts'

let service: StartedService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.site.stop())

const batch = (queries: Json): Readonly<Record<string, string>> => ({ queries: JSON.stringify(queries) })
const extend = (query: Json): Readonly<Record<string, string>> => ({ extend: JSON.stringify(query) })

interface Extended {
  readonly meta: readonly Json[]
  readonly rows: Readonly<Record<string, Readonly<Record<string, readonly Json[]>>>>
}

const values = async (ids: readonly string[], properties: readonly Json[]): Promise<Extended> => {
  const { status, json } = await service.form(extend({ ids, properties }))
  if (status !== 200) throw new Error(JSON.stringify(json))
  return json as unknown as Extended
}

describe('reconciliation by version 0.2', () => {
  it('is described by a manifest, all of whose URLs respond', async () => {
    const { status, json, headers } = await service.get('/reconcile')
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*'])
    const manifest = json as {
      versions: string[]
      batchSize: number
      view: { url: string }
      preview: { url: string }
      suggest: Record<string, Record<string, string>>
      extend: { propose_properties: Record<string, string>; property_settings: { name: string; type: string }[] }
    }
    expect(manifest.versions).toEqual(['0.1', '0.2'])
    expect(manifest.batchSize).toBeGreaterThanOrEqual(50)
    expect(manifest.extend.property_settings.map(({ name, type }) => [name, type])).toEqual([
      ['limit', 'number'],
      ['content', 'select'],
    ])
    const id = { entity: 'entity/x', property: 'quote', type: 'person' }
    const addresses = [
      manifest.view.url.replace('{{id}}', encodeURIComponent('entity/x')),
      manifest.view.url.replace('{{id}}', 'entity/x'),
      manifest.preview.url.replace('{{id}}', encodeURIComponent('entity/x')),
      `${manifest.extend.propose_properties.service_url}${manifest.extend.propose_properties.service_path}?type=entity`,
      ...(['entity', 'property', 'type'] as const).flatMap((of) => {
        const { service_url, service_path, flyout_service_url, flyout_service_path = '' } = manifest.suggest[of] ?? {}
        const flyout = flyout_service_path.replace(`\${id}`, encodeURIComponent(id[of]))
        return [`${service_url}${service_path}?prefix=x`, `${flyout_service_url}${flyout}`]
      }),
    ]
    for (const address of addresses) {
      const response = await fetch(address)
      expect([address, response.status]).toEqual([address, 200])
      await response.arrayBuffer()
    }
  })

  it('shows beside a property the types that have it', async () => {
    const { json } = await service.get('/reconcile/flyout/property?id=publisher&lang=en')
    expect(json).toEqual({
      id: 'publisher',
      html: '<div><p><strong>Publisher</strong></p><p>Source</p><p>publisher</p></div>',
    })
  })

  it('has the language of its URL in every URL of the manifest', async () => {
    const { json } = await service.get('/reconcile?lang=id')
    const text = JSON.stringify(json)
    for (const path of ['suggest/entity', 'propose', 'preview', 'view'])
      expect(text).toMatch(new RegExp(`${path}\\?(?:[^"]*&)?lang=id`))
    const { json: types } = await service.get('/reconcile/suggest/type?prefix=orang&lang=id')
    expect(types.result).toMatchObject([{ id: 'person', name: 'Orang', broader: [{ id: 'entity' }] }])
    const { json: preferred } = await service.get('/reconcile/suggest/type?prefix=orang', {
      'Accept-Language': 'id-ID',
    })
    expect(preferred).toEqual(types)
  })

  it('matches a name, a former name and an identifier, and gives the reasons as features', async () => {
    const [now] = await candidatesOf(service, { query: 'X' })
    expect(now).toMatchObject({
      id: 'entity/x',
      name: 'X',
      score: 100,
      match: true,
      type: [{ id: 'service' }, { id: 'entity' }],
    })
    const [former] = await candidatesOf(service, { query: 'twitter' })
    expect(former).toMatchObject({ id: 'entity/x', score: 98, match: true })
    expect(former?.features).toContainEqual({ id: 'former_name', value: true })
    for (const query of ['entity/x', `${service.site.url}/entity/x?lang=en`, 'wikidata:Q918', 'Q918']) {
      const [identified] = await candidatesOf(service, { query })
      expect(identified).toMatchObject({ id: 'entity/x', score: 100, match: true })
      expect(identified?.features).toContainEqual({ id: 'identifier', value: true })
    }
    const [byProperty] = await candidatesOf(service, { properties: [{ pid: 'external-ids', v: 'wikidata:Q918' }] })
    expect(byProperty).toMatchObject({ id: 'entity/x', match: true })
  })

  it('finds misspelt names without calling them matches if another name is as near', async () => {
    const [near] = await candidatesOf(service, { query: 'Elom Muks' })
    expect(near).toMatchObject({ id: 'entity/elon-musk', match: false })
    const [swapped] = await candidatesOf(service, { query: 'TechCrnuch' })
    expect(swapped).toMatchObject({ id: 'entity/techcrunch', match: true })
  })

  it('returns the wanted types only, and lowers the score of a candidate if a property differs', async () => {
    const people = await candidatesOf(service, { query: 'X', type: 'person' })
    expect(people.every(({ type }) => type.some(({ id }) => id === 'person'))).toBe(true)
    const [same] = await candidatesOf(service, { query: 'Twitter', properties: [{ pid: 'kind', v: 'service' }] })
    const [other] = await candidatesOf(service, { query: 'Twitter', properties: [{ pid: 'kind', v: 'person' }] })
    expect([same?.match, other?.match]).toEqual([true, false])
    expect(other?.score).toBeLessThan(same?.score ?? 0)
    expect(other?.features).toContainEqual({ id: 'property:kind', value: false })
  })

  it('has as many candidates as the limit allows', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
    const alike = await startService({ dataset: namesDataset(letters.map((letter) => `Nimbus Mail ${letter}`)) })
    try {
      for (const limit of [1, 5, 20])
        expect(await candidatesOf(alike, { query: 'Nimbus Mial', limit })).toHaveLength(limit)
    } finally {
      await alike.site.stop()
    }
  })

  it('has at most one match for each query', async () => {
    const queries = { a: { query: 'X' }, b: { query: 'Musk' }, c: { query: 'article' }, d: { query: 'messages' } }
    const { json } = await service.form(batch(queries))
    for (const { result } of Object.values(json) as { result: { match: boolean }[] }[])
      expect(result.filter(({ match }) => match).length).toBeLessThanOrEqual(1)
  })

  it('finds similar claims by a text, each with status and by-line', async () => {
    const found = await candidatesOf(service, { query: 'X is selling the data of its users', type: 'claim' })
    expect(found[0]).toMatchObject({ id: 'claim/x-sells-user-data' })
    expect(found[0]?.name).toMatch(/^Stated not to: X sells its users' data – X says it does not/)
    const [same] = await candidatesOf(service, { query: 'x sells its users’ data.', type: 'claim' })
    expect(same).toMatchObject({ id: 'claim/x-sells-user-data', match: true })
    expect(same?.features.some(({ id }) => id === 'text_similarity')).toBe(true)
  })

  it('finds names of three words and more by their initials, and calls none of them a match', async () => {
    const names = [
      'General Data Protection Regulation',
      'Komisi Pemberantasan Korupsi',
      'Bank of Northern America, Inc.',
    ]
    const abbreviated = await startService({ dataset: namesDataset([...names, 'GDPR Watch', 'Kredit Pasar']) })
    try {
      for (const [query, place] of [
        ['GDPR', 0],
        ['g.d.p.r.', 0],
        ['kpk', 1],
        ['BNA', 2],
        ['bona', 2],
      ] as const) {
        const [found] = (await candidatesOf(abbreviated, { query })).filter(
          ({ id }) => id === `entity/service-${place}`,
        )
        expect([query, found?.score, found?.match]).toEqual([query, 71, false])
      }
      expect(await candidatesOf(abbreviated, { query: 'KP' })).toEqual([])
      expect(await candidatesOf(abbreviated, { query: 'kpk', type: 'person' })).toEqual([])
    } finally {
      await abbreviated.site.stop()
    }
  })

  it('takes queries by GET too, and responds to an empty batch', async () => {
    const posted = await service.form(batch({ q0: { query: 'X' } }))
    const got = await service.get(`/reconcile?queries=${encodeURIComponent('{"q0":{"query":"X"}}')}`)
    expect(got.json).toEqual(posted.json)
    expect((await service.form(batch({}))).json).toEqual({})
  })
})

describe('data extension', () => {
  it('has status, stance, date, quote and citation beside each claim', async () => {
    const parts = [
      'status',
      'stance',
      'polarity',
      'certainty',
      'claimant',
      'date',
      'quote',
      'source',
      'citation',
      'attribution',
      'sentence',
      'url',
    ]
    const properties = ['claims-about', ...parts.map((part) => `claims-about.${part}`)].map((id) => ({
      id,
      settings: { limit: '5' },
    }))
    const { meta, rows } = await values(['entity/x'], properties)
    expect(meta[0]).toMatchObject({ id: 'claims-about', type: { id: 'claim' } })
    const cells = rows['entity/x'] ?? {}
    expect(Object.values(cells).map((list) => list.length)).toEqual(properties.map(() => 5))
    const [claim] = cells['claims-about'] ?? []
    expect(claim?.name).toMatch(/^Disputed: .+ – .+/)
    expect(cells['claims-about.status']?.[0]).toEqual({ str: 'DISPUTED' })
    const [stances, claimants] = ['stance', 'claimant'].map((part) => String(cells[`claims-about.${part}`]?.[0]?.str))
    expect(stances?.split(' | ')).toContain('DENIES')
    expect(claimants?.split(' | ')).toHaveLength(stances?.split(' | ').length ?? 0)
  })

  it('has only the assertions of the speaker in the list of its own claims', async () => {
    const { rows } = await values(['entity/elon-musk'], [{ id: 'says.claimant' }, { id: 'says.stance' }])
    const claimants = rows['entity/elon-musk']?.['says.claimant'] ?? []
    expect(claimants.length).toBeGreaterThan(0)
    for (const { str } of claimants) expect(new Set(String(str).split(' | '))).toEqual(new Set(['Elon Musk']))
  })

  it('has one value for each assertion of a claim', async () => {
    const ids = ['stance', 'polarity', 'certainty', 'claimant', 'date', 'quote', 'source', 'citation']
    const { rows } = await values(
      ['claim/x-sells-user-data'],
      [...ids, 'status', 'headline'].map((id) => ({ id })),
    )
    const cells = rows['claim/x-sells-user-data'] ?? {}
    expect(new Set(ids.map((id) => cells[id]?.length)).size).toBe(1)
    expect(cells.status).toEqual([{ str: 'STATED_NOT' }])
    // X states that it is not so, and others think that it may be: the stance alone would flatten both.
    const sides = (cells.stance ?? []).map(({ str }, i) => [str, cells.polarity?.[i]?.str, cells.certainty?.[i]?.str])
    expect(sides).toContainEqual(['STATES', 'NEGATES', 'CERTAIN'])
    expect(sides).toContainEqual(['SPECULATES', 'AFFIRMS', 'POSSIBLE'])
  })

  it('has no values for an id that names nothing, and names publishers', async () => {
    const ids = ['entity/nobody', 'no id', 'entity/x']
    const { rows } = await values(ids, [{ id: 'names' }])
    expect(ids.map((id) => rows[id]?.names?.length)).toEqual([0, 0, 5])
    const { json } = await service.get('/reconcile/suggest/entity?prefix=privacy%20policy')
    const sources = (json.result as { id: string }[]).map(({ id }) => id).filter((id) => id.startsWith('source/'))
    const published = await values(sources, [{ id: 'publisher' }, { id: 'published-at' }])
    const publishers = Object.values(published.rows).flatMap(({ publisher = [] }) => publisher)
    expect(publishers).toContainEqual({ id: 'entity/x', name: 'X' })
  })
})

const named = (text: string): Json => ({ conditions: [{ matchType: 'name', propertyValue: text }] })

describe('reconciliation by version 1.0-draft', () => {
  it('matches by name, id and property', async () => {
    const queries = [
      named('Twitter'),
      { conditions: [{ matchType: 'id', propertyValue: 'entity/x' }] },
      { type: 'person', conditions: [{ matchType: 'name', propertyValue: ['Musk', 'Elon'] }], limit: 1, lang: 'en' },
      { conditions: [{ matchType: 'property', propertyId: 'external-ids', propertyValue: 'Q918', required: true }] },
      {
        conditions: [
          ...(named('Twitter').conditions as Json[]),
          { matchType: 'property', propertyId: 'kind', propertyValue: 'person', required: true },
        ],
      },
      {
        conditions: [
          ...(named('Twitter').conditions as Json[]),
          { matchType: 'property', propertyId: 'kind', propertyValue: 'person', matchQuantifier: 'none' },
        ],
      },
    ]
    const { status, json } = await service.post('/reconcile/v1/match', { queries })
    expect(status).toBe(200)
    const results = json.results as { candidates: { id: string; match: boolean; features: Json[] }[] }[]
    expect(results.map(({ candidates }) => candidates.find(({ match }) => match)?.id)).toEqual([
      'entity/x',
      'entity/x',
      'entity/elon-musk',
      'entity/x',
      undefined,
      'entity/x',
    ])
    expect(results[4]?.candidates.map(({ id }) => id)).not.toContain('entity/x')
    for (const feature of results.flatMap(({ candidates }) => candidates.flatMap(({ features }) => features)))
      expect(feature).toMatchObject({ id: expect.any(String), name: expect.any(String) })
  })

  it.each([
    ['no conditions', { queries: [{ conditions: [] }] }],
    ['a property without its id', { queries: [{ conditions: [{ matchType: 'property', propertyValue: 'x' }] }] }],
    [
      'a qualifier',
      { queries: [{ conditions: [{ matchType: 'name', propertyValue: 'x', matchQualifier: 'skos:exactMatch' }] }] },
    ],
    ['several types', { queries: [{ ...named('x'), type: ['entity'] }] }],
    ['no queries', {}],
    ['no JSON', '{'],
  ])('refuses %s with 400', async (_, body) => {
    expect((await service.post('/reconcile/v1/match', body)).status).toBe(400)
  })

  it('extends and proposes', async () => {
    const { json } = await service.post('/reconcile/v1/extend', { ids: ['entity/x'], properties: [{ id: 'names' }] })
    expect(json.rows).toMatchObject([{ id: 'entity/x', properties: [{ id: 'names' }] }])
    const proposed = await service.get('/reconcile/v1/extend/propose?type=source&limit=3')
    expect(proposed.json).toMatchObject({ type: 'source', limit: 3 })
    expect(proposed.json.properties).toHaveLength(3)
  })
})

describe('suggestions', () => {
  it('begin with the prefix, continue at the cursor, and take the parameters of the form of OpenRefine', async () => {
    const path = '/reconcile/suggest/entity?prefix=x&spell=always&exact=false&prefixed=true&filter=a&filter=b'
    const first = (await service.get(path)).json.result as { id: string; notable: Json[] }[]
    expect(first[0]).toMatchObject({ id: 'entity/x', notable: [{ id: 'service' }, { id: 'entity' }] })
    const next = (await service.get(`${path}&cursor=2`)).json.result as { id: string }[]
    expect(next[0]?.id).toBe(first[2]?.id)
    expect((await service.get('/reconcile/suggest/entity?prefix=')).json).toEqual({ result: [] })
    const byId = (await service.get('/reconcile/suggest/entity?prefix=entity/x')).json.result as { id: string }[]
    expect(byId[0]?.id).toBe('entity/x')
  })

  it('find a misspelt name if nothing begins with it', async () => {
    const found = (await service.get('/reconcile/suggest/entity?prefix=Techcrnuch')).json.result as { id: string }[]
    expect(found[0]?.id).toBe('entity/techcrunch')
  })
})

describe('former slugs', () => {
  it('lead to the renamed thing', async () => {
    const renamed = await startService({ dataset: renamedDataset() })
    try {
      const [one] = await candidatesOf(renamed, { query: 'entity/x' })
      expect(one).toMatchObject({ id: 'entity/x-corp', match: true })
      const { json } = await renamed.form(extend({ ids: ['entity/x'], properties: [{ id: 'names' }] }))
      expect((json.rows as Readonly<Record<string, Json>>)['entity/x']?.names).not.toEqual([])
    } finally {
      await renamed.site.stop()
    }
  })
})
