import { type HostileRequest, list, shorten, toBytes } from './request.ts'
import { HOSTILE_DATES, HOSTILE_TEXTS } from './values.ts'

/** URLs: hostile paths, and parameters that are oversized, repeated or of the wrong type. */
export function urlRequests(): readonly HostileRequest[] {
  const texts = Object.entries(HOSTILE_TEXTS).map(([name, text]) => [name, encode(text).slice(0, 12_000)] as const)
  return [
    ...PATHS.map((target) => get('paths', target)),
    ...PREFIXES.flatMap((prefix) =>
      texts.map(([name, text]) => get('slugs', `${prefix}${text}${endingOf(prefix)}`, `${prefix} ${name}`)),
    ),
    ...Object.entries(EXPORT_PARAMETERS).flatMap(([name, values]) =>
      EXPORTS.flatMap((path) => values.map((value) => get('exports', `${path}&${name}=${value}`))),
    ),
    ...texts.map(([name, text]) => get('parameters', `/?lang=en&q=${text}`, `/?q= ${name}`)),
    ...texts.map(([name, text]) => get('parameters', `/embed/new?lang=en&q=${text}`, `/embed/new?q= ${name}`)),
    ...Object.entries(PARAMETERS).flatMap(([name, values]) =>
      values.map((value) => get('parameters', `/embed/story/x-privacy-2023?lang=en&${name}=${value}`)),
    ),
    ...HOSTILE_DATES.flatMap((date) =>
      [
        '/export/claims.csv?lang=en&about=nobody',
        '/claim/x-sells-user-data?lang=en',
        '/embed/story/x-privacy-2023?lang=en',
        '/export/claim/x-sells-user-data.jsonld?',
      ].map((path) => get('instants', `${path}&asOf=${encode(date).slice(0, 10_000)}`)),
    ),
    ...OEMBED_URLS.map((url) => get('oembed', `/oembed?url=${url}`)),
    ...['maxwidth', 'maxheight', 'format'].flatMap((name) =>
      ['0', '-1', '1e9', 'NaN', '1'.repeat(3000), '%00', 'xml%0d%0a', '[]'].map((value) =>
        get('oembed', `/oembed?url=http%3A%2F%2Flocalhost%2Fclaim%2Fx-sells-user-data&${name}=${value}`),
      ),
    ),
    ...GRAPHQL_ADDRESSES.map((query) => get('questions in addresses', `/graphql?${query}`)),
  ]
}

const PREFIXES: readonly string[] = [
  '/claim/',
  '/embed/story/',
  '/export/entity/',
  '/export/claims.csv?about=',
  '/export/sources.csl.json?text=',
  '/image/claim/',
  '/feed/source/',
  '/compare?entities=',
  '/reconcile?queries=',
  '/reconcile?extend=',
  '/reconcile/suggest/entity?prefix=',
  '/reconcile/flyout/entity?id=entity/',
  '/reconcile/preview?id=claim/',
  '/reconcile/view?id=',
  '/reconcile/propose?type=',
]

const get = (kind: string, target: string, name = target): HostileRequest => ({
  kind,
  name: `GET ${shorten(name.length > 200 ? `${name.slice(0, 60)}${name.length}` : name)} ${fingerprint(target)}`,
  bytes: toBytes({ target, headers: [['Accept', 'text/html,application/json;q=0.9,*/*;q=0.8']] }),
})

/** Distinguishes long names with a common beginning. */
const fingerprint = (text: string): string =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7).toString(36)

const encode = (text: string): string => encodeURIComponent(text.toWellFormed())
const endingOf = (prefix: string): string =>
  prefix.startsWith('/export/entity')
    ? '.jsonld'
    : prefix.startsWith('/feed')
      ? '.atom?lang=en'
      : prefix.startsWith('/image')
        ? '.png?lang=en'
        : prefix.includes('?')
          ? '&lang=en'
          : '?lang=en'

const PATHS: readonly string[] = [
  '//',
  '/%00',
  '/%',
  '/%zz',
  '/%E0%A4%A',
  '/%ED%A0%80',
  '/%c0%af%c0%ae',
  '/../../etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..\\..\\etc\\passwd',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/__proto__',
  '/assets/constructor',
  `/assets/${'x'.repeat(3000)}`,
  '/.git/config',
  '/.env',
  '/.sanad/graph.grafeo',
  '/wp-login.php',
  '/cgi-bin/x?a=%0d%0aSet-Cookie:a',
  '/claim',
  '/claim/',
  '/claim//',
  '/claim/x/y/z',
  '/claim/x%2fy',
  '/CLAIM/x-sells-user-data',
  '/embed/',
  '/embed/claim',
  '/embed/nothing/x',
  `/embed/compare/${list(1000, (i) => `x${i}`).join(',')}`,
  `/embed/compare/${','.repeat(3000)}`,
  '/embed/network/x?lang=en',
  `/compare?entities=${list(1500, () => 'x').join(',')}&lang=en`,
  `/compare?entities=${list(400, (i) => `x${i}`).join(',')}&lang=en`,
  '/card/claim/nothing.png',
  '/image/claim/nothing.png',
  '/image/claim/.png',
  '/image/claim/x-sells-user-data.gif',
  '/export/claim/nothing.jsonld',
  '/export/claim/x-sells-user-data.csv',
  '/export/claims.exe',
  '/export/claims.csv/x',
  '/export/__proto__',
  '/export/network/x.positions.json?lang=en',
  '/export/story/nothing.positions.json?lang=en',
  '/feed/nothing.atom?lang=en',
  '/feed/all.atom?lang=en&since=x',
  '/sitemap/claim-0.xml',
  '/sitemap/claim-99999.xml',
  `/sitemap/claim-${'9'.repeat(3000)}.xml`,
  '/sitemap.xml?x=1',
  '/openapi.json?x=1',
  '/context.jsonld?x=1',
  '/reconcile/',
  '/reconcile/nothing',
  '/reconcile/suggest/nothing?prefix=x',
  '/reconcile/suggest/entity?prefix=x&cursor=-1',
  `/reconcile/suggest/entity?prefix=x&cursor=${'9'.repeat(3000)}`,
  `/reconcile/suggest/entity?prefix=x&${'filter=a&'.repeat(1000)}`,
  '/reconcile?queries={}&extend={}',
  '/reconcile?callback=f',
  '/reconcile/v1/match',
  '/mcp',
  '/mcp?sessionId=x',
  `/mcp/${'x'.repeat(3000)}`,
  `/${'x/'.repeat(5000)}`,
  `/${'%41'.repeat(4000)}`,
  `/?${'a&'.repeat(5000)}`,
  `/?${list(2000, (i) => `a${i}=1`).join('&')}`,
  `/?lang=en&${'lang=id&'.repeat(1000)}`,
  `/?lang=en&q=a&${'q=b&'.repeat(1000)}`,
  '/?lang=xx',
  `/?lang=${'en-'.repeat(2000)}`,
  '/?lang=en;q=x',
  '/?lang[]=en',
  `/?lang=en&q=${'%f0%9f%92%a9'.repeat(800)}`,
  `/healthz?${'x'.repeat(8000)}`,
  '/readyz/',
  '/metrics',
  `/metrics?name[]=${'x'.repeat(3000)}`,
]

const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  view: ['nothing', '__proto__', 'graph&view=matrix', 'x'.repeat(3000), '%00'],
  theme: ['nothing', 'constructor', 'x'.repeat(3000)],
  status: [
    'nothing',
    ','.repeat(3000),
    list(500, () => 'DENIED').join(','),
    list(500, (i) => `S${i}`).join(','),
    'denied',
    'STATED_NOT',
    'STATED_NOT_NOT,_NOT,__proto__',
  ],
  limit: ['0', '-1', '61', '1e3', '0x10', 'NaN', '9'.repeat(3000), '1,2', '%31'],
  lang: ['xx', 'EN', 'id_ID', 'x'.repeat(3000)],
  nothing: ['1', 'x'.repeat(3000)],
}

const HERE = 'http%3A%2F%2Flocalhost'
/** Each filter matches no claim, or is refused: files of all claims are long. */
const EXPORTS: readonly string[] = [
  '/export/claims.csv?lang=en&about=nobody',
  '/export/workbook.xlsx?lang=en&about=nobody',
  '/export/claims.trig?lang=en&about=nobody',
  '/export/board.canvas?lang=en&about=nobody',
  '/export/story/x-privacy-2023.positions.json?lang=en',
]
const EXPORT_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  status: ['nothing', ','.repeat(3000), list(500, (i) => `S${i}`).join(','), 'denied', '__proto__'],
  stance: ['nothing', list(500, () => 'DENIES').join(','), 'constructor'],
  claimant: ['', '%00', 'x'.repeat(3000), '../../etc/passwd', 'x&claimant=y'],
  assertedFrom: ['0000-00-00', '2023-13', '1'.repeat(3000), '2025&assertedTo=2023'],
  undated: ['perhaps', '1', 'x'.repeat(3000)],
  limit: ['0', '-1', '1e3', '9'.repeat(3000)],
  nothing: ['1', 'x'.repeat(3000)],
  utm_source: ['x'],
  asOf: ['now', '1'.repeat(3000)],
}

const OEMBED_URLS: readonly string[] = [
  '',
  '%00',
  'x',
  'http%3A%2F%2F',
  'http%3A%2F%2Fevil.example%2Fclaim%2Fx',
  'file%3A%2F%2F%2Fetc%2Fpasswd',
  'javascript%3Aalert(1)',
  'data%3Atext%2Fhtml%2Cx',
  'http%3A%2F%2F127.0.0.1%3A7687%2F',
  'http%3A%2F%2F169.254.169.254%2Flatest%2Fmeta-data',
  'http%3A%2F%2Flocalhost%40evil.example%2Fclaim%2Fx',
  'http%3A%2F%2F%5B%3A%3A1%5D%2Fclaim%2Fx',
  `${HERE}%2Fclaim%2Fx-sells-user-data`,
  `${HERE}%2Fclaim%2F..%2F..%2Fetc`,
  `${HERE}%2F${'x'.repeat(3000)}`,
  `${HERE}%2Fclaim%2F${'%2525'.repeat(1000)}`,
  `${HERE}%2Fcompare%3Fentities%3D${list(500, (i) => `x${i}`).join('%2C')}`,
  `${HERE}%2Foembed%3Furl%3D${HERE}%2Foembed`,
  `${HERE}%2Fclaim%2Fx-sells-user-data%3FasOf%3Dnow`,
  'a&url=b&url=c',
]

const GRAPHQL_ADDRESSES: readonly string[] = [
  'query=%',
  'query=%E0%A4%A',
  'query=%ED%A0%80',
  'variables=%7B',
  'query={__typename}&variables=[',
  `query={__typename}&variables=${encode(`{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`)}`,
  `query={__typename}&variables=${encode(JSON.stringify(list(1500, (i) => i)))}`,
  'query={__typename}&query={claims{totalCount}}',
  `${'query={__typename}&'.repeat(400)}`,
  'query={__typename}&documentId=who-owned-x',
  'documentId=nothing',
  'documentId=sha256:',
  `documentId=sha256:${'0'.repeat(10_000)}`,
  'documentId=__proto__',
  'documentId=../../etc/passwd',
  'query=mutation{__typename}',
  'query=subscription{__typename}',
  `query=${encode('{ a '.repeat(2000))}`,
  `query={__typename}&operationName=${'x'.repeat(10_000)}`,
  'query={__typename}&extensions=1',
]
