import {
  createMcpHandler,
  isLegacyRequest,
  PROTOCOL_VERSION_META_KEY,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server'
import { DomainError } from '../../domain/errors.ts'
import { createMcpServer } from '../../mcp/create-mcp-server.ts'
import type { RunQuery } from '../../mcp/run-query.ts'
import { readVersion } from '../../version.ts'
import { ClientLeft } from '../admission/admission.ts'
import { queryRequestCost } from '../admission/request-cost.ts'
import { errorDetail, isLogged } from '../error-log.ts'
import type { Exchange } from '../exchange.ts'
import { MCP_PATH } from '../methods.ts'
import { receiveBody } from '../receive-body.ts'
import { toRefusal } from '../refusal.ts'
import { untilLeft } from '../until-left.ts'
import type { EndpointOptions } from './endpoint.ts'
import { parseRpcMessage, type RpcMessage } from './rpc-message.ts'
import { sendRpcProblem, sendRpcRefusal, sendRpcResult, sendWebResponse } from './send-rpc.ts'
import { takeResult } from './take-result.ts'

const MEDIA_TYPES = ['application/json']
/** Prefix of the headers of the protocol. */
const PREFIX = 'mcp-'

/**
 * Creates the HTTP of the protocol. Both versions of the protocol are served without sessions: each request has a server
 * object of its own, which is closed with the response.
 */
export function createMcpExchange({
  runQuery,
  publicUrl,
  log,
}: EndpointOptions): (exchange: Exchange) => Promise<void> {
  const version = readVersion()
  const servers = new WeakMap<Request, Server>()
  const current = createMcpHandler(
    ({ requestInfo }) => {
      const server = requestInfo && servers.get(requestInfo)
      if (server) return server
      throw new Error('A request of the protocol has no server.')
    },
    // No list changes while a server runs, so there is nothing to subscribe to.
    { legacy: 'reject', maxSubscriptions: 0 },
  )

  function serverOf({ requestId }: Exchange, run: RunQuery): Server {
    const onUnexpected = (error: unknown): void =>
      log({ level: 'error', event: 'unexpected-error', requestId, detail: errorDetail(error) })
    return createMcpServer({ runQuery: run, publicUrl: publicUrl(), version, onUnexpected })
  }

  /** Returns the JSON of the result, or the response of the library to a request that has none. */
  async function serve(exchange: Exchange, message: RpcMessage, run: RunQuery): Promise<string | Response> {
    const request = toWebRequest(exchange, publicUrl())
    const server = serverOf(exchange, run)
    const result = takeResult(server)
    try {
      return await Promise.race([result, respondOf(server, request, message)])
    } finally {
      await server.close()
    }
  }

  async function respondOf(server: Server, request: Request, message: RpcMessage): Promise<Response> {
    if (namesVersion(message) || !(await isLegacyRequest(request, message))) {
      servers.set(request, server)
      return current.fetch(request, { parsedBody: message })
    }
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    return transport.handleRequest(request, { parsedBody: message })
  }

  async function respond(exchange: Exchange): Promise<void> {
    const { request, response, gate } = exchange
    await gate.check(queryRequestCost(0))
    const received = await receiveBody(request, MEDIA_TYPES)
    if ('refusal' in received) {
      request.resume()
      return sendRpcRefusal(response, received.refusal)
    }
    const parsed = parseRpcMessage(received.text)
    if ('problem' in parsed) return sendRpcProblem(response, parsed.problem)
    const made = await gate.run(queryRequestCost(received.text.length), (place) => {
      const run: RunQuery = (text, variables) => runQuery(exchange, place, { text, variables })
      return untilLeft(response, serve(exchange, parsed.message, run))
    })
    if (typeof made === 'string') sendRpcResult(response, made)
    else await sendWebResponse(response, made)
  }

  return async (exchange) => {
    try {
      await respond(exchange)
    } catch (error) {
      fail(exchange, error)
    }
  }

  function fail({ response, requestId }: Exchange, error: unknown): void {
    if (response.destroyed || error instanceof ClientLeft) return
    const known = error instanceof DomainError ? error : new DomainError('INTERNAL', 'Unexpected', { cause: error })
    if (isLogged(known.code)) log({ level: 'error', event: 'unexpected-error', requestId, detail: errorDetail(error) })
    sendRpcRefusal(response, toRefusal(known))
  }
}

/**
 * Returns whether a call of a tool names the version of the protocol. Such a call is of the current version, and needs no
 * check by the library.
 */
function namesVersion({ method, params }: RpcMessage): boolean {
  const meta = isMap(params) ? params['_meta'] : undefined
  return method === 'tools/call' && isMap(meta) && meta[PROTOCOL_VERSION_META_KEY] !== undefined
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/**
 * Returns a request with the headers that the library reads, without a body, which was read before. It has no signal, which
 * would be slow to make; `untilLeft` ends the work when the client leaves.
 */
function toWebRequest({ request }: Exchange, publicUrl: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && (name.startsWith(PREFIX) || READ_HEADERS.includes(name))) headers.set(name, value)
  return new Request(`${publicUrl}${MCP_PATH}`, { method: 'POST', headers })
}

const READ_HEADERS: readonly string[] = ['accept', 'content-type', 'last-event-id']
