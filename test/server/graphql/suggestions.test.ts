import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_MESSAGE } from '../../../src/text/short-message.ts'
import { type StartedSite, startSite } from '../../site/start-site.ts'
import { post } from '../start-app.ts'

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly {
    readonly message: string
    readonly extensions: object
    readonly path?: readonly (string | number)[]
  }[]
  readonly extensions?: { readonly notices?: readonly { readonly code: string; readonly message: string }[] }
}

/** A field that may not be null. */
const FAILS = 'graph(roots: ["Claim:no-claim"]) { complete }'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const ask = async (query: string, variables: object = {}): Promise<Body> =>
  (await post(`${site.url}/graphql`, { query, variables })).json() as Promise<Body>
const messagesOf = ({ errors = [] }: Body): readonly string[] => errors.map(({ message }) => message)

describe('suggestions of the API', () => {
  it.each([
    [
      'claim',
      'claim(slug: "x-sells-usr-data") { slug }',
      'No claim has the slug "x-sells-usr-data".',
      'x-sells-user-data',
    ],
    ['entity', 'entity(slug: "linkdin") { slug }', 'No entity has the slug "linkdin".', 'linkedin'],
    ['story', 'story(slug: "x-privacy-2032") { slug }', 'No story has the slug "x-privacy-2032".', 'x-privacy-2023'],
    ['source', 'source(slug: "x-privacy") { slug }', 'No source has the slug "x-privacy".', 'x-privacy-policy'],
  ])('%s by an unknown slug is null, and a notice names near slugs', async (field, selection, told, near) => {
    const { data, errors, extensions } = await ask(`{ ${selection} }`)
    expect(errors).toBeUndefined()
    expect(data).toEqual({ [field]: null })
    expect(extensions?.notices).toEqual([
      { code: 'NOT_FOUND', message: expect.stringMatching(`^${told} Did you mean `) },
    ])
    expect(extensions?.notices?.[0]?.message).toContain(`"${near}"`)
  })

  it('are in the order of the document, whichever field is found to be unknown first', async () => {
    const fields = [
      'entity(slug: "linkdin") { slug }',
      'story(slug: "x-privacy-2032") { slug }',
      'claim(slug: "x-sells-usr-data") { slug }',
    ]
    const query = `{ ${fields.map((one, i) => `f${i}: ${one}`).join(' ')} }`
    const orders: string[] = []
    for (let i = 0; i < 4; i += 1) {
      const { extensions } = await ask(`${query} # ${i}`)
      orders.push((extensions?.notices ?? []).map(({ message }) => /^No (\w+)/.exec(message)?.[1]).join())
    }
    expect(orders).toEqual(Array.from({ length: 4 }, () => 'entity,story,claim'))
  })

  it('errors are in the order of the document, whichever field fails first', async () => {
    const slow = 'story(slug: "x-privacy-2023") { claims(after: "no-cursor") { totalCount } }'
    const fast = 'entity(slug: "x", externalId: "wikidata:Q1") { slug }'
    for (const fields of [
      [slow, fast],
      [fast, slow],
    ]) {
      const { data, errors } = await ask(`{ ${fields.map((one, i) => `f${i}: ${one}`).join(' ')} }`)
      expect(data).toEqual({ f0: null, f1: null })
      expect((errors ?? []).map(({ path }) => path?.[0])).toEqual(['f0', 'f1'])
    }
  })

  it('a response without data has no notices, since the other fields stopped somewhere', async () => {
    const unknown = 'source(slug: "linkedin") { slug }'
    for (const fields of [`${unknown} ${FAILS}`, `${FAILS} ${unknown}`]) {
      const { data, errors, extensions } = await ask(`{ ${fields} }`)
      expect(data).toBeNull()
      expect(errors).toHaveLength(1)
      expect(extensions?.notices).toBeUndefined()
    }
  })

  it('compiled, plain and trusted queries have no notices where every slug is known', async () => {
    for (const query of ['{ claim(slug: "x-sells-user-data") { slug } }', '{ a: entity(slug: "x") { slug } }']) {
      for (let i = 0; i < 3; i += 1) expect((await ask(query)).extensions).toEqual({ cost: expect.anything() })
    }
  })

  it.each([
    ['filter.claimant', 'claims(filter: { claimant: "elon-mosk" }) { totalCount }', 'elon-musk'],
    ['filter.dataCategory', 'claims(filter: { dataCategory: "biometrics" }) { totalCount }', 'biometric'],
    ['filter.use', 'claims(filter: { use: "compete-with-linkdin" }) { totalCount }', 'compete-with-linkedin'],
    ['claim', 'timeline(claim: "x-sell-user-data") { totalCount }', 'x-sells-user-data'],
  ])('an unknown slug of %s is an error that names near slugs', async (argument, selection, near) => {
    const [message = ''] = messagesOf(await ask(`{ ${selection} }`))
    expect(message).toMatch(`There is nothing with the slug given as ${argument}. Did you mean `)
    expect(message).toContain(`"${near}"`)
  })

  it.each([
    ['{ claims(filter: { data: "biometric" }) { totalCount } }', ['Did you mean "dataCategory"?']],
    ['{ claims(filter: { stances: [DENIED] }) { totalCount } }', ['Did you mean the enum value "DENIES"', '"ALLEGES"']],
    ['{ claims(filter: { predicates: [ZZZ] }) { totalCount } }', ['"COLLECTS"', '"SELLS"']],
    ['{ claims(order: SLUG) { totalCount } }', ['Did you mean "orderBy"']],
    ['{ claims(zzz: 1) { totalCount } }', ['Arguments: ', '"filter"']],
    ['{ claims { totalCount zzz } }', ['Fields: ', '"nodes"']],
    ['{ claims { nodes { claimant } } }', ['Fields: ', '"assertions"']],
  ])('%s has an error that names what there is', async (query, parts) => {
    const [message = ''] = messagesOf(await ask(query))
    for (const part of parts) expect(message).toContain(part)
    expect(message.length).toBeLessThanOrEqual(MAX_MESSAGE)
  })

  it('a value in a variable gets the same suggestions', async () => {
    const query = 'query Q($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }'
    expect(messagesOf(await ask(query, { filter: { data: 'x' } })).join()).toContain('Did you mean "dataCategory"?')
    expect(messagesOf(await ask(query, { filter: { stances: ['NO'] } })).join()).toContain('"DENIES"')
  })

  it('looks up three unknown slugs of a response, and no more', async () => {
    const fields = Array.from({ length: 15 }, (_, i) => `f${i}: claim(slug: "x-sells-${i}") { slug }`)
    const { extensions } = await ask(`{ ${fields.join(' ')} }`)
    expect(extensions?.notices).toHaveLength(3)
    const long = await ask(`{ claim(slug: "${'x-'.repeat(90)}") { slug } }`)
    for (const { message } of long.extensions?.notices ?? []) expect(message.length).toBeLessThanOrEqual(MAX_MESSAGE)
  })

  describe('on thirty unknown slugs of 200 characters', () => {
    const words = ['x', 'sells', 'privacy', 'data', 'collects', 'policy', 'biometric']
    const slugOf = (i: number): string =>
      Array.from({ length: 40 }, (_, j) => words[(i + j) % words.length])
        .join('-')
        .slice(0, 200)
    const query = `{ ${Array.from({ length: 30 }, (_, i) => `f${i}: claim(slug: "${slugOf(i)}") { slug }`).join(' ')} }`
    const known = `{ ${Array.from({ length: 30 }, (_, i) => `f${i}: claim(slug: "x-sells-user-data") { slug }`).join(' ')} }`

    /** Points for both queries, and too few for the suggestions of a third. */
    const LIMIT = 420

    it('are three searches for at most 200 things each', async () => {
      const limits: number[] = []
      const counted = await startSite({
        wrap: (store) => ({
          ...store,
          thingsWithTerms: (terms, kinds, limit, revision) => {
            limits.push(limit)
            return store.thingsWithTerms(terms, kinds, limit, revision)
          },
        }),
      })
      const response = await post(`${counted.url}/graphql`, { query })
      expect(((await response.json()) as Body).extensions?.notices).toHaveLength(3)
      expect(limits).toEqual([200, 200, 200])
      await counted.stop()
    })

    it('are charged for their searches, and get none if the points do not suffice', async () => {
      const limited = await startSite({ settings: { SANAD_RATE_LIMIT: String(LIMIT) } })
      const left = async (text: string): Promise<readonly [number, Body]> => {
        const response = await post(`${limited.url}/graphql`, { query: text })
        return [Number(response.headers.get('RateLimit-Remaining')), (await response.json()) as Body]
      }
      const [afterKnown] = await left(known)
      const [afterUnknown, answered] = await left(query)
      const [message = ''] = answered.extensions?.notices?.map(({ message }) => message) ?? []
      // Parsing a longer query costs more too.
      expect(afterKnown - afterUnknown).toBeGreaterThanOrEqual(LIMIT - afterKnown + 120)
      expect(message).toContain('Did you mean')
      const [, refused] = await left('{ claim(slug: "x-sell-user-data") { slug } entity(slug: "linkdin") { slug } }')
      expect(refused).toMatchObject({ data: { claim: null, entity: null } })
      expect(refused.extensions?.notices?.map(({ message }) => message)).toEqual([
        'No claim has the slug "x-sell-user-data".',
        'No entity has the slug "linkdin".',
      ])
      await limited.stop()
    })
  })

  it('an unknown documentId gets the known names', async () => {
    const response = await fetch(`${site.url}/graphql?documentId=nothing`, { headers: { Accept: 'application/json' } })
    expect(response.status).toBe(404)
    const [message = ''] = messagesOf((await response.json()) as Body)
    expect(message).toContain('what-x-says')
    expect(message).toContain('most-people-think')
    expect(message.length).toBeLessThanOrEqual(MAX_MESSAGE)
  })

  it('a server without introspection names nothing of its schema', async () => {
    const closed = await startSite({ settings: { SANAD_INTROSPECTION: 'false' } })
    const response = await post(`${closed.url}/graphql`, { query: '{ claims(filter: { data: "x" }) { totalCount } }' })
    expect(messagesOf((await response.json()) as Body)).toEqual(['Field "data" is not defined by type "ClaimFilter".'])
    await closed.stop()
  })
})
