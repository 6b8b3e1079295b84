import { join } from 'node:path'
import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { schema } from '../../src/graphql/schema.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { publicContext } from '../graphql/public-context.ts'
import { type OpenStore, openStore } from '../open-store.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const STATUSES: readonly [string, string][] = [
  ['x-collects-dm-contents', 'DISPUTED'],
  ['x-sells-user-data', 'STATED'],
  ['x-uses-data-for-xai-mission', 'SPECULATED'],
  ['x-uses-collected-data-to-train-its-ai', 'ALLEGED'],
  ['x-collects-biometric-with-consent', 'STATED'],
]

describe('first story in the API', () => {
  let open: OpenStore
  beforeAll(async () => {
    open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
    const read = await readSeeds(join(import.meta.dirname, '../../seeds'), { now: NOW })
    if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
    await open.load(read.dataset, { author: 'test', set: 'seeds', now: NOW })
  })
  afterAll(() => open.database.close())
  const send = (source: string): ReturnType<typeof graphql> =>
    graphql({ schema, source, contextValue: publicContext(open.store) })

  it.each(STATUSES)('gives %s the status %s', async (slug, status) => {
    const response = await send(`{ claim(slug: "${slug}") { status { value } } }`)
    expect(response).toMatchObject({ data: { claim: { status: { value: status } } } })
  })

  it('confirms only the claim that Musk confirmed: that the policy changed', async () => {
    const response = await send(
      '{ claim(slug: "x-publishes-new-policy-version") { status { value decidedBy { slug } } } }',
    )
    expect(response).toMatchObject({
      data: {
        claim: {
          status: {
            value: 'CONFIRMED',
            decidedBy: expect.arrayContaining([{ slug: 'article-musk-confirms-policy-change' }]),
          },
        },
      },
    })
  })

  it("lists X's earnings from its users’ posts under user data, with the purpose of the fees once", async () => {
    const claims = 'claims(first: 50, filter: { dataCategory: "user-data", predicates: [EARNS] })'
    const response = await send(
      `{ ${claims} { nodes { en: sentence { value } id: sentence(language: "id") { value } } } }`,
    )
    expect(response.data?.['claims']).toEqual({
      nodes: [
        {
          en: {
            value:
              'X says in its privacy policy (in force since 18 June 2020) that it charges licensing fees for large-scale access to public posts.',
          },
          id: {
            value:
              'X menyatakan dalam kebijakan privasinya (berlaku sejak 18 Juni 2020) bahwa pihaknya mengenakan biaya lisensi untuk akses berskala besar ke kiriman publik.',
          },
        },
      ],
    })
  })

  it('names the document between the policy and the article in the sentence', async () => {
    const response = await send('{ claim(slug: "x-processes-user-data") { sentence { value } } }')
    expect(response).toMatchObject({
      data: {
        claim: {
          sentence: {
            value: expect.stringMatching(/, according to the Indonesian article, citing X's privacy policy\.$/),
          },
        },
      },
    })
  })

  it('has the caveat "no evidence" on the claim about selling only', async () => {
    const response = await send(
      '{ claims(filter: { stances: [REPORTS_UNKNOWN] }) { nodes { slug status { caveats { slug } } } } }',
    )
    const nodes = JSON.parse(JSON.stringify(response.data?.claims)).nodes as {
      slug: string
      status: { caveats: { slug: string }[] }
    }[]
    const selling = nodes.filter((n) => n.status.caveats.some((c) => c.slug === 'article-selling-no-evidence'))
    expect(selling.map((n) => n.slug)).toEqual(['x-sells-user-data'])
  })

  it('has the owners of X by valid time', async () => {
    const response = await send(
      '{ claims(filter: { predicates: [OWNS], object: "x" }) { nodes { slug old: validity(on: "2023-09-01") now: validity(on: "2026-01-01") } } }',
    )
    expect(response).toMatchObject({
      data: {
        claims: {
          nodes: [
            { slug: 'musk-owns-x', old: 'POSSIBLE', now: 'NO' },
            { slug: 'xai-owns-x', old: 'NO', now: 'CERTAIN' },
          ],
        },
      },
    })
  })

  it.each(EXAMPLES.map((e) => [e.title, e.text]))('answers the example: %s', async (_, text) => {
    const response = await send(text)
    expect(response.errors).toBeUndefined()
    expect(JSON.stringify(response.data)).toMatch(/"(slug|id)":"/)
  })

  it('rejects unknown slugs and oversized pages', async () => {
    const codes = async (source: string): Promise<unknown> => (await send(source)).errors?.[0]?.originalError
    expect(await codes('{ claims(filter: { subject: "nobody" }) { totalCount } }')).toMatchObject({
      code: 'NOT_FOUND',
      argument: 'filter.subject',
    })
    expect(await codes('{ claims(first: 101) { totalCount } }')).toMatchObject({ code: 'LIMIT_EXCEEDED' })
    expect(await codes('{ claims(first: 0) { totalCount } }')).toMatchObject({ code: 'BAD_INPUT' })
    expect(await codes('{ claims(after: "garbage") { totalCount } }')).toMatchObject({ code: 'BAD_CURSOR' })
  })
})
