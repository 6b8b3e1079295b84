import { findParameterProblem, type ParameterProblem, type QueryParameters } from '../../text/query-parameters.ts'
import type { Refusal } from '../refusal.ts'

/** Returns the refusal of a body that is no GraphQL-over-HTTP request. Null if it is one. */
export function refuseGraphQLBody(text: string): Refusal | null {
  const body = parseOrNull(text)
  if (body === null) return refuse('The body is no JSON object: send {"query": "…"}.')
  if (Array.isArray(body)) return refuse('Send one query per request: lists of queries are not supported.')
  if (!isMap(body)) return refuse('The body has no query: send {"query": "…"}.')
  const { variables, extensions, operationName } = body
  const query = refuseQuery({ ...body, extensions }, 'body', 'send {"query": "…"}.')
  if (query) return query
  if (variables != null && !isMap(variables)) return refuse('The variables are no JSON object.')
  if (extensions != null && !isMap(extensions)) return refuse('The extensions are no JSON object.')
  if (operationName != null && typeof operationName !== 'string') return refuse('The operationName is no text.')
  return null
}

/** Returns the refusal of a URL that is no GraphQL-over-HTTP request. Null if it is one. */
export function refuseGraphQLUrl(url: string): Refusal | null {
  const index = url.indexOf('?')
  const parameters = new URLSearchParams(index < 0 ? '' : url.slice(index))
  const problem = findParameterProblem(parameters, PARAMETERS)
  if (problem) return refuse(parameterMessage(problem))
  const remedy = 'add ?query={…}, or send {"query": "…"} as JSON by POST.'
  const extensions = parseOrNull(parameters.get('extensions') ?? '')
  const given = { query: parameters.get('query'), documentId: parameters.get('documentId'), extensions }
  const query = refuseQuery(given, 'URL', remedy)
  if (query) return query
  for (const name of ['variables', 'extensions']) {
    const text = parameters.get(name)
    const value = text ? parseOrNull(text) : null
    if (text && text !== 'null' && !isMap(value)) return refuse(`The ${name} are no JSON object.`)
    if (isDeep(value)) return TOO_DEEP
  }
  return null
}

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
  message: `The variables have more than ${MAX_LEVELS} lists and objects within each other.`,
}

function isDeep(value: unknown, level = 1): boolean {
  if (typeof value !== 'object' || value === null) return false
  return level > MAX_LEVELS || Object.values(value).some((one) => isDeep(one, level + 1))
}

/**
 * Refusal of a client that tries automatic persisted queries: it then sends the text. Apollo Client looks for the code,
 * urql and Apollo Kotlin for the message. Some clients do not read the body of another status than 200.
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
  if (hasQuery && hasId) return refuse(`The ${where} has a query and a documentId; send one of them.`)
  if (hasQuery || hasId) return null
  const isPersisted = isMap(extensions) && isMap(extensions['persistedQuery'])
  return isPersisted ? NOT_PERSISTED : refuse(`The ${where} has no query: ${remedy}`)
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const refuse = (message: string): Refusal => ({ status: 400, code: 'BAD_INPUT', message })

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
