/** A hostile request as raw bytes. */
export interface HostileRequest {
  readonly kind: string
  /** Description, unique within the corpus. */
  readonly name: string
  readonly bytes: Buffer
  /** For an incomplete request: the client closes its half of the connection. */
  readonly halfCloses?: boolean
  /** Times that the request is sent; 1 by default. Each response must be the first one again. */
  readonly times?: number
}

export interface RequestParts {
  readonly method?: string
  readonly target?: string
  /** Name-value pairs, so that a name may repeat. Host, Connection and Accept are added where they are missing. */
  readonly headers?: readonly (readonly [string, string])[]
  readonly body?: string | Buffer
  /** Sent instead of `HTTP/1.1`. */
  readonly version?: string
}

/** Bytes of a request. Content-Length is added for a body without one. */
export function toBytes({
  method = 'GET',
  target = '/',
  headers = [],
  body,
  version = 'HTTP/1.1',
}: RequestParts): Buffer {
  const names = headers.map(([name]) => name.toLowerCase())
  const added: (readonly [string, string])[] = [
    ['Host', '127.0.0.1'],
    ['Connection', 'close'],
    ['Accept', 'application/graphql-response+json, application/json;q=0.9'],
  ]
  const bytes = body === undefined ? Buffer.alloc(0) : Buffer.from(body)
  if (body !== undefined && !names.includes('transfer-encoding')) added.push(['Content-Length', `${bytes.byteLength}`])
  const all = [...added.filter(([name]) => !names.includes(name.toLowerCase())), ...headers]
  const head = [`${method} ${target} ${version}`, ...all.map(([name, value]) => `${name}: ${value}`)].join('\r\n')
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), bytes])
}

/** A query by POST, as JSON. */
export const toQuestion = (query: string, variables?: object): Buffer =>
  toQuestionBody(JSON.stringify(variables === undefined ? { query } : { query, variables }))

/** Any body, sent to the API as JSON. */
export const toQuestionBody = (body: string | Buffer): Buffer =>
  toBytes({ method: 'POST', target: '/graphql', headers: [['Content-Type', 'application/json']], body })

/** A query by GET. */
export const toAddress = (query: string, variables?: object): Buffer => {
  const given = variables === undefined ? '' : `&variables=${encodeURIComponent(JSON.stringify(variables))}`
  return toBytes({ target: `/graphql?query=${encodeURIComponent(query)}${given}` })
}

export const list = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, i) => make(i))

/** Shortens a value in the name of a request. */
export const shorten = (text: string): string =>
  text.length <= 40 ? text : `${text.slice(0, 28)}… (${text.length} characters)`
