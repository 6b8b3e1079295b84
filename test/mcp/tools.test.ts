import type { Client } from '@modelcontextprotocol/client'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VERDICTS } from '../../src/domain/assessment.ts'
import { RELATION_KINDS } from '../../src/domain/claim.ts'
import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { CERTAINTIES, EVIDENTIALITIES, POLARITIES, STANCES } from '../../src/domain/stance.ts'
import { CLOCKS, TIMELINE_EVENTS } from '../../src/domain/timeline.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { connect, VERSIONS } from './connect.ts'

let site: StartedSite
let client: Client
beforeAll(async () => {
  site = await startSite()
  client = await connect(site.url)
})
afterAll(async () => {
  await client.close()
  await site.stop()
})

/** Calls whose results have claims, for each tool. */
const CALLS: readonly (readonly [name: string, args: Record<string, unknown>])[] = [
  ['search', { text: 'biometric' }],
  ['search', { text: 'Musk', kinds: ['Entity', 'Claim', 'Source'], limit: 20 }],
  ['similar_claims', { text: 'Yesterday the company X told everybody that it never sells data of its users.' }],
  ['claims', { about: 'x', limit: 30 }],
  ['claims', { claimant: 'elon-musk', stances: ['DENIES'], lang: 'id' }],
  ['claims', { orderBy: 'FIRST_ASSERTED', assertedFrom: '2023', assertedUntil: '2023-12' }],
  ['claim', { slug: 'x-sells-user-data' }],
  ['entity', { slug: 'x' }],
  ['paths', { from: 'x', to: 'xai' }],
  ['compare', { entities: ['x'] }],
  ['timeline', { entity: 'x', limit: 50, clocks: ['SAID', 'HOLDS', 'RECORDED'] }],
  ['timeline', { claim: 'x-sells-user-data' }],
]

const call = (name: string, args: Record<string, unknown>) => client.callTool({ name, arguments: args })
const textOf = ({ content }: Awaited<ReturnType<typeof call>>): string =>
  content.map((one) => (one.type === 'text' ? one.text : '')).join('\n')

const nextIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'next' in value ? value.next : null

const ENUM_NAMES = new RegExp(
  `\\b(${[VERDICTS, RELATION_KINDS, STATUSES, CERTAINTIES, EVIDENTIALITIES, POLARITIES, STANCES, CLOCKS, TIMELINE_EVENTS].flat().join('|')})\\b`,
)

/** Returns all objects in a value that have a headline, at any depth. */
function claimsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(claimsIn)
  return 'headline' in value ? [{ ...value }, ...below] : below
}

describe.each(CALLS)('%s %j', (name, args) => {
  test('gives every claim with headline, quote, source and permalink, in data and in text', async () => {
    const result = await call(name, args)
    expect(result.isError, textOf(result)).toBeFalsy()
    const found = claimsIn(result.structuredContent)
    expect(found.length).toBeGreaterThan(0)
    const text = textOf(result)
    for (const { headline, permalink, evidence, status } of found) {
      expect(headline).toMatch(/^\S.*: .+ – .+/)
      expect(status).toMatch(/^[A-Z]+$/)
      expect(permalink).toMatch(new RegExp(`^${site.url}/claim/[a-z0-9-]+\\?lang=(en|id)&asOf=20`))
      expect(text).toContain(headline)
      expect(text).toContain(permalink)
      const quoted = Array.isArray(evidence) ? evidence : []
      expect(quoted.length).toBeGreaterThan(0)
      for (const one of quoted) {
        expect(one.source.permalink).toContain(`${site.url}/source/${one.source.slug}`)
        if (one.quote !== null) expect(text).toContain(one.quote.replace(/\s+/g, ' '))
      }
    }
  })

  test('writes words for people, and no name of an enum, in its text', async () => {
    for (const lang of ['en', 'id']) {
      const text = textOf(await call(name, { ...args, lang })).replace(/[“"].*?[”"]/gs, '')
      expect(text.match(ENUM_NAMES)).toBeNull()
    }
  })

  test('gives data that its output schema describes, with revision and instant', async () => {
    const { tools } = await client.listTools()
    const { $schema: _, ...schema } = { ...tools.find((tool) => tool.name === name)?.outputSchema }
    const { structuredContent } = await call(name, args)
    const validate = new Ajv2020({ strict: false }).compile(schema)
    expect(validate(structuredContent), JSON.stringify(validate.errors)).toBe(true)
    expect(structuredContent).toMatchObject({ state: { revision: 1, recordedAt: expect.stringMatching(/^20.*Z$/) } })
  })

  test('gives the same result in both versions of the protocol', async () => {
    const results = await Promise.all(
      VERSIONS.map(async (version) => {
        const one = await connect(site.url, version)
        const { content, structuredContent } = await one.callTool({ name, arguments: args })
        await one.close()
        return { content, structuredContent }
      }),
    )
    expect(results[0]).toEqual(results[1])
  })
})

test('permalinks of claims lead to pages', async () => {
  const { structuredContent } = await call('claims', { about: 'x', limit: 3 })
  const links = claimsIn(structuredContent).map(({ permalink }) => String(permalink))
  const pages = await Promise.all(links.map((link) => fetch(link)))
  expect(pages.map(({ status }) => status)).toEqual(links.map(() => 200))
})

test('nothing found is proved with instant and revision', async () => {
  const result = await call('search', { text: 'zzyzx' })
  expect(result.structuredContent).toMatchObject({ total: 0, results: [], state: { revision: 1 } })
  expect(textOf(result)).toMatch(/^Nothing found, as the database stood on 20\S+Z \(revision 1\)\.$/)
  const before = await call('claims', { about: 'x', asOf: '2000-01-01', lang: 'id' })
  expect(textOf(before)).toContain('NOT_FOUND')
})

test('an instant before the first revision has an empty database', async () => {
  const result = await call('search', { text: 'biometric', asOf: '2000-01-01' })
  expect(result.structuredContent).toMatchObject({
    total: 0,
    state: { revision: 0, recordedAt: null, asOf: '2000-01-01T00:00:00Z' },
  })
  expect(textOf(result)).toBe(
    'Nothing found, as the database stood on 2000-01-01T00:00:00Z (before its first revision).',
  )
})

test('results in Indonesian have Indonesian headlines and words', async () => {
  const result = await call('claim', { slug: 'x-sells-user-data', lang: 'id' })
  expect(result.structuredContent).toMatchObject({ claim: { language: 'id' } })
  expect(textOf(result)).toContain('menurut isi basis data pada')
})

test.each([
  ['claim', { slug: 'x-sells-user-dat' }, 'x-sells-user-data'],
  ['entity', { slug: 'elon-mask' }, 'elon-musk'],
  ['claims', { about: 'elon-mask' }, 'elon-musk'],
  ['timeline', { entity: 'elon-mask' }, 'elon-musk'],
  ['compare', { entities: ['elon-mask'] }, 'elon-musk'],
  ['paths', { from: 'elon-mask', to: 'x' }, 'elon-musk'],
])('%s names slugs near to an unknown one', async (name, args, near) => {
  const result = await call(name, args)
  expect(result.isError).toBe(true)
  expect(textOf(result)).toMatch(/^NOT_FOUND: /)
  expect(textOf(result)).toContain(`Did you mean "${near}"`)
})

test('a disputed claim of a list has evidence of both sides', async () => {
  const { structuredContent } = await call('claims', { statuses: ['DISPUTED'], limit: 10 })
  const disputed = claimsIn(structuredContent)
  expect(disputed.length).toBeGreaterThan(0)
  for (const { evidence } of disputed) {
    const sides = new Set((Array.isArray(evidence) ? evidence : []).map((one) => one.polarity))
    expect([...sides]).toEqual(expect.arrayContaining(['AFFIRMS', 'NEGATES']))
  }
})

test('a page of claims leads to the next page', async () => {
  const first = await call('claims', { limit: 5 })
  const second = await call('claims', { limit: 5, after: nextIn(first.structuredContent) })
  const [a, b] = [first, second].map((one) => claimsIn(one.structuredContent).map(({ slug }) => slug))
  expect(a).toHaveLength(5)
  expect(b).toHaveLength(5)
  expect(a?.filter((slug) => b?.includes(slug))).toEqual([])
})

test('every tool accepts its largest limit', async () => {
  const { tools } = await client.listTools()
  for (const { name, inputSchema } of tools) {
    const [, args = {}] = CALLS.findLast((one) => one[0] === name) ?? []
    const limits = Object.entries(inputSchema.properties ?? {}).flatMap(([argument, schema]) => {
      const { type, maximum } = { ...Object(schema) }
      return type === 'integer' ? [[argument, maximum]] : []
    })
    const result = await call(name, { ...args, ...Object.fromEntries(limits) })
    expect(result.isError, `${name} ${JSON.stringify(limits)}: ${textOf(result)}`).toBeFalsy()
  }
  const all = await call('compare', { entities: ['x', 'xai', 'elon-musk', 'roll20'], limit: 60 })
  expect(textOf(all)).not.toMatch(/^LIMIT_EXCEEDED/)
})

test('every tool only reads, and its description forbids to drop status and by-line', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual(
    ['claim', 'claims', 'compare', 'entity', 'paths', 'search', 'similar_claims', 'timeline'].sort(),
  )
  for (const { annotations, description, inputSchema } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
    expect(description).toContain('never repeat one without its status and the names of those who say it')
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
  }
})
