import { findParameterProblem, type ParameterProblem, type QueryParameters } from '../../text/query-parameters.ts'
import type { Refusal } from '../refusal.ts'

/** A GraphQL-over-HTTP request: the text of a query, or the id of a trusted document, never both. */
export interface GraphQLParameters {
  readonly query: string | null
  readonly documentId: string | null
  /** Values as sent, not yet coerced. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Null for none, which some clients send as an empty text. */
  readonly operationName: string | null
}

type Parsed = { readonly parameters: GraphQLParameters } | { readonly refusal: Refusal }

/** Parses a body. Returns a refusal for one that is no GraphQL-over-HTTP request. */
export function parseGraphQLBody(text: string): Parsed {
  const body = parseOrNull(text)
  if (body === null) return refuse('The body is no JSON object: send {"query": "…"}.')
  if (Array.isArray(body)) return refuse('Send one query per request: lists of queries are not supported.')
  if (!isMap(body)) return refuse('The body has no query: send {"query": "…"}.')
  // A copy of a body with thousands of unknown members would take most of the time of its refusal.
  const { query: given, documentId, variables, extensions, operationName } = body
  const query = refuseQuery({ query: given, documentId, extensions }, 'body', 'send {"query": "…"}.')
  if (query) return { refusal: query }
  if (variables != null && !isMap(variables))
    return refuse('The variables are not a JSON object: send {"name": value}.')
  if (extensions != null && !isMap(extensions)) return refuse('The extensions are not a JSON object: leave them out.')
  if (operationName != null && typeof operationName !== 'string')
    return refuse('The operationName is not a string: send the name of an operation.')
  const unknown = Object.keys(body).find((name) => !PARAMETERS.known.includes(name) && body[name] != null)
  if (unknown !== undefined) return refuse(`Unexpected parameter "${unknown}" in the request body.`)
  return { parameters: { ...queryOf(body), variables: variables ?? {}, operationName: operationName || null } }
}

/** Parses the query of a URL. Returns a refusal for one that is no GraphQL-over-HTTP request. */
export function parseGraphQLUrl(url: string): Parsed {
  const index = url.indexOf('?')
  const parameters = new URLSearchParams(index < 0 ? '' : url.slice(index))
  const problem = findParameterProblem(parameters, PARAMETERS)
  if (problem) return refuse(parameterMessage(problem))
  const remedy = 'add ?query={…}, or send {"query": "…"} as JSON by POST.'
  const values = {
    variables: parseOrNull(parameters.get('variables')),
    extensions: parseOrNull(parameters.get('extensions')),
  }
  const given = {
    query: parameters.get('query'),
    documentId: parameters.get('documentId'),
    extensions: values.extensions,
  }
  const query = refuseQuery(given, 'URL', remedy)
  if (query) return { refusal: query }
  for (const [name, value] of Object.entries(values)) {
    const text = parameters.get(name)
    if (text && text !== 'null' && !isMap(value))
      return refuse(`The ${name} are not a JSON object: send one, or leave them out.`)
    if (isDeep(value)) return { refusal: TOO_DEEP }
  }
  const { variables } = values
  const operationName = parameters.get('operationName') || null
  return { parameters: { ...queryOf(given), variables: isMap(variables) ? variables : {}, operationName } }
}

/** Query and id as texts; null for each that is missing or empty. */
const queryOf = ({ query, documentId }: GivenQuery): Pick<GraphQLParameters, 'query' | 'documentId'> => ({
  query: typeof query === 'string' && query !== '' ? query : null,
  documentId: typeof documentId === 'string' && documentId !== '' ? documentId : null,
})

const PARAMETERS: QueryParameters = {
  known: ['query', 'variables', 'operationName', 'documentId', 'extensions'],
  repeatable: [],
  foreign: 'REFUSED',
}

function parameterMessage(problem: ParameterProblem): string {
  if (problem.is === 'REPEATED') return `The URL has the parameter "${problem.name}" more than once; give it once.`
  if (problem.is === 'UNDECODABLE')
    return `The parameter "${problem.name}" has bytes that are not UTF-8; escape it as UTF-8.`
  const near = problem.near === null ? '' : ` Did you mean ${problem.near}?`
  return `The URL has an unknown parameter "${problem.name}".${near} Known parameters: ${PARAMETERS.known.join(', ')}.`
}

/** Maximum depth of variables, since the cache key recurses into them. Inputs of the schema have a few levels. */
const MAX_LEVELS = 50

const TOO_DEEP: Refusal = {
  status: 400,
  code: 'LIMIT_EXCEEDED',
  message: `The variables are nested deeper than ${MAX_LEVELS} levels: send flatter ones.`,
}

function isDeep(value: unknown, level = 1): boolean {
  if (typeof value !== 'object' || value === null) return false
  return level > MAX_LEVELS || Object.values(value).some((one) => isDeep(one, level + 1))
}

/**
 * Refusal of an automatic persisted query, after which clients send the text. Apollo Client looks for the code, urql and Apollo
 * Kotlin for the message. The status is 200, since some clients read no other body.
 */
const NOT_PERSISTED: Refusal = {
  status: 200,
  code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  message: 'PersistedQueryNotSupported',
}

interface GivenQuery {
  readonly query?: unknown
  readonly documentId?: unknown
  readonly extensions?: unknown
}

/** A request has either a query or the id of a trusted document. */
function refuseQuery({ query, documentId, extensions }: GivenQuery, where: string, remedy: string): Refusal | null {
  const [hasQuery, hasId] = [query, documentId].map((value) => typeof value === 'string' && value !== '')
  if (hasQuery && hasId) return badInput(`The ${where} has a query and a documentId; send one of them.`)
  if (hasQuery || hasId) return null
  const isPersisted = isMap(extensions) && isMap(extensions['persistedQuery'])
  return isPersisted ? NOT_PERSISTED : badInput(`The ${where} has no query: ${remedy}`)
}

function parseOrNull(text: string | null): unknown {
  try {
    return text ? JSON.parse(text) : null
  } catch {
    return null
  }
}

const badInput = (message: string): Refusal => ({ status: 400, code: 'BAD_INPUT', message })
const refuse = (message: string): { readonly refusal: Refusal } => ({ refusal: badInput(message) })

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
