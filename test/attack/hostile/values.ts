import { list } from './request.ts'

/** Texts that are known to break programs. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  nothing: '',
  space: ' \t\n',
  Cypher: "x'}) DETACH DELETE n //",
  'more Cypher': '"x`]}) CALL db.labels() YIELD label RETURN label UNION MATCH (n) SET n.json = "',
  SQL: "' OR 1=1; DROP TABLE claims; --",
  Lucene: '*:* OR name:/.*/ AND (a~10 "',
  'a slow pattern': `${'a'.repeat(60)}!`,
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>&quot;',
  'a path': '../../../../etc/passwd\0',
  'a template': `\${7*7}{{7*7}}<%= 7*7 %>#{7*7}`,
  'a lookup': `\${jndi:ldap://127.0.0.1/a}`,
  'a format': '%s%n%x%p%99999d',
  'a prototype': '__proto__',
  'half of a surrogate pair': '\ud800',
  'right-to-left marks': '\u202e\u2066x\u2069',
  'control characters': '\u0000\u0007\u001b[2J\u007f\u009b',
  'combining marks': `a${'\u0301'.repeat(5000)}`,
  'what grows when folded': '\ufdfa'.repeat(3000),
  'many words': 'a b c d e f g h i j '.repeat(900),
  'many beginnings': list(2000, (i) => `w${i}`).join(' '),
  'a line feed in a header': 'x\r\nSet-Cookie: a=b',
  '20 KB': 'x'.repeat(20 * 1024),
  '200 KB': 'x'.repeat(200 * 1024),
}

/** JSON values that are no text, or unexpected where a text is expected. */
export const HOSTILE_VALUES: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  'a large number': 1e308,
  'minus a half': -0.5,
  '10,000 unknown keys': Object.fromEntries(list(10_000, (i) => [`k${i}`, 1])),
  '49 unknown keys beside 200 KB': {
    ...Object.fromEntries(list(49, (i) => [`k${i}`, 1])),
    text: 'x'.repeat(200 * 1024),
  },
  '2,000 keys that are nearly right': Object.fromEntries(list(2000, (i) => [`subjec${i}`, 'x'])),
  '20,000 wrong words': list(20_000, (i) => `W${i}`),
  '20,000 nulls': list(20_000, () => null),
  '10,000 slugs': list(10_000, (i) => `x${i}`),
  '10,000 times the same': list(10_000, () => 'x'),
  '3,000 lists': list(3000, () => []),
  '3,000 objects': list(3000, () => ({ a: 1 })),
  'a list 3,000 deep': JSON.parse('['.repeat(3000) + ']'.repeat(3000)),
  'an object 2,000 deep': JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`),
  'keys of a prototype': JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{"b":1}},"toString":"x"}'),
}

/** Days and instants that are invalid or extreme. */
export const HOSTILE_DATES: readonly string[] = [
  '0000-00-00',
  '-2023',
  '+275760-09-13',
  '2023-13-45',
  '2023-02-30',
  '2023-02-29T24:00:00Z',
  '9999-12-31T23:59:60Z',
  '2023-W01-1',
  '2023-001',
  '20230101',
  '1e10',
  '٢٠٢٣',
  '2023–08',
  '2023-08-31T10:00',
  '2023-08-31T10:00:00+99:99',
  `2023-08-31T10:00:00.${'9'.repeat(3000)}Z`,
  `${'2'.repeat(3000)}`,
  '2023/..',
  '2023-08-31T10:00:00Z\r\nX: y',
  'now',
  'Infinity',
]

/** Invalid cursors. */
export const HOSTILE_CURSORS: readonly string[] = [
  'garbage',
  ' ',
  'x'.repeat(5000),
  ...[
    null,
    [1, 'SLUG', 'a'],
    [1, 'SLUG', 1, 2],
    { length: 4 },
    [1, 'SLUG', 'a', 'x'.repeat(3000)],
    list(1000, () => 1),
  ].map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
  Buffer.from('['.repeat(3000)).toString('base64url'),
  Buffer.from([0xff, 0xfe, 0xfd]).toString('base64url'),
]

/** Queries with one variable `$v`, one for each kind of argument. */
export const PLACES: Readonly<Record<string, string>> = {
  'claims(filter)': 'query ($v: ClaimFilter) { claims(filter: $v) { nodes { slug } } }',
  'claims(filter.subject)': 'query ($v: String) { claims(filter: { subject: $v }) { nodes { slug } } }',
  'claims(filter.text)': 'query ($v: String) { claims(filter: { text: $v }) { nodes { slug } } }',
  'claims(filter.statuses)': 'query ($v: [Status!]) { claims(filter: { statuses: $v }) { nodes { slug } } }',
  'claims(after)': 'query ($v: String) { claims(after: $v) { nodes { slug } } }',
  'claims(first)': 'query ($v: Int) { claims(first: $v) { nodes { slug } } }',
  'claim(slug)': 'query ($v: String!) { claim(slug: $v) { slug } }',
  'claim(asOf)': 'query ($v: DateTime) { claim(slug: "x-sells-user-data", asOf: $v) { slug } }',
  'Claim.status(validOn)': 'query ($v: Date) { claim(slug: "x-sells-user-data") { status(validOn: $v) { value } } }',
  'Claim.sentence(language)':
    'query ($v: String!) { claim(slug: "x-sells-user-data") { sentence(language: $v) { value } } }',
  'search(text)': 'query ($v: String!) { search(text: $v) { nodes { slug } } }',
  'comparison(entities)': 'query ($v: [String!]!) { comparison(entities: $v) { complete } }',
  'graph(roots)': 'query ($v: [ID!]!) { graph(roots: $v) { complete } }',
  'graph(filter)': 'query ($v: GraphFilter) { graph(roots: ["Entity:x"], filter: $v) { complete } }',
  'nodes(ids)': 'query ($v: [ID!]!) { nodes(ids: $v) { id } }',
  'paths(through)': 'query ($v: [EdgeRole!]!) { paths(from: "Entity:x", to: "Entity:xai", through: $v) { complete } }',
  'entity(externalId)': 'query ($v: String) { entity(externalId: $v) { slug } }',
  'timeline(clocks)': 'query ($v: [Clock!]!) { timeline(entity: "x", clocks: $v) { totalCount } }',
}
