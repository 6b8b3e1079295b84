import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { RETRY_AFTER_SECONDS, type Refusal, sendRefusal } from '../refusal.ts'
import { sendClientError } from './client-error.ts'
import { overBudgets } from './connection-budgets.ts'
import { type Deadlines, waitStateOf } from './connection-deadlines.ts'
import type { ConnectionLimits } from './connection-limits.ts'
import { type Connection, createConnections, type Exchange } from './connections.ts'

/** Maximum of pending requests on one connection. Browsers send one at a time. */
export const MAX_PIPELINED = 16
/** Maximum of request headers. Browsers send about twenty. */
export const MAX_HEADERS = 100
/** Maximum of requests on one connection, which Node then closes after the response. */
const MAX_REQUESTS_PER_CONNECTION = 1000

const TOO_MANY_HEADERS: Refusal = {
  status: 431,
  code: 'LIMIT_EXCEEDED',
  message: `The request has more than ${MAX_HEADERS} headers; send fewer.`,
}
const NO_HOST: Refusal = { status: 400, code: 'BAD_INPUT', message: 'Send the header Host, as HTTP/1.1 demands.' }
const UNKNOWN_EXPECTATION: Refusal = {
  status: 417,
  code: 'BAD_INPUT',
  message: 'The only Expect header that can be met is 100-continue; leave it out.',
}
const TOO_MANY_REQUESTS: Refusal = {
  status: 503,
  code: 'BUSY',
  message: 'Too many of your requests are running; send the next one when some have ended.',
  headers: { 'Retry-After': RETRY_AFTER_SECONDS },
}

/** Closes connections when the server stops. */
export interface ConnectionGuard {
  /** Closes connections without a pending or partly received request, and from then on each one after its response. */
  readonly closeIdle: () => void
  readonly closeAll: () => void
}

/**
 * Limits the connections of a server and closes those that wait too long for their clients.
 *
 * @param handle gets the requests within the limits
 */
export function guardConnections(
  server: Server,
  limits: ConnectionLimits,
  deadlines: Deadlines,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): ConnectionGuard {
  const connections = createConnections(limits)
  let isStopping = false
  server.keepAliveTimeout = deadlines.keepAliveMs
  server.maxRequestsPerSocket = MAX_REQUESTS_PER_CONNECTION
  // Node drops headers past its bound, so a bound of one more shows that there are too many.
  server.maxHeadersCount = MAX_HEADERS + 1
  // A new connection is added before another one is closed for it.
  server.maxConnections = limits.maxConnections + 1

  server.on('connection', (socket) => connections.open(socket, performance.now()))
  server.on('clientError', (error, socket) => {
    const [first, ...more] = connections.of(socket)?.exchanges ?? []
    // A client would take the refusal for one of its pending responses.
    if (first?.response.headersSent || more.length > 0) socket.destroy()
    else sendClientError(error, socket, deadlines.lingerMs)
  })
  server.on('request', (request, response) => take(request, response, refusalOf(request)))
  // Node would respond to these itself, without a bound on pipelining.
  server.on('checkExpectation', (request, response) => take(request, response, UNKNOWN_EXPECTATION))

  function take(request: IncomingMessage, response: ServerResponse, refusal: Refusal | null): void {
    const connection = connections.of(request.socket)
    if (connection === undefined) return
    if (connection.exchanges.size >= MAX_PIPELINED) {
      connections.close(connection)
      stopParsing(request.socket)
      return
    }
    if (connection.exchanges.size === 0) connection.readBefore = request.socket.bytesWritten
    const exchange = connections.begin(connection, request, response)
    connection.lastEventMs = performance.now()
    response.on('close', () => endExchange(connection, exchange))
    if (!hasBody(request)) connections.works(connection)
    else request.once('end', () => connection.exchanges.has(exchange) && connections.works(connection))
    const refused = connections.isOverBound(exchange) ? TOO_MANY_REQUESTS : refusal
    if (refused === null) handle(request, response)
    else sendRefusal(request, response, refused)
  }

  function endExchange(connection: Connection, exchange: Exchange): void {
    connections.end(connection, exchange)
    if (connection.exchanges.size > 0) return
    if (isStopping) {
      connections.close(connection)
      return
    }
    connection.lastEventMs = performance.now()
    connection.receivedBefore = connection.socket.bytesRead
    connection.unread = exchange.request.complete ? null : exchange.request
    connections.waits(connection)
  }

  function check(): void {
    const nowMs = performance.now()
    for (const connection of connections.all()) {
      const state = waitStateOf(connection, nowMs, deadlines)
      if (state === 'OVERDUE') connections.close(connection)
      else if ((state === 'SLOW') !== connection.isSlow) {
        connection.isSlow = !connection.isSlow
        if (connection.isSlow) connections.waits(connection)
        else if (connection.exchanges.size > 0) connections.works(connection)
      }
    }
    for (const connection of overBudgets(connections.all())) connections.close(connection)
  }
  const timer = setInterval(check, deadlines.checkMs).unref()
  server.once('close', () => clearInterval(timer))
  const closeWhere = (isToClose: (connection: Connection) => boolean): void => {
    for (const connection of connections.all()) if (isToClose(connection)) connections.close(connection)
  }
  return {
    closeIdle() {
      isStopping = true
      closeWhere(({ socket, exchanges, receivedBefore }) => exchanges.size === 0 && socket.bytesRead === receivedBefore)
    },
    closeAll: () => closeWhere(() => true),
  }
}

function refusalOf({ rawHeaders, headers, httpVersion }: IncomingMessage): Refusal | null {
  if (rawHeaders.length > 2 * MAX_HEADERS) return TOO_MANY_HEADERS
  return httpVersion === '1.1' && headers.host === undefined ? NO_HOST : null
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Result of Node's parser callback that ends the parsing of further requests. */
const NO_MORE_REQUESTS = 2

/**
 * Stops parsing the bytes that a closed connection has sent before: 64 KiB can have 3,000 requests. Node has no documented
 * function for it. If a version of Node lacks this property, the requests are parsed and then dropped.
 */
function stopParsing(socket: Socket): void {
  const parser: unknown = Reflect.get(socket, 'parser')
  if (typeof parser === 'object' && parser !== null) Reflect.set(parser, 'onIncoming', () => NO_MORE_REQUESTS)
}
