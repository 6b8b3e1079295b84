import { list, toAddress, toBytes, toQuestion, toQuestionBody } from './hostile/request.ts'

/** A check of graphql-cop: its requests, and the condition for a finding. */
export interface CopCheck {
  /** Title in graphql-cop. */
  readonly title: string
  readonly requests: readonly Buffer[]
  /** @param bodies responses, one for each request */
  isFound(bodies: readonly string[]): boolean
}

const FORM: readonly [string, string] = ['Content-Type', 'application/x-www-form-urlencoded']
const GRAPHICAL = /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/

/**
 * The 13 checks of graphql-cop 1.15, reimplemented with the same or wider conditions: equivalent requests in another
 * form count too.
 */
export const COP_CHECKS: readonly CopCheck[] = [
  {
    title: 'Alias Overloading',
    requests: [
      toQuestion(`query cop { ${list(101, (i) => `alias${i}: __typename`).join(' ')} }`),
      toQuestion(`{ ...F } fragment F on Query { ${list(101, (i) => `alias${i}: __typename`).join(' ')} }`),
    ],
    isFound: (bodies) => bodies.some((body) => body.includes('"alias100"') && hasData(body)),
  },
  {
    title: 'Array-based Query Batching',
    requests: [toQuestionBody(JSON.stringify(list(10, () => ({ query: 'query cop { __typename }' }))))],
    isFound: ([body = '']) => (body.match(/"__typename"/g) ?? []).length >= 10,
  },
  {
    title: 'Introspection-based Circular Query',
    requests: [
      toQuestion(`query cop { __schema { types { ${'fields { type { '.repeat(4)} name ${'} } '.repeat(4)} } } }`),
      toQuestion('{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }'),
    ],
    isFound: (bodies) => bodies.some(hasData),
  },
  {
    title: 'Directive Overloading',
    requests: [
      toQuestion(`query cop { __typename ${'@aa'.repeat(10)} }`),
      toQuestion(`{ __typename ${'@skip(if: false)'.repeat(10)} }`),
    ],
    isFound: ([unknown = '', known = '']) => (unknown.match(/"message"/g) ?? []).length >= 10 || hasData(known),
  },
  {
    title: 'Field Duplication',
    requests: [toQuestion(`query cop { ${'__typename '.repeat(500)} }`)],
    isFound: (bodies) => bodies.some(hasData),
  },
  {
    title: 'Field Suggestions',
    requests: [toQuestion('query cop { __schema { directive } }'), toQuestion('{ claimz { totalCount } }')],
    isFound: (bodies) => bodies.some((body) => body.includes('Did you mean')),
  },
  {
    title: 'Introspection',
    requests: [toQuestion('query cop { __schema { types { name fields { name } } } }')],
    isFound: (bodies) => bodies.some(hasData),
  },
  {
    title: 'GraphQL IDE',
    requests: ['/graphiql', '/playground', '/console', '/graphql'].map((target) =>
      toBytes({ target, headers: [['Accept', 'text/html']] }),
    ),
    isFound: (bodies) => bodies.some((body) => GRAPHICAL.test(body)),
  },
  {
    title: 'GET Method Query Support',
    requests: [toAddress('query cop { __typename }')],
    isFound: (bodies) => bodies.some(hasData),
  },
  {
    title: 'Mutation is allowed over GET (possible CSRF)',
    requests: [toAddress('mutation cop { __typename }')],
    isFound: (bodies) => bodies.some(hasData),
  },
  {
    title: 'POST based url-encoded query (possible CSRF)',
    requests: [
      toBytes({ method: 'POST', target: '/graphql', headers: [FORM], body: 'query=query%20cop%20%7B__typename%7D' }),
      toBytes({ method: 'POST', target: '/graphql?query=%7B__typename%7D', headers: [FORM], body: '' }),
      toBytes({
        method: 'POST',
        target: '/graphql',
        headers: [['Content-Type', 'text/plain']],
        body: '{"query":"{__typename}"}',
      }),
    ],
    isFound: (bodies) => bodies.some(hasData),
  },
  {
    title: 'Trace Mode',
    requests: [toQuestion('query cop { __typename }'), toQuestion('query cop { nothing }')],
    isFound: (bodies) => bodies.some((body) => /"tracing"|"exception"|stacktrace/i.test(body)),
  },
  {
    title: 'Unhandled Errors Detection',
    requests: [toQuestion('qwerty cop { abc }'), toQuestionBody('{"query":{}}')],
    isFound: (bodies) => bodies.some((body) => /"exception"|stacktrace|\n\s+at /i.test(body) || body === ''),
  },
]

const hasData = (body: string): boolean => /"data":\{/.test(body)
