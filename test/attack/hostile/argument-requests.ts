import { type HostileRequest, list, toAddress, toQuestion } from './request.ts'
import { HOSTILE_CURSORS, HOSTILE_DATES, HOSTILE_TEXTS, HOSTILE_VALUES, PLACES } from './values.ts'

/** Every argument place with every value that is no text, and with every hostile text where a text is expected. */
export function argumentRequests(): readonly HostileRequest[] {
  const values = { ...HOSTILE_VALUES, ...pick(HOSTILE_TEXTS, 'nothing', '200 KB', 'a prototype') }
  return [
    ...Object.entries(PLACES).flatMap(([place, query]) =>
      Object.entries(values).map(([name, v]) => ask(`${place} is ${name}`, query, v)),
    ),
    ...['search(text)', 'claims(filter.text)', 'claims(filter.subject)', 'claim(slug)'].flatMap((place) =>
      Object.entries(HOSTILE_TEXTS).map(([name, v]) => ask(`${place} is the text: ${name}`, PLACES[place] ?? '', v)),
    ),
    ...['claim(asOf)', 'Claim.status(validOn)'].flatMap((place) =>
      HOSTILE_DATES.map((v) => ask(`${place} is ${JSON.stringify(v).slice(0, 40)}`, PLACES[place] ?? '', v)),
    ),
    ...HOSTILE_CURSORS.map((v, i) => ask(`claims(after) is cursor ${i}`, PLACES['claims(after)'] ?? '', v)),
    ...literalRequests(),
    ...listsByAlias(),
  ]
}

const ask = (name: string, query: string, v: unknown): HostileRequest => ({
  kind: 'arguments',
  name,
  bytes: toQuestion(query, { v }),
})

/** The same values as literals in the document, as far as the token limit allows. */
function literalRequests(): readonly HostileRequest[] {
  const literals: Readonly<Record<string, string>> = {
    'a text of 200 KB': `"${'x'.repeat(200 * 1024)}"`,
    'a block of 200 KB': `"""${'x\n'.repeat(50 * 1024)}"""`,
    'a block of 30,000 escapes': `"""${'\\"""'.repeat(30_000)}"""`,
    'a text of 30,000 escapes': `"${'\\u0041'.repeat(30_000)}"`,
    'a number of 100,000 digits': '1'.repeat(100_000),
    'a number with an exponent': '1e999999999',
    'a list of 1,900 words': `[${'WRONG '.repeat(1900)}]`,
    'a list 600 deep': '['.repeat(600) + ']'.repeat(600),
    'an object 400 deep': `${'{ subject: '.repeat(400)}1${' }'.repeat(400)}`,
    '600 unknown keys': `{ ${list(600, (i) => `k${i}: 1`).join(' ')} }`,
    '600 times the same key': `{ ${'subject: "x" '.repeat(600)} }`,
    'a variable that is not there': '$nothing',
  }
  const places: readonly ((value: string) => string)[] = [
    (value) => `{ claims(filter: ${value}) { nodes { slug } } }`,
    (value) => `{ claims(filter: { statuses: ${value} }) { nodes { slug } } }`,
    (value) => `{ search(text: ${value}) { nodes { slug } } }`,
    (value) => `{ nodes(ids: ${value}) { id } }`,
    (value) => `{ claims(first: ${value}) { nodes { slug } } }`,
  ]
  return places.flatMap((place) =>
    Object.entries(literals).map(([name, value]) => ({
      kind: 'literals',
      name: `${place('…')} with ${name}`,
      bytes: toQuestion(place(value)),
    })),
  )
}

/** A list within its bound, repeated under many aliases: by POST, and by GET up to the URL length limit. */
function listsByAlias(): readonly HostileRequest[] {
  const lists: readonly (readonly [string, string, (alias: number) => string, readonly string[]])[] = [
    [
      'statuses',
      '[Status!]',
      (i) => `a${i}: claims(filter: { statuses: $v }, first: 1) { nodes { slug } }`,
      ['STATED', 'DENIED'],
    ],
    [
      'predicates',
      '[Predicate!]',
      (i) => `a${i}: claims(filter: { predicates: $v }, first: 1) { nodes { slug } }`,
      ['SELLS'],
    ],
    ['stances', '[Stance!]', (i) => `a${i}: claims(filter: { stances: $v }, first: 1) { nodes { slug } }`, ['STATES']],
    ['ids', '[ID!]!', (i) => `a${i}: nodes(ids: $v) { id }`, ['Entity:x', 'Entity:nobody']],
    ['entities', '[String!]!', (i) => `a${i}: comparison(entities: $v) { complete }`, ['x']],
    ['roots', '[ID!]!', (i) => `a${i}: graph(roots: $v) { complete }`, ['Entity:x']],
    [
      'roles',
      '[EdgeRole!]!',
      (i) => `a${i}: paths(from: "Entity:x", to: "Entity:xai", through: $v) { complete }`,
      ['DATA'],
    ],
    ['clocks', '[Clock!]!', (i) => `a${i}: timeline(entity: "x", clocks: $v) { totalCount }`, ['SAID']],
    ['kinds', '[ThingKind!]', (i) => `a${i}: search(text: "x", kinds: $v) { totalCount }`, ['Entity']],
  ]
  return lists.flatMap(([name, type, field, values]) => {
    const query = (times: number): string => `query ($v: ${type}) { ${list(times, field).join(' ')} }`
    const repeated = (length: number): object => ({ v: list(length, (i) => values[i % values.length]) })
    return [
      { kind: 'lists', name: `10,000 ${name} by 30 aliases`, bytes: toQuestion(query(30), repeated(10_000)) },
      { kind: 'lists', name: `10,000 ${name}, once`, bytes: toQuestion(query(1), repeated(10_000)) },
      { kind: 'lists', name: `200 ${name} by 5 aliases in an address`, bytes: toAddress(query(5), repeated(200)) },
    ]
  })
}

const pick = <T>(from: Readonly<Record<string, T>>, ...names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
