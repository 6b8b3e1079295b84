import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { type HostileRequest, list, type RequestParts, shorten, toBytes, toQuestionBody } from './request.ts'

const GOOD = '{"query":"{ __typename }"}'
const JSON_BODY: readonly [string, string] = ['Content-Type', 'application/json']

/** Bodies that are no GraphQL request, have a wrong type or length, or are sent in unusual chunks. */
export function bodyRequests(): readonly HostileRequest[] {
  return [
    ...Object.entries(BODIES).map(([name, body]) => ({ kind: 'bodies', name, bytes: toQuestionBody(body) })),
    ...CONTENT_TYPES.map((type) =>
      sent('content types', shorten(JSON.stringify(type)), { headers: [['Content-Type', type]], body: GOOD }),
    ),
    ...Object.entries(ENCODED).map(([name, { encoding, body }]) =>
      sent('encodings', name, { headers: [JSON_BODY, ['Content-Encoding', encoding]], body }),
    ),
    ...Object.entries(FRAMED).map(([name, { headers, body, halfCloses }]) => ({
      ...sent('framing', name, { headers: [JSON_BODY, ...headers], body }),
      ...(halfCloses === true && { halfCloses }),
    })),
    ...METHODS.flatMap((method) =>
      [
        '/graphql',
        '/',
        '/embed/claim/x-sells-user-data?lang=en',
        '/image/claim/x-sells-user-data.png?lang=en',
        '/healthz',
      ].map((target) => ({ kind: 'methods', name: `${method} ${target}`, bytes: toBytes({ method, target }) })),
    ),
    ...REQUEST_LINES.map((line, i) => ({
      kind: 'request lines',
      name: `${i}: ${shorten(JSON.stringify(line))}`,
      bytes: Buffer.from(`${line}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`, 'latin1'),
      halfCloses: true,
    })),
  ]
}

const sent = (kind: string, name: string, parts: RequestParts): HostileRequest => ({
  kind,
  name,
  bytes: toBytes({ method: 'POST', target: '/graphql', ...parts }),
})

const BODIES: Readonly<Record<string, string | Buffer>> = {
  nothing: '',
  'a brace': '{',
  null: 'null',
  'a number': '1',
  'a text': '"x"',
  'a list': '[]',
  'a batch of 10': `[${list(10, () => GOOD).join(',')}]`,
  'a batch of 5,000': `[${list(5000, () => GOOD).join(',')}]`,
  'a query that is a number': '{"query":1}',
  'a query that is a list': `{"query":[${'"x",'.repeat(5000)}"x"]}`,
  'a query beside a documentId': '{"query":"{ __typename }","documentId":"who-owned-x"}',
  'an unknown documentId of 200 KB': `{"documentId":"${'x'.repeat(200 * 1024)}"}`,
  'a documentId of a prototype': '{"documentId":"__proto__"}',
  'a persisted query': '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
  'variables that are a list': '{"query":"{ __typename }","variables":[1]}',
  'variables that are a text': `{"query":"{ __typename }","variables":"${'x'.repeat(100_000)}"}`,
  '20,000 variables that nobody asked for': `{"query":"{ __typename }","variables":{${list(20_000, (i) => `"v${i}":1`).join(',')}}}`,
  'variables 10,000 deep': `{"query":"{ __typename }","variables":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
  'extensions 10,000 deep': `{"query":"{ __typename }","extensions":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
  'an operationName of 200 KB': `{"query":"{ __typename }","operationName":"${'x'.repeat(200 * 1024)}"}`,
  'an operationName that is an object': '{"query":"{ __typename }","operationName":{}}',
  '20,000 unknown members': `{"query":"{ __typename }",${list(20_000, (i) => `"m${i}":1`).join(',')}}`,
  'the query 5,000 times': `{${list(5000, () => '"query":"{ __typename }"').join(',')}}`,
  'JSON 100,000 deep': '['.repeat(100_000),
  'a number of 200,000 digits': `{"query":${'1'.repeat(200_000)}}`,
  '200 KB of blanks': ' '.repeat(200 * 1024),
  '200 KB of escapes': `{"query":"${'\\u0020'.repeat(34_000)}"}`,
  'the largest body': `{"query":"${'x'.repeat(256 * 1024 - 12)}"}`,
  'a body past the largest': `{"query":"${'x'.repeat(256 * 1024)}"}`,
  'a megabyte': 'x'.repeat(1024 * 1024),
  'keys of a prototype': '{"__proto__":{"query":"{ __typename }"},"constructor":1}',
  'a byte order mark': `\ufeff${GOOD}`,
  'UTF-16': Buffer.from(GOOD, 'utf16le'),
  'bytes that are no UTF-8': Buffer.concat([
    Buffer.from('{"query":"'),
    Buffer.from([0xff, 0xc0, 0x80]),
    Buffer.from('"}'),
  ]),
  'overlong UTF-8': Buffer.concat([
    Buffer.from('{"query":"{ __typename '),
    Buffer.from([0xc0, 0xaf]),
    Buffer.from('}"}'),
  ]),
  'half of a surrogate pair in UTF-8': Buffer.concat([
    Buffer.from('{"query":"'),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from('"}'),
  ]),
  'a zip': Buffer.from('504b0304140000000800', 'hex'),
  'XML with entities': '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
  'JSON with a comment': `/* */ ${GOOD}`,
  NaN: '{"query":NaN}',
}

const CONTENT_TYPES: readonly string[] = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  `multipart/form-data; boundary=${'x'.repeat(3000)}`,
  'application/graphql',
  'application/json; charset=utf-16',
  'application/json; charset=utf-7',
  `application/json;${' a=b;'.repeat(800)}`,
  'application/json, text/plain',
  'APPLICATION/JSON',
  'application/json\t',
  'application/jsonx',
  'x'.repeat(4000),
  '/',
  `application/json; charset="${'\\"'.repeat(1500)}`,
]

const BOMB = JSON.stringify({ query: `{ __typename }${' '.repeat(20 * 1024 * 1024)}` })
const ENCODED: Readonly<Record<string, { encoding: string; body: Buffer }>> = {
  gzip: { encoding: 'gzip', body: gzipSync(GOOD) },
  'a gzip bomb of 20 MB': { encoding: 'gzip', body: gzipSync(BOMB) },
  'a gzip bomb twice over': { encoding: 'gzip, gzip', body: gzipSync(gzipSync(BOMB)) },
  'a deflate bomb': { encoding: 'deflate', body: deflateSync(BOMB) },
  'a brotli bomb': { encoding: 'br', body: brotliCompressSync(BOMB) },
  zstd: { encoding: 'zstd', body: Buffer.from('28b52ffd', 'hex') },
  'gzip that is none': { encoding: 'gzip', body: Buffer.from(GOOD) },
  identity: { encoding: 'identity', body: Buffer.from(GOOD) },
  '500 encodings': { encoding: list(500, () => 'gzip').join(','), body: gzipSync(GOOD) },
}

interface Framed {
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly halfCloses?: boolean
}
const CHUNKED: readonly [string, string] = ['Transfer-Encoding', 'chunked']
const chunk = (text: string, extension = ''): string => `${text.length.toString(16)}${extension}\r\n${text}\r\n`
const chunked = (...texts: readonly string[]): string => `${texts.map((text) => chunk(text)).join('')}0\r\n\r\n`
const FRAMED: Readonly<Record<string, Framed>> = {
  'in pieces': { headers: [CHUNKED], body: chunked(GOOD) },
  'in pieces of one byte': { headers: [CHUNKED], body: chunked(...GOOD) },
  '100,000 pieces of one byte': { headers: [CHUNKED], body: chunked(...' '.repeat(100_000)) },
  'pieces with long extensions': { headers: [CHUNKED], body: `${chunk(GOOD, `;a=${'x'.repeat(10_000)}`)}0\r\n\r\n` },
  '2,000 pieces with extensions': {
    headers: [CHUNKED],
    body: `${list(2000, () => chunk(' ', ';a=b')).join('')}0\r\n\r\n`,
  },
  trailers: { headers: [CHUNKED], body: `${chunk(GOOD)}0\r\n${'X: y\r\n'.repeat(500)}\r\n` },
  'a piece of a negative size': { headers: [CHUNKED], body: '-1\r\nx\r\n0\r\n\r\n', halfCloses: true },
  'a piece of a huge size': { headers: [CHUNKED], body: 'ffffffffffffffff\r\nx\r\n', halfCloses: true },
  'pieces that never end': { headers: [CHUNKED], body: chunk(GOOD), halfCloses: true },
  'more pieces than a body may have': { headers: [CHUNKED], body: chunked(...list(300, () => 'x'.repeat(1024))) },
  'an encoding twice': { headers: [CHUNKED, CHUNKED], body: chunked(GOOD), halfCloses: true },
  'an unknown transfer encoding': {
    headers: [['Transfer-Encoding', 'xchunked']],
    body: chunked(GOOD),
    halfCloses: true,
  },
  'a length beside pieces': { headers: [CHUNKED, ['Content-Length', '5']], body: chunked(GOOD), halfCloses: true },
  'two lengths': {
    headers: [
      ['Content-Length', '5'],
      ['Content-Length', '26'],
    ],
    body: GOOD,
    halfCloses: true,
  },
  'a negative length': { headers: [['Content-Length', '-1']], body: GOOD, halfCloses: true },
  'a length in letters': { headers: [['Content-Length', 'x']], body: GOOD, halfCloses: true },
  'a length of 10 TB': { headers: [['Content-Length', '10000000000000']], body: GOOD },
  'a length of 40 digits': { headers: [['Content-Length', '9'.repeat(40)]], body: GOOD, halfCloses: true },
  'a length that is not reached': { headers: [['Content-Length', '100']], body: GOOD, halfCloses: true },
  'a length that is passed': { headers: [['Content-Length', '5']], body: GOOD, halfCloses: true },
  'another request within the body': {
    headers: [
      ['Content-Length', `${GOOD.length}`],
      ['Connection', 'keep-alive'],
    ],
    body: `${GOOD}GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
  },
  'an expectation': { headers: [['Expect', '100-continue']], body: GOOD },
  'an expectation of a large body': {
    headers: [
      ['Expect', '100-continue'],
      ['Content-Length', '99999999'],
    ],
    body: '',
  },
  'an unknown expectation': { headers: [['Expect', 'x'.repeat(1000)]], body: GOOD },
  'an upgrade': {
    headers: [
      ['Upgrade', 'websocket'],
      ['Connection', 'Upgrade'],
    ],
    body: GOOD,
  },
  'an upgrade to HTTP/2': {
    headers: [
      ['Upgrade', 'h2c'],
      ['HTTP2-Settings', 'AAMAAABkAAQAoAAAAAIAAAAA'],
      ['Connection', 'Upgrade, HTTP2-Settings, close'],
    ],
    body: GOOD,
  },
}

const METHODS: readonly string[] = [
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'HEAD',
  'PROPFIND',
  'PURGE',
  'QUERY',
  'CONNECT',
]

const REQUEST_LINES: readonly string[] = [
  '',
  'GET',
  'GET /',
  'GET / HTTP/0.9',
  'GET / HTTP/1.0',
  'GET / HTTP/2.0',
  'GET / HTTP/9.9',
  'GET  / HTTP/1.1',
  'GET /\tx HTTP/1.1',
  'GET / x HTTP/1.1',
  'get / HTTP/1.1',
  'FOO / HTTP/1.1',
  `${'X'.repeat(5000)} / HTTP/1.1`,
  'GET * HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'GET http://example.org/ HTTP/1.1',
  'GET http://[::1 HTTP/1.1',
  'GET //// HTTP/1.1',
  'GET \\ HTTP/1.1',
  'GET /\x00 HTTP/1.1',
  'GET /\xff\xfe HTTP/1.1',
  'GET /# HTTP/1.1',
  'PRI * HTTP/2.0',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'GET / HTTP/1.1\nX: y',
  'GET / HTTP/1.1\rX: y',
  `GET /${'x'.repeat(15_000)} HTTP/1.1`,
  `GET /${'x'.repeat(100_000)} HTTP/1.1`,
]
