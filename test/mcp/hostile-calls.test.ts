import { afterAll, beforeAll, expect, test } from 'vitest'
import { ALL_TOOLS } from '../../src/mcp/all-tools.ts'
import type { RunQuery } from '../../src/mcp/run-query.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { callOf, HEADERS, post } from './connect.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const MAX_ERROR = 300

type Schema = Readonly<Record<string, unknown>>
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

/** Arguments that a tool accepts. */
const VALID: Readonly<Record<string, Record<string, unknown>>> = {
  search: { text: 'biometric' },
  similar_claims: { text: 'biometric data' },
  claims: {},
  claim: { slug: 'x-sells-user-data' },
  entity: { slug: 'x' },
  paths: { from: 'x', to: 'xai' },
  compare: { entities: ['x'] },
  timeline: { entity: 'x' },
}

/** Values that do not fit the schema of an argument. */
function misfitsOf(schema: Schema): readonly unknown[] {
  const wrongTypes: readonly unknown[] = [null, {}, { toString: 1 }, Number.MAX_SAFE_INTEGER]
  switch (schema['type']) {
    case 'string':
      return [...wrongTypes, '', 'x'.repeat(100_000), 'a\u0000b', '\ud800', ['x'], '../../etc/passwd\u0007']
    case 'integer':
      return [null, {}, 0, -1, 1.5, 101, 1e300, '5', []]
    case 'array':
      return [...wrongTypes, [], Array.from({ length: 101 }, () => 'x'), ['__proto__'], [null], [[]], 'x']
    case 'boolean':
      return [null, 'true', 1, {}]
    default:
      return [...wrongTypes, 'NO_SUCH_WORD', '__proto__', 'constructor', []]
  }
}

/** Every call with one argument that does not fit. */
const CALLS = ALL_TOOLS.flatMap(({ definition: { name, inputSchema } }) => {
  const properties = isSchema(inputSchema['properties']) ? inputSchema['properties'] : {}
  return Object.entries(properties).flatMap(([argument, schema]) =>
    (isSchema(schema) ? misfitsOf(schema) : []).map((value) => ({ name, argument, value })),
  )
})

/** Calls a tool without HTTP. A call that fits its schema queries the API. */
async function call(name: string, args: unknown): Promise<string> {
  const tool = ALL_TOOLS.find(({ definition }) => definition.name === name)
  const runQuery: RunQuery = async (query, variables) => {
    const headers = { ...HEADERS, Connection: 'close' }
    const body = JSON.stringify({ query, variables })
    const { extensions, ...result } = await (
      await fetch(`${site.url}/graphql`, { method: 'POST', headers, body })
    ).json()
    return { ...result, notices: extensions?.notices }
  }
  const result = await tool?.call(args, { runQuery, publicUrl: site.url })
  return result?.isError ? (result.content[0]?.text ?? '') : ''
}

async function errorOf(response: Response): Promise<string> {
  const body = await response.json()
  return body.error?.message ?? (body.result?.isError ? body.result.content[0].text : '')
}

test('every argument that does not fit its schema gives one bounded error with a code', async () => {
  expect(CALLS.length).toBeGreaterThan(400)
  const problems: unknown[] = []
  for (const { name, argument, value } of CALLS) {
    const message = await call(name, { ...VALID[name], [argument]: value })
    const isCoded = /^(?:BAD_INPUT|LIMIT_EXCEEDED|BAD_CURSOR|NOT_FOUND): /.test(message)
    if (!isCoded || message.length > MAX_ERROR || /\n\s+at /.test(message))
      problems.push({ name, argument, value: JSON.stringify(value).slice(0, 60), message })
  }
  expect(problems).toEqual([])
})

test('unknown arguments are refused, and one called __proto__ has no effect', async () => {
  for (const { definition } of ALL_TOOLS) {
    const valid = JSON.stringify(VALID[definition.name]).slice(1)
    const bodyWith = (unknown: string): string => {
      const given = `{${unknown}${valid === '}' ? '' : ','}${valid}`
      return JSON.stringify(callOf(definition.name, '@')).replace('"@"', given)
    }
    for (const unknown of ['"nonsense":1', '"constructor":1', '"hasOwnProperty":1'])
      expect(await errorOf(await post(site.url, bodyWith(unknown))), unknown).toMatch(/^BAD_INPUT: /)
    const usual = await (await post(site.url, callOf(definition.name, VALID[definition.name]))).json()
    const polluted = await post(site.url, bodyWith('"__proto__":{"limit":1,"lang":"id"}'))
    expect(await polluted.json()).toEqual(usual)
  }
})

test.each([undefined, null, 'x', 7, [], [{}]])(
  'arguments %j give an error or a result, never a failure',
  async (args) => {
    for (const { definition } of ALL_TOOLS) {
      const response = await post(site.url, callOf(definition.name, args))
      expect(response.status).toBeLessThan(500)
      const body = await response.json()
      expect(body.error?.code ?? 0).not.toBe(-32603)
    }
  },
)

test('an unknown tool is named in a bounded error', async () => {
  for (const name of ['nonsense', '__proto__', 'constructor', 'x'.repeat(100_000), '']) {
    const message = await errorOf(await post(site.url, callOf(name, {})))
    expect(message.length).toBeGreaterThan(0)
    expect(message.length).toBeLessThanOrEqual(MAX_ERROR)
  }
})
