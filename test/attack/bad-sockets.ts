import { connect, type Socket } from 'node:net'

export interface BadSocketKind {
  readonly name: string
  /**
   * Opens one connection that misbehaves until the server closes it. Errors are ignored, since the server may refuse
   * it.
   */
  readonly open: (port: number, localAddress: string) => Socket
}

interface Behaviour {
  /** Sent after connecting. */
  readonly first?: string | Buffer
  /** Sent repeatedly after that, every `EVERY_MS`. */
  readonly next?: string
  /** Bytes read every `EVERY_MS`; null reads everything. */
  readonly readBytes?: number | null
  /** Whether the client closes its half of the connection after the first bytes. */
  readonly halfClose?: boolean
}

const EVERY_MS = 500
/** Response larger than the kernel's buffers for a loopback connection. */
const LARGE_ANSWER = '/graphql'
const BODY_BYTES = 200 * 1024

const head = (method: string, path: string, ...headers: readonly string[]): string =>
  [`${method} ${path} HTTP/1.1`, 'Host: attack', ...headers, '', ''].join('\r\n')
const get = (path: string, ...headers: readonly string[]): string => head('GET', path, ...headers)
const post = (...headers: readonly string[]): string =>
  head('POST', '/graphql', 'Content-Type: application/json', ...headers)
const LARGE = get(LARGE_ANSWER, 'Accept: text/html', 'Accept-Encoding: identity')

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  'silent from the start': {},
  'first byte, then silent': { first: 'G' },
  'half a request line': { first: 'GET /graph' },
  'half of the headers': { first: 'GET /healthz HTTP/1.1\r\nHost: attack\r\nX-A: 1\r\n' },
  'slow headers': { first: 'GET /healthz HTTP/1.1\r\nHost: attack\r\n', next: 'X-A: 1\r\n' },
  'headers without end': { first: 'GET /healthz HTTP/1.1\r\n', next: `X-A: ${'x'.repeat(2000)}\r\n` },
  'blank lines before a request': { first: '\r\n', next: '\r\n' },
  'blank lines after an answer': { first: get('/healthz'), next: '\r\n' },
  'idle after an answer': { first: get('/healthz') },
  'half of a body': { first: post(`Content-Length: ${BODY_BYTES}`) + 'x'.repeat(BODY_BYTES - 1) },
  'no byte of a body': { first: post('Content-Length: 1000') },
  'slow body': { first: post('Content-Length: 1000'), next: 'x' },
  'chunks without end': { first: post('Transfer-Encoding: chunked'), next: '1\r\nx\r\n' },
  'chunk extension without end': { first: `${post('Transfer-Encoding: chunked')}1;`, next: 'x'.repeat(1000) },
  'body that nobody asked for': { first: get('/healthz', 'Content-Length: 100000'), next: 'x' },
  'too large a body, 413 not closed': { first: post('Content-Length: 10000000') + 'x'.repeat(1000), next: 'x' },
  'too large a body, 413 not read': { first: post('Content-Length: 10000000'), readBytes: 0 },
  'wrong type of a body, 415 not closed': { first: head('POST', '/graphql', 'Content-Length: 9999') },
  'too large headers, 431 not closed': { first: get('/healthz', `X-A: ${'x'.repeat(20_000)}`) },
  'too many headers': { first: get('/healthz', ...Array.from({ length: 900 }, (_, i) => `X-${i}: 1`)) },
  'garbage, 400 not closed': { first: 'garbage\r\n\r\n' },
  'garbage without end': { first: '\0\0\0\0', next: '\0'.repeat(1000) },
  'garbage after a request': { first: `${LARGE}garbage\r\n\r\n` },
  'TLS to a plain port': { first: Buffer.from('16030100c8010000c40303', 'hex') },
  'HTTP/2 to a plain port': { first: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
  'answer never read': { first: LARGE, readBytes: 0 },
  'answer never read, half-closed': { first: LARGE, readBytes: 0, halfClose: true },
  'answer read slowly': { first: LARGE, readBytes: 1000 },
  'many answers never read': { first: LARGE.repeat(10), readBytes: 0 },
  'flood of pipelined requests': { first: get('/healthz').repeat(1000), readBytes: 0 },
  'flood of pipelined queries': { first: get('/graphql?query=%7B__typename%7D').repeat(300), readBytes: 0 },
  'half-closed before a request': { halfClose: true },
  'half-closed within the headers': { first: 'GET / HTTP/1.1\r\nHost: ', halfClose: true },
  'half-closed within a body': { first: post('Content-Length: 1000'), halfClose: true },
  'half-closed after a request': { first: get('/healthz'), halfClose: true },
  CONNECT: { first: head('CONNECT', 'example.org:443'), next: 'x' },
  'Upgrade to a WebSocket': {
    first: get('/graphql', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'),
    next: '\r\n',
  },
  'Upgrade to HTTP/2': { first: get('/', 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c'), next: '\r\n' },
  'Expect: 100-continue, then silent': { first: post('Content-Length: 1000', 'Expect: 100-continue') },
  'Expect: nonsense, then silent': { first: post('Content-Length: 1000', 'Expect: nonsense') },
}

/** Every known kind of useless open connection, one entry per kind. */
export const BAD_SOCKETS: readonly BadSocketKind[] = Object.entries(BEHAVIOURS).map(([name, behaviour]) => ({
  name,
  open: (port, localAddress) => misbehave(port, localAddress, behaviour),
}))

/** Keeps its own half open by default, so that only the server can free the connection. */
function misbehave(
  port: number,
  localAddress: string,
  { first, next, readBytes = null, halfClose }: Behaviour,
): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress, allowHalfOpen: true })
  let timer: NodeJS.Timeout | undefined
  socket.on('error', () => undefined)
  socket.once('close', () => clearInterval(timer))
  if (readBytes === null) socket.resume()
  else socket.pause()
  socket.once('connect', () => {
    if (first !== undefined) socket.write(first)
    if (halfClose === true) socket.end()
    if (next === undefined && !readBytes) return
    timer = setInterval(() => {
      if (next !== undefined) socket.write(next)
      if (readBytes) socket.read(readBytes)
    }, EVERY_MS)
  })
  return socket
}
