/** A body of about `size` characters, most of them at one place. */
export interface HostileInput {
  readonly name: string
  readonly body: (size: number) => string
}

type Body = Readonly<Record<string, unknown>>

/** Repeats a numbered piece up to about `size` characters. */
function many(size: number, piece: (i: number) => string, between = ' '): string {
  const length = piece(0).length + between.length + String(size).length
  return Array.from({ length: Math.max(1, Math.floor(size / length)) }, (_, i) => piece(i)).join(between)
}
const list = <T>(size: number, length: number, item: (i: number) => T): readonly T[] =>
  Array.from({ length: Math.max(1, Math.floor(size / length)) }, (_, i) => item(i))
const keys = (size: number): object => Object.fromEntries(list(size, 12, (i) => [`k${i}`, 1]))
const aliases = (field: string, n = 30): string => Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(' ')
const long = (size: number): string => 'x'.repeat(size)
const nested = (size: number, open: string, close: string): string =>
  open.repeat(Math.floor(size / (open.length + close.length))) +
  close.repeat(Math.floor(size / (open.length + close.length)))

const CLAIMS = 'query ($a: ClaimFilter) { claims(filter: $a) { nodes { slug } } }'
const EACH = aliases('claims(filter: { statuses: $a }) { nodes { slug } }')

/** Strings of all kinds, each in a list and by itself. */
const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  characters: long,
  'quotation marks': (size) => '"'.repeat(size / 2),
  'control characters': (size) => '\u0001'.repeat(size / 6),
  emoji: (size) => '😀'.repeat(size / 4),
  'half characters': (size) => '\ud800'.repeat(size / 6),
  'line ends': (size) => '\n'.repeat(size / 2),
  'words of messages': (size) => 'found "x" Did you mean '.repeat(size / 23),
  digits: (size) => `2026-08-01T00:00:00.${'1'.repeat(size)}Z`,
}
/** A field for each type of a variable. */
const TYPES: Readonly<Record<string, string>> = {
  String: 'search(text: $a) { totalCount }',
  Int: 'claims(first: $a) { totalCount }',
  Boolean: 'uses(topOnly: $a) { slug }',
  ID: 'node(id: $a) { id }',
  Date: 'claims(filter: { validOn: $a }) { totalCount }',
  DateTime: 'claims(asOf: $a) { totalCount }',
  ClaimOrder: 'claims(orderBy: $a) { totalCount }',
  ClaimFilter: 'claims(filter: $a) { totalCount }',
}

const inVariables: readonly HostileInput[] = [
  ...Object.entries(TYPES).flatMap(([type, field]) => [
    ...Object.entries(TEXTS).map(([kind, text]) => of(`${type} of ${kind}`, (size) => asked(type, field, text(size)))),
    of(`${type} as an object`, (size) => asked(type, field, keys(size))),
    of(`${type} as a list`, (size) =>
      asked(
        type,
        field,
        list(size, 4, () => 'x'),
      ),
    ),
  ]),
  of('unknown keys', (size) => ({ query: CLAIMS, variables: { a: keys(size) } })),
  of('an unknown key', (size) => ({ query: CLAIMS, variables: { a: { [long(size)]: 1 } } })),
  of('an unknown key of marks', (size) => ({ query: CLAIMS, variables: { a: { ['"'.repeat(size / 2)]: 1 } } })),
  of('unknown keys beside a text', (size) => ({ query: CLAIMS, variables: { a: { ...keys(600), text: long(size) } } })),
  of('unknown keys of a list', (size) => ({ query: CLAIMS, variables: { a: list(size, 600, () => keys(600)) } })),
  of('enum values that are none', (size) => statuses(size, 'STATEDD')),
  of('enum values that are names of the prototype', (size) => statuses(size, '__proto__')),
  of('enum values, each of 400 letters', (size) => statuses(size, long(400))),
  of('enum values that are', (size) => statuses(size, 'STATED')),
  of('roots', (size) => ({
    query: `query ($a: [ID!]!) { ${aliases('graph(roots: $a) { complete }')} }`,
    variables: { a: list(size, 13, () => 'Entity:x') },
  })),
  of('ids with colons', (size) => ({
    query: `query ($a: ID!) { ${aliases('node(id: $a) { id }')} }`,
    variables: { a: `Entity${':'.repeat(size)}` },
  })),
  of('ids', (size) => ({
    query: 'query ($a: [ID!]!) { nodes(ids: $a) { id } }',
    variables: { a: list(size, 13, (i) => `Entity:x${i}`) },
  })),
  of('depth in lists', (size) => `{"query":"${CLAIMS}","variables":{"a":${nested(size, '[', ']')}}}`),
  of(
    'depth in objects',
    (size) => `{"query":"${CLAIMS}","variables":{"a":${nested(size - 1, '{"a":', '}').replace(':}', ':1}')}}}`,
  ),
  of('variables that nobody declared', (size) => ({ query: CLAIMS, variables: keys(size) })),
  of('variables that are missing', (size) => ({
    query: `query (${many(Math.min(size, 4000), (i) => `$v${i}: Int!`)}) { __typename }`,
  })),
  of('the same wrong text in every alias', (size) => ({
    query: `query ($a: String!) { ${aliases('claims(after: $a) { complete }')} }`,
    variables: { a: long(size) },
  })),
]

const inText: readonly HostileInput[] = [
  ...Object.entries(TEXTS).flatMap(([kind, text]) => [
    of(`a literal of ${kind} for a number`, (size) => ({
      query: `{ claims(first: ${JSON.stringify(text(size / 2))}) { totalCount } }`,
    })),
    of(`a literal of ${kind} for an enum`, (size) => ({
      query: `{ claims(orderBy: ${JSON.stringify(text(size / 2))}) { totalCount } }`,
    })),
    of(`a literal of ${kind} for a date`, (size) => ({
      query: `{ claims(filter: { validOn: ${JSON.stringify(text(size / 2))} }) { totalCount } }`,
    })),
    of(`a literal of ${kind} in its place`, (size) => ({
      query: `{ search(text: ${JSON.stringify(text(size / 2))}) { totalCount } }`,
    })),
    of(`a literal of ${kind} out of place`, (size) => ({ query: `{ claims ${JSON.stringify(text(size / 2))} }` })),
    of(`a block of ${kind}`, (size) => ({
      query: `{ claims(first: """${text(size / 2).replaceAll('"', '')}""") { totalCount } }`,
    })),
    of(`nothing but ${kind}`, (size) => ({ query: text(size) })),
    of(`a comment of ${kind}`, (size) => ({ query: `#${text(size)}\n{ nothing }` })),
  ]),
  ...Object.entries({
    'an unknown field': (name: string) => `{ ${name} }`,
    'an unknown argument': (name: string) => `{ claims(${name}: 1) { totalCount } }`,
    'an unknown type': (name: string) => `{ node(id: "x") { ... on ${name} { slug } } }`,
    'an unknown fragment': (name: string) => `{ ...${name} }`,
    'an unused fragment': (name: string) => `{ __typename } fragment ${name} on Query { __typename }`,
    'an unknown directive': (name: string) => `{ __typename @${name} }`,
    'an unknown enum value': (name: string) => `{ claims(orderBy: ${name}) { totalCount } }`,
    'an unknown key': (name: string) => `{ claims(filter: { ${name}: 1 }) { totalCount } }`,
    'an undefined variable': (name: string) => `{ claims(first: $${name}) { totalCount } }`,
    'an unused variable': (name: string) => `query ($${name}: Int) { __typename }`,
    'a variable of an unknown type': (name: string) => `query ($a: ${name}) { claims(first: $a) { totalCount } }`,
    'an operation': (name: string) => `query ${name} { nothing }`,
    'an alias of a failing field': (name: string) => `{ ${name}: claims(first: 0) { totalCount } }`,
    'an alias of many': (name: string) => `{ claims(first: 100) { nodes { ${name}: slug } } }`,
    'a number': (name: string) => `{ claims(first: ${name.replaceAll('x', '1')}) { totalCount } }`,
  }).map(([kind, query]) => of(`${kind}, long`, (size) => ({ query: query(long(size)) }))),
  ...Object.entries({
    'unknown fields': (size: number) => `{ ${many(size, (i) => `f${i}`)} }`,
    'unknown fields of a known one': (size: number) => `{ claims { ${many(size, (i) => `f${i}`)} } }`,
    'unknown arguments': (size: number) => `{ claims(${many(size, (i) => `f${i}: 1`)}) { totalCount } }`,
    'unknown fragments': (size: number) => `{ ${many(size, (i) => `...F${i}`)} }`,
    'unused fragments': (size: number) => `{ __typename } ${many(size, (i) => `fragment F${i} on Query { nothing }`)}`,
    'fragments in a circle': (size: number) =>
      `{ ...F0 } ${many(size, (i) => `fragment F${i} on Query { ...F${i + 1} ...F0 }`)}`,
    'unknown directives': (size: number) => `{ __typename ${many(size, () => '@aa', '')} }`,
    'unknown keys': (size: number) => `{ claims(filter: { ${many(size, (i) => `f${i}: 1`)} }) { totalCount } }`,
    'one key again': (size: number) => `{ claims(filter: { ${many(size, () => 'subject: 1')} }) { totalCount } }`,
    'unknown values': (size: number) =>
      `{ claims(filter: { statuses: [${many(size, (i) => `S${i}`)}] }) { totalCount } }`,
    'unused variables': (size: number) => `query (${many(size, (i) => `$v${i}: Int`)}) { __typename }`,
    'one variable again': (size: number) => `query (${many(size, () => '$v: Int')}) { __typename }`,
    'undefined variables': (size: number) => `{ ${many(size, (i) => `a: claims(first: $v${i}) { totalCount }`)} }`,
    'operations of one name': (size: number) => many(size, () => 'query A { __typename }'),
    'one field again': (size: number) => `{ ${many(size, () => '__typename')} }`,
    'one conflict again': (size: number) => `{ ${many(size, (i) => `a: claims(first: ${i}) { totalCount }`)} }`,
    'lists in lists': (size: number) => `{ claims(filter: ${nested(size, '[', ']')}) { totalCount } }`,
    'objects in objects': (size: number) =>
      `{ claims(filter: ${nested(size, '{a:', '}').replace(':}', ':1}')}) { totalCount } }`,
    'a type in lists': (size: number) =>
      `query ($a: ${nested(size, '[', ']').replace('[]', '[Int]')}) { claims(first: $a) { totalCount } }`,
    'errors of all things, after many lines': (size: number) =>
      `{ nodes(ids: ${JSON.stringify(Array.from({ length: 100 }, () => 'Entity:x'))}) {${'\n'.repeat(size / 2)} ... on Entity { ${aliases('claims(first: 0) { complete }', 20)} } } }`,
    'errors of all aliases': (size: number) => `{ ${aliases(`claims(after: "${long(size / 31)}") { complete }`)} }`,
    'introspection under aliases': () => `{ ${aliases('__schema { types { name fields { name type { name } } } }')} }`,
    'introspection in circles': () => '{ __schema { types { fields { type { fields { type { name } } } } } } }',
  }).map(([kind, query]) => of(kind, (size) => ({ query: query(size) }))),
]

const inBody: readonly HostileInput[] = [
  of('an operation that is not there', (size) => ({ query: '{ __typename }', operationName: long(size) })),
  of('a document that is not there', (size) => ({ documentId: long(size) })),
  of('extensions', (size) => ({ query: '{ nothing }', extensions: { a: long(size) } })),
  of('extensions, deep', (size) => `{"query":"{ nothing }","extensions":{"a":${nested(size, '[', ']')}}}`),
  of('an unknown parameter', (size) => ({ query: '{ __typename }', [long(size)]: 1 })),
  of('unknown parameters', (size) => ({ query: '{ __typename }', ...keys(size) })),
  of('a query that is no text', (size) => ({ query: keys(size) })),
  of('no JSON', long),
  of('no object', (size) => JSON.stringify(list(size, 2, () => 1))),
]

/** Bodies with an invalid or oversized value at every place that a client fills. */
export const HOSTILE_BODIES: readonly HostileInput[] = [...inVariables, ...inText, ...inBody]

function of(name: string, body: (size: number) => Body | string): HostileInput {
  return {
    name,
    body: (size) => {
      const made = body(size)
      return typeof made === 'string' ? made : JSON.stringify(made)
    },
  }
}
function asked(type: string, field: string, a: unknown): Body {
  return { query: `query ($a: ${type}!) { ${field} }`, variables: { a } }
}
function statuses(size: number, value: string): Body {
  return { query: `query ($a: [Status!]) { ${EACH} }`, variables: { a: list(size, value.length + 3, () => value) } }
}
