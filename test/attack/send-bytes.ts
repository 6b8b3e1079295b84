import { connect } from 'node:net'

export interface Answer {
  /** 0 where the connection was closed without a response. */
  readonly status: number
  /** Names in lower case. A repeated name has its last value. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
  /** Whether the response is complete; false past the limit of time or bytes. */
  readonly isWhole: boolean
  readonly ms: number
}

export interface SendOptions {
  readonly port: number
  /** Source address, in 127.0.0.0/8. */
  readonly from: string
  readonly timeoutMs: number
  readonly mostBytes: number
  /** Whether to close the sending half, for an incomplete request. */
  readonly halfCloses?: boolean
}

/**
 * Sends raw bytes on a new connection, and reads one response; client libraries refuse to send invalid HTTP. Interim
 * responses (100) are skipped.
 */
export function sendBytes(bytes: Buffer, options: SendOptions): Promise<Answer> {
  const { port, from, timeoutMs, mostBytes, halfCloses = false } = options
  const isHead = bytes.subarray(0, 5).toString('latin1') === 'HEAD '
  return new Promise((resolve) => {
    const started = performance.now()
    const chunks: Buffer[] = []
    let size = 0
    let head: Head | null = null
    const socket = connect({ port, host: '127.0.0.1', localAddress: from })
    const finish = (isWhole: boolean): void => {
      clearTimeout(timer)
      socket.removeAllListeners('data')
      socket.destroy()
      const all = Buffer.concat(chunks)
      const found = head ?? readHead(all)
      const body = found ? bodyOf(all.subarray(found.bytes), found) : Buffer.alloc(0)
      const headers = found?.headers ?? new Map<string, string>()
      resolve({ status: found?.status ?? 0, headers, body, isWhole, ms: performance.now() - started })
    }
    const timer = setTimeout(() => finish(false), timeoutMs)
    socket.on('connect', () => (halfCloses ? socket.end(bytes) : socket.write(bytes)))
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size > mostBytes) return finish(false)
      head ??= readHead(size === chunk.byteLength ? chunk : Buffer.concat(chunks))
      if (head && isComplete(head, size, chunk, isHead)) finish(true)
    })
    socket.on('end', () => finish(true))
    // A server that rejects a request closes while bytes are still being sent.
    socket.on('error', () => finish(true))
  })
}

interface Head {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  /** Length in bytes, including interim responses before it. */
  readonly bytes: number
}

const END = Buffer.from('\r\n\r\n')

function readHead(all: Buffer, start = 0): Head | null {
  const end = all.indexOf(END, start)
  if (end < 0) return null
  const [first = '', ...lines] = all.subarray(start, end).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? 0)
  const bytes = end + END.byteLength
  if (status >= 100 && status < 200) return readHead(all, bytes)
  const pairs = lines.map((line): [string, string] => {
    const index = line.indexOf(':')
    return [line.slice(0, index).toLowerCase(), line.slice(index + 1).trim()]
  })
  return { status, headers: new Map(pairs), bytes }
}

function isComplete(head: Head, size: number, last: Buffer, isHead: boolean): boolean {
  if (isHead || head.status === 204 || head.status === 304) return true
  const length = head.headers.get('content-length')
  if (length !== undefined) return size - head.bytes >= Number(length)
  return head.headers.get('transfer-encoding') === 'chunked' && last.subarray(-5).toString('latin1') === '0\r\n\r\n'
}

function bodyOf(bytes: Buffer, head: Head): Buffer {
  if (head.headers.get('transfer-encoding') !== 'chunked') return bytes
  const parts: Buffer[] = []
  for (let index = 0; index < bytes.byteLength; ) {
    const line = bytes.indexOf('\r\n', index)
    const length = line < 0 ? 0 : Number.parseInt(bytes.subarray(index, line).toString('latin1'), 16)
    if (!(length > 0)) break
    parts.push(bytes.subarray(line + 2, line + 2 + length))
    index = line + 2 + length + 2
  }
  return Buffer.concat(parts)
}
