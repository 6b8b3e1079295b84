import { InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/server'
import { expect, test } from 'vitest'
import { createMcpServer } from '../../src/mcp/create-mcp-server.ts'
import { takeResult } from '../../src/server/endpoints/take-result.ts'

/** Sends one request to a server, with `takeResult`. Null for a message or a result that did not arrive. */
async function ask(method: string, params: Record<string, unknown>) {
  const options = { publicUrl: 'http://127.0.0.1', version: '1', onUnexpected: () => undefined }
  const server = createMcpServer({ ...options, runQuery: async () => ({}) })
  let [message, result]: readonly [JSONRPCMessage | null, string | null] = [null, null]
  const taken = takeResult(server).then((json) => {
    result = json
  })
  const [client, transport] = InMemoryTransport.createLinkedPair()
  await server.connect(transport)
  const received = new Promise<void>((resolve) => {
    client.onmessage = (one) => {
      message = one
      resolve()
    }
  })
  await client.start()
  await client.send({ jsonrpc: '2.0', id: 7, method, params })
  await Promise.race([taken, received])
  await server.close()
  return { message, result }
}

test('the result is returned as JSON, and the transport gets nothing', async () => {
  const { message, result } = await ask('tools/call', { name: 'claim', arguments: { slug: 'NO SLUG' } })
  expect(message).toBeNull()
  expect(JSON.parse(result ?? '')).toMatchObject({ jsonrpc: '2.0', id: 7, result: { isError: true } })
})

test('an error goes to the transport as it is', async () => {
  const { message, result } = await ask('tools/call', { name: 'no-tool' })
  expect(message).toMatchObject({ id: 7, error: { code: -32602 } })
  expect(result).toBeNull()
})
