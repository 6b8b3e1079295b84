import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUILT_COMMAND } from '../built-command.ts'
import { exitOf, readApi, run, start } from '../e2e/run-cli.ts'
import { VERSIONS, type Version } from './connect.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sanad-mcp-'))
  expect((await run(['seed', 'seeds', '--data', folder])).code).toBe(0)
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

async function connect(version: Version, args: readonly string[]): Promise<Client> {
  const mode = version === '2026-07-28' ? { pin: version } : 'legacy'
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  const env = { ...process.env, NEO4J_URI: '', SANAD_RATE_LIMIT: '0', SANAD_QUERY_TIMEOUT_MS: '30000' }
  const command = { command: process.execPath, args: [...BUILT_COMMAND, 'mcp', ...args], env, stderr: 'pipe' as const }
  const transport = new StdioClientTransport(command)
  let errors = ''
  transport.stderr?.on('data', (chunk) => (errors += chunk))
  await client.connect(transport)
  // Shows why a command has ended.
  const callTool = client.callTool.bind(client)
  client.callTool = (...call) =>
    callTool(...call).catch((error) => Promise.reject(new Error(`${error}. The command wrote: ${errors}`)))
  return client
}

const CALL = { name: 'claim', arguments: { slug: 'x-sells-user-data' } }

test.each(VERSIONS)(
  'an assistant reads the database over standard input and output by %s',
  async (version) => {
    const client = await connect(version, ['--data', folder])
    const { structuredContent } = await client.callTool(CALL)
    expect(structuredContent).toMatchObject({
      claim: { slug: 'x-sells-user-data', headline: expect.stringContaining(' – ') },
    })
    await client.close()
  },
  60_000,
)

test('while a server has the database open, the command queries that server', async () => {
  const server = start(['serve', '--data', folder, '--no-seeds', '--port', '0', '--json'])
  try {
    const api = await readApi(server)
    const client = await connect('2026-07-28', ['--data', folder])
    const { structuredContent } = await client.callTool(CALL)
    expect(JSON.stringify(structuredContent)).toContain(api.replace('/graphql', '/claim/x-sells-user-data'))
    const missing = await client.callTool({ name: 'claim', arguments: { slug: 'x-sells-user-dat' } })
    expect(missing.content).toEqual([
      { type: 'text', text: expect.stringContaining('Did you mean "x-sells-user-data"') },
    ])
    await client.close()
  } finally {
    server.kill('SIGTERM')
    await exitOf(server)
  }
}, 60_000)

test('two assistants share one database', async () => {
  const [first, second] = [
    await connect('2026-07-28', ['--data', folder]),
    await connect('2026-07-28', ['--data', folder]),
  ]
  const results = await Promise.all([first.callTool(CALL), second.callTool(CALL)])
  const errors = results.flatMap(({ isError, content }) => (isError ? [content] : []))
  expect(errors).toEqual([])
  await second.close()
  await first.close()
}, 60_000)

test('the command continues after the server that it queried has ended, and then links to the next one', async () => {
  const server = start(['serve', '--data', folder, '--no-seeds', '--port', '0', '--json'])
  const api = await readApi(server)
  const client = await connect('2026-07-28', ['--data', folder])
  expect(JSON.stringify((await client.callTool(CALL)).structuredContent)).toContain(api.replace('/graphql', '/claim/'))
  server.kill('SIGTERM')
  await exitOf(server)
  const [one, other] = await Promise.all([client.callTool(CALL), client.callTool(CALL)])
  expect([one.isError, one.content]).toEqual([other.isError, other.content])
  expect(one.structuredContent).toMatchObject({ claim: { slug: 'x-sells-user-data' } })
  expect(JSON.stringify(one.structuredContent)).not.toContain(api.replace('/graphql', ''))
  await client.close()
}, 60_000)

test('the command writes nothing but the protocol to standard output, and ends with its input', async () => {
  const child = start(['mcp', '--in-memory'])
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } }
  child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\nno JSON\n`)
  child.stdout?.once('data', () => child.stdin?.end())
  expect(await exitOf(child)).toBe(0)
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines[0]).toMatchObject({ jsonrpc: '2.0', id: 1, result: { serverInfo: { name: 'sanad' } } })
  expect(lines.every(({ jsonrpc }) => jsonrpc === '2.0')).toBe(true)
}, 60_000)

test('a database that does not exist is an error with a remedy', async () => {
  const { code, stdout, stderr } = await run(['mcp', '--data', join(folder, 'absent')])
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('sanad seed')
})
