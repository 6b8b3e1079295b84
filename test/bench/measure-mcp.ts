import { ALL_TOOLS } from '../../src/mcp/all-tools.ts'
import type { RunQuery } from '../../src/mcp/run-query.ts'
import type { MeasuredServer } from './measured-server.ts'
import { type Spread, spreadOf } from './statistics.ts'

/** CPU of a call of a tool, and of the queries that it makes. */
export interface McpFigures {
  readonly tool: string
  /** Milliseconds of CPU of the server and the database, once a round. */
  readonly callMs: Spread
  readonly queriesMs: Spread
  /** Once a round. */
  readonly ratio: Spread
}

/** A call of each tool, as an assistant makes it. */
const CALLS: readonly (readonly [name: string, args: object])[] = [
  ['search', { text: 'biometric' }],
  ['similar_claims', { text: 'X sells the personal data of its users to advertisers.' }],
  ['claims', { about: 'x' }],
  ['claim', { slug: 'x-sells-user-data' }],
  ['entity', { slug: 'x' }],
  ['paths', { from: 'x', to: 'xai' }],
  ['compare', { entities: ['x'] }],
  ['timeline', { entity: 'x' }],
]

const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }
const VERSION = '2026-07-28'

/** Measures each tool over HTTP, in turn with a POST of each query that it makes. */
export async function measureMcp(
  server: MeasuredServer,
  rounds: number,
  roundMs: number,
  note: (text: string) => void,
): Promise<readonly McpFigures[]> {
  const figures: McpFigures[] = []
  for (const [name, args] of CALLS) {
    note(`tools for assistants: ${name}`)
    const queries = await queriesOf(server, name, args)
    const call = requestOf(name, args)
    const calls = (): Promise<unknown> => post(server.api.replace(/graphql$/, 'mcp'), call.body, call.headers)
    const bare = async (): Promise<void> => {
      for (const body of queries) await post(server.api, body, HEADERS)
    }
    await Promise.all([cpuOf(server, calls, roundMs / 2), cpuOf(server, bare, roundMs / 2)])
    const [ofCalls, ofQueries]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      ofCalls.push(await cpuOf(server, calls, roundMs))
      ofQueries.push(await cpuOf(server, bare, roundMs))
    }
    const ratio = spreadOf(ofCalls.map((ms, round) => ms / (ofQueries[round] ?? Number.NaN)))
    figures.push({ tool: name, callMs: spreadOf(ofCalls), queriesMs: spreadOf(ofQueries), ratio })
  }
  return figures
}

/** Milliseconds of CPU of one run of a work that is repeated for a time. */
async function cpuOf(server: MeasuredServer, work: () => Promise<unknown>, durationMs: number): Promise<number> {
  const before = server.cpuMs()
  let count = 0
  for (const started = performance.now(); performance.now() - started < durationMs; count += 1) await work()
  return (server.cpuMs() - before) / count
}

/** Bodies of the queries that a call makes. */
async function queriesOf({ api }: MeasuredServer, name: string, args: object): Promise<readonly string[]> {
  const bodies: string[] = []
  const runQuery: RunQuery = async (query, variables) => {
    const body = JSON.stringify({ query, variables })
    bodies.push(body)
    return JSON.parse(await post(api, body, HEADERS))
  }
  const tool = ALL_TOOLS.find(({ definition }) => definition.name === name)
  const result = await tool?.call(args, { runQuery, publicUrl: '' })
  if (!result || result.isError) throw new Error(`The tool ${name} failed: ${JSON.stringify(result?.content)}`)
  return bodies
}

function requestOf(name: string, args: object): { readonly body: string; readonly headers: Record<string, string> } {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': VERSION,
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const params = { name, arguments: args, _meta: meta }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
  return {
    body,
    headers: { ...HEADERS, 'Mcp-Protocol-Version': VERSION, 'Mcp-Method': 'tools/call', 'Mcp-Name': name },
  }
}

/** @throws Error for a response that is no 200, or has an error */
async function post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(url, { method: 'POST', body, headers })
  const text = await response.text()
  if (response.status !== 200 || text.includes('"isError":true') || text.includes('"errors":['))
    throw new Error(`${url}: ${response.status} ${text.slice(0, 300)}`)
  return text
}
