import { InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/server'
import { expect, test } from 'vitest'
import { createMcpServer } from '../../src/mcp/create-mcp-server.ts'
import { takeResult } from '../../src/server/endpoints/take-result.ts'

/** Sends one request to a server whose result is taken. */
async function ask(method: string, params: Record<string, unknown>) {
  const options = { publicUrl: 'http://127.0.0.1', version: '1', onUnexpected: () => undefined }
  const server = createMcpServer({ ...options, runQuery: async () => ({}) })
  const result = takeResult(server)
  const [client, transport] = InMemoryTransport.createLinkedPair()
  await server.connect(transport)
  const received = new Promise<JSONRPCMessage>((resolve) => {
    client.onmessage = resolve
  })
  await client.start()
  await client.send({ jsonrpc: '2.0', id: 7, method, params })
  const message = await received
  await server.close()
  return { message, result: result() }
}

test('the result is given as JSON, and the transport gets an empty one with the same id', async () => {
  const { message, result } = await ask('tools/call', { name: 'claim', arguments: { slug: 'NO SLUG' } })
  expect(message).toEqual({ jsonrpc: '2.0', id: 7, result: {} })
  expect(JSON.parse(result ?? '')).toMatchObject({ jsonrpc: '2.0', id: 7, result: { isError: true } })
})

test('an error goes to the transport as it is', async () => {
  const { message, result } = await ask('tools/call', { name: 'no-tool' })
  expect(message).toMatchObject({ id: 7, error: { code: -32602 } })
  expect(result).toBeNull()
})
