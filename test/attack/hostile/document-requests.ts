import { EXAMPLES } from '../../../src/graphql/examples.ts'
import { type HostileRequest, list, shorten, toAddress, toQuestion } from './request.ts'

const INTROSPECTION =
  '{ __schema { types { name fields { name args { name type { name } } type { name ofType { name } } } } } }'

/**
 * GraphQL documents that are oversized, invalid, or more expensive than they look, each by POST, short ones by GET too.
 */
export function documentRequests(): readonly HostileRequest[] {
  return Object.entries(DOCUMENTS).flatMap(([name, query]) => [
    { kind: 'documents', name, bytes: toQuestion(query) },
    ...(query.length < 4000 ? [{ kind: 'documents', name: `${name}, by GET`, bytes: toAddress(query) }] : []),
  ])
}

const repeat = (open: string, close: string, n: number): string => open.repeat(n) + close.repeat(n)
const aliases = (n: number, field: string): string => list(n, (i) => `a${i}: ${field}`).join(' ')
const doubling = (levels: number, end: string): string =>
  `{ ...F0 } ${list(levels, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F${levels} on Query { ${end} }`
const circle = 'fields { type { '

const DOCUMENTS: Readonly<Record<string, string>> = {
  nothing: ' ',
  'a brace': '{',
  'braces within braces': repeat('{', '}', 20_000),
  'a comment of 200 KB': `#${'x'.repeat(200 * 1024)}`,
  '100,000 commas': `{ __typename ${','.repeat(100_000)} }`,
  'a zero byte': '{ __typename \0 }',
  'a byte order mark': '\ufeff{ __typename }',
  'other blanks': '{\u00a0__typename\u2028}',
  'a name of 200 KB': `{ ${'x'.repeat(200 * 1024)} }`,
  '1,900 unknown fields': `{ ${list(1900, (i) => `f${i}`).join(' ')} }`,
  '300 fields that are nearly right': `{ ${list(300, (i) => `claimz${i}`).join(' ')} }`,
  '300 unknown arguments': `{ claims(${list(300, (i) => `filte${i}: 1`).join(' ')}) { totalCount } }`,
  '300 unknown variables': `{ claims(${list(300, (i) => `a${i}: $v${i}`).join(' ')}) { totalCount } }`,
  '400 variables': `query (${list(400, (i) => `$v${i}: Int`).join(' ')}) { __typename }`,
  '400 variables of unknown types': `query (${list(400, (i) => `$v${i}: Clam${i}`).join(' ')}) { __typename }`,
  '400 times the same variable': `query (${'$v: Int '.repeat(400)}) { __typename }`,
  'a type 900 deep': `query ($v: ${'['.repeat(900)}Int${']'.repeat(900)}) { __typename }`,
  '400 operations': list(400, (i) => `query Q${i} { __typename }`).join(' '),
  '400 operations of one name': 'query Q { __typename } '.repeat(400),
  '400 fragments that nobody uses': `{ __typename } ${list(400, (i) => `fragment F${i} on Query { __typename }`).join(' ')}`,
  '400 fragments of unknown types': `{ __typename } ${list(400, (i) => `fragment F${i} on Clai${i} { a }`).join(' ')}`,
  '400 fragments of one name': `{ ...F } ${'fragment F on Query { __typename } '.repeat(400)}`,
  '5,000 aliases': `{ ${aliases(5000, '__typename')} }`,
  '30 aliases of a count': `{ ${aliases(30, 'claims { totalCount }')} }`,
  '500 aliases of a list': `{ ${aliases(500, 'claims { totalCount }')} }`,
  '500 times the same field': `{ ${'__typename '.repeat(500)} }`,
  '300 times the same field with its fields': `{ ${'stats { revision } '.repeat(300)} }`,
  '600 times one alias': `{ ${'a: __typename '.repeat(600)} a: stats { revision } }`,
  '300 fields that differ in an argument': `{ ${list(300, (i) => `claim(slug: "${i}") { slug }`).join(' ')} }`,
  'a fragment cycle': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  'a fragment in itself': '{ ...A } fragment A on Query { __typename ...A }',
  'a cycle of 300 fragments': `{ ...F0 } ${list(300, (i) => `fragment F${i} on Query { ...F${(i + 1) % 300} }`).join(' ')}`,
  'fragments that double': doubling(25, 'a: __typename'),
  'fragments that double and lead nowhere': doubling(25, 'nothing'),
  'fragments that double 100 times': doubling(100, '__typename'),
  '200 inline fragments': `{ ${'... on Query { __typename } '.repeat(200)} }`,
  'inline fragments 600 deep': `{ ${'... { '.repeat(600)} __typename ${'} '.repeat(600)} }`,
  'fields 10,000 deep': repeat('{ a ', '}', 10_000),
  'things within things': `{ claims(first: 1) { nodes { ${'subject { ... on Organization { claims(first: 1) { nodes { '.repeat(5)} slug ${'} } } } '.repeat(5)} } } }`,
  '400 directives': `{ __typename ${'@skip(if: false) '.repeat(400)} }`,
  '400 unknown directives': `{ __typename ${'@aa '.repeat(400)} }`,
  '10 unknown directives': `{ __typename ${'@aa'.repeat(10)} }`,
  '300 directives on operations': `query ${'@include(if: true) '.repeat(300)} { __typename }`,
  'directives whose condition is wrong': `{ ${list(25, (i) => `a${i}: __typename @skip(if: "x${i}")`).join(' ')} }`,
  'defer and stream': '{ claims { nodes @stream(initialCount: 0) { slug ... @defer { id } } } }',
  introspection: INTROSPECTION,
  'introspection in circles': `{ __schema { types { ${circle.repeat(4)} name ${'} } '.repeat(4)} } } }`,
  'introspection in circles of values': `{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } }`,
  'introspection by 20 aliases': `{ ${aliases(20, INTROSPECTION.slice(2, -2))} }`,
  'types by 25 aliases': `{ ${aliases(25, '__type(name: "Claim") { fields { name description args { name description } type { name } } }')} }`,
  'a type of 200 KB': `{ __type(name: "${'x'.repeat(200 * 1024)}") { name } }`,
  'a mutation': 'mutation { __typename }',
  '20 mutations': `mutation { ${aliases(20, 'delete')} }`,
  'a subscription': 'subscription { __typename }',
  'a schema': 'type Query { a: Int } extend type Claim { b: Int }',
  'a schema of 400 types': list(400, (i) => `type T${i} { a: Int }`).join(' '),
  'a schema beside a question': '{ __typename } scalar X directive @a on FIELD',
  ...Object.fromEntries(EXAMPLES.map(({ name, text }) => [`the example ${name} with a bracket too many`, `${text} }`])),
  ...Object.fromEntries(
    ['claims', 'entities', 'sources', 'stories', 'search'].flatMap((field) =>
      ['first: 101', 'first: 0', 'last: -1', 'first: 1, last: 1', 'first: 2147483648', 'after: "", before: ""'].map(
        (given) => {
          const query = `{ ${field}(${field === 'search' ? 'text: "x", ' : ''}${given}) { nodes { __typename } } }`
          return [shorten(query), query]
        },
      ),
    ),
  ),
}
