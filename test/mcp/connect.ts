import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'

/** Versions of the protocol that Sanad serves. */
export const VERSIONS = ['2026-07-28', '2025-11-25'] as const
export type Version = (typeof VERSIONS)[number]

/** Connects the official client to a server by one version of the protocol. */
export async function connect(url: string, version: Version = '2026-07-28'): Promise<Client> {
  const mode = version === '2026-07-28' ? { pin: version } : 'legacy'
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  const requestInit = { headers: CLOSING }
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit }))
  return client
}

/** A server closes idle connections, perhaps just when the next request of a slow machine is sent. */
const CLOSING = { Connection: 'close' }

/** Headers that a POST of the protocol has. */
export const HEADERS = {
  'Content-Type': 'application/json',
  Accept: 'application/json, text/event-stream',
}

/** Sends a message of JSON-RPC as a client of the version before does, without the library. */
export const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { ...HEADERS, ...CLOSING, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** A call of a tool as JSON-RPC. */
export const callOf = (name: string, args: unknown): object => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: args },
})
