import { type HostileRequest, list, shorten, toBytes } from './request.ts'

type Header = readonly [string, string]

const TARGETS: readonly string[] = [
  '/claim/x-sells-user-data?lang=en',
  '/graphql?query={__typename}',
  '/embed/story/x-privacy-2023?lang=en',
  '/image/claim/x-sells-user-data.png?lang=en',
]

/** Headers that are long, many, repeated or false, on URLs with cached responses. */
export function headerRequests(): readonly HostileRequest[] {
  const onSome = Object.entries(HEADERS).flatMap(([name, headers], i) =>
    [TARGETS[i % TARGETS.length] ?? '/', TARGETS[(i + 1) % TARGETS.length] ?? '/'].map((target) => ({
      kind: 'headers',
      name: `${name} at ${target}`,
      bytes: toBytes({ target, headers }),
    })),
  )
  const raw = RAW_HEADERS.map((lines, i) => ({
    kind: 'headers',
    name: `raw ${i}: ${shorten(JSON.stringify(lines))}`,
    bytes: Buffer.from(`GET / HTTP/1.1\r\nConnection: close\r\n${lines}\r\n\r\n`, 'latin1'),
    halfCloses: true,
  }))
  const streams = STREAM_QUERIES.flatMap((query, i) =>
    Object.entries(STREAM_HEADERS).map(([name, headers]) => ({
      kind: 'streams',
      name: `${name} at query ${i}`,
      bytes: toBytes({ target: `/graphql?query=${encodeURIComponent(query)}`, headers }),
    })),
  )
  return [...onSome, ...raw, ...streams]
}

const repeat = (length: number, name: string, value: (i: number) => string): readonly Header[] =>
  list(length, (i): Header => [name, value(i)])

const HEADERS: Readonly<Record<string, readonly Header[]>> = {
  'a cookie of 12 KB': [['Cookie', `a=${'x'.repeat(12_000)}`]],
  '1,000 cookies': [['Cookie', list(1000, (i) => `c${i}=1`).join('; ')]],
  'a strange Host': [['Host', 'evil.example']],
  'a Host with a path': [['Host', 'a/../b@c:99999']],
  'an empty Host': [['Host', '']],
  'a Host of 8 KB': [['Host', 'x'.repeat(8000)]],
  'a forwarded Host': [
    ['X-Forwarded-Host', 'evil.example'],
    ['X-Forwarded-Proto', 'javascript'],
    ['Forwarded', 'host=evil.example;for=1.2.3.4'],
  ],
  '1,000 forwarded addresses': [['X-Forwarded-For', list(1000, (i) => `10.0.${i % 256}.1`).join(', ')]],
  'a forwarded address that is none': [['X-Forwarded-For', '<script>, ::1%eth0, 999.1.1.1, 127.0.0.1']],
  '3,000 media types': [['Accept', list(3000, () => 'a/b').join(',')]],
  '1,000 media types of all weights': [['Accept', list(1000, (i) => `a${i}/b;q=0.${i}`).join(',')]],
  'a media type of 12 KB': [['Accept', `text/html;${'a=b;'.repeat(3000)}`]],
  'a media type that nobody has': [['Accept', 'image/x-nothing']],
  'quotes in Accept': [['Accept', `text/html;a="${'\\"'.repeat(4000)}`]],
  '2,000 languages': [['Accept-Language', list(2000, (i) => `l${i}`).join(',')]],
  'languages of all weights': [['Accept-Language', list(1000, (i) => `en-${i};q=0.${i}`).join(',')]],
  'a language of 8 KB': [['Accept-Language', 'en-'.repeat(2700)]],
  '2,000 encodings': [['Accept-Encoding', list(2000, () => 'gzip').join(',')]],
  'encodings of all weights': [['Accept-Encoding', list(1000, (i) => `gzip;q=0.${i}`).join(',')]],
  'no encoding at all': [['Accept-Encoding', '*;q=0, identity;q=0']],
  'a range': [['Range', 'bytes=0-0']],
  '1,000 ranges': [['Range', `bytes=${list(1000, (i) => `${i}-`).join(',')}`]],
  'a negative range': [['Range', 'bytes=-99999999999999999999']],
  'a range of another unit': [
    ['Range', 'x=1-2'],
    ['If-Range', '"x"'],
  ],
  '3,000 tags': [['If-None-Match', list(3000, (i) => `"${i}"`).join(',')]],
  'a tag of 12 KB': [['If-None-Match', `"${'x'.repeat(12_000)}"`]],
  'tags that are none': [['If-None-Match', '*, W/*, "", W/"", ,,,"']],
  'any tag': [['If-None-Match', '*']],
  'a tag to match': [['If-Match', '"nothing"']],
  'a day that is none': [
    ['If-Modified-Since', 'x'.repeat(3000)],
    ['If-Unmodified-Since', '0'],
  ],
  'an authorization of 12 KB': [['Authorization', `Bearer ${'x'.repeat(12_000)}`]],
  'an authorization that is no base64': [['Authorization', 'Basic ====']],
  'an origin': [
    ['Origin', 'null'],
    ['Access-Control-Request-Method', 'x'.repeat(1000)],
    ['Access-Control-Request-Headers', list(500, (i) => `x${i}`).join(',')],
  ],
  'a method in a header': [
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Original-URL', '/admin'],
  ],
  'a prototype': [
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ],
  '1,000 headers of one name': repeat(1000, 'X-A', () => 'b'),
  '1,500 headers': list(1500, (i): Header => [`X-${i}`, 'b']),
  'ten lengths of none': repeat(10, 'Content-Length', () => '0'),
  '200 tags headers': repeat(200, 'If-None-Match', (i) => `"${i}"`),
  '200 Accept headers': repeat(200, 'Accept', () => 'text/html'),
  'bytes past ASCII': [
    ['Accept', 'text/html\xff\xfe'],
    ['Cookie', '\x80\x81'],
  ],
  'a cache that wants none': [
    ['Cache-Control', 'no-cache, no-store, max-age=0'],
    ['Pragma', 'no-cache'],
  ],
  'a keep-alive of ever': [
    ['Connection', 'keep-alive'],
    ['Keep-Alive', 'timeout=999999, max=999999'],
  ],
  'a connection that names headers': [['Connection', `close, ${list(500, (i) => `x${i}`).join(', ')}`]],
  'a reader from elsewhere': [
    ['Referer', 'javascript:alert(1)'],
    ['User-Agent', '() { :;}; echo x'],
  ],
  'early data': [
    ['Early-Data', '1'],
    ['Sec-Fetch-Mode', 'navigate'],
    ['Upgrade-Insecure-Requests', '1'],
  ],
}

/** None of them is a subscription that stays open. */
const STREAM_QUERIES: readonly string[] = [
  'query{__typename}',
  'subscription{nothing}',
  'subscription{claimChanged(filter:{about:"nobody"}){slug}}',
  `subscription{${list(200, (i) => `a${i}:claimChanged{slug}`).join(' ')}}`,
  'subscription{revisionPublished{number} claimChanged{slug}}',
]
const STREAM: Header = ['Accept', 'text/event-stream']
const STREAM_HEADERS: Readonly<Record<string, readonly Header[]>> = {
  'a stream': [STREAM],
  'a stream of all weights': [['Accept', list(500, (i) => `text/event-stream;q=0.${i}`).join(',')]],
  'a stream after the last event of 3 KB': [STREAM, ['Last-Event-ID', '9'.repeat(3000)]],
  'a stream after no event': [STREAM, ['Last-Event-ID', '-1.x']],
  'a stream after two events': [STREAM, ['Last-Event-ID', '1.1'], ['Last-Event-ID', '2.1']],
  'a stream after a later event': [STREAM, ['Last-Event-ID', '999999999.9999999']],
}

const RAW_HEADERS: readonly string[] = [
  'Host',
  'Host: a\r\nHost: b',
  ': x',
  'A : x',
  'A\x00: x',
  'A: x\x00y',
  'A: x\ny',
  'A: x\r\n y\r\n\tz',
  'Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 0',
  'Host: a\r\nTransfer-Encoding: chunked, identity',
  'Host: a\r\nTransfer-Encoding:\x0bchunked',
  'Host: a\r\nContent-Length: +5',
  'Host: a\r\nContent-Length: 0x5',
  'Host: a\r\nContent-Length: 5, 5',
  'Host: a\r\nConnection: close\r\nUpgrade: h2c',
  `Host: a\r\n${'A: b\r\n'.repeat(2000)}A: b`,
  `Host: a\r\nA: ${'x'.repeat(15_000)}`,
  `Host: a\r\nA: ${'x'.repeat(200_000)}`,
  `Host: a\r\n${'x'.repeat(15_000)}: b`,
]
