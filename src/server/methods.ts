import type { IncomingMessage, ServerResponse } from 'node:http'
import { trimSlashes } from '../text/trim-slashes.ts'
import { toReconciliationPath } from './endpoints/reconciliation-path.ts'
import type { Refusal } from './refusal.ts'

const READ_METHODS = ['GET', 'HEAD', 'OPTIONS']
const API_METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']

/** Path of the API. */
export const API_PATH = '/graphql'

/** Path of the protocol for assistants. */
export const MCP_PATH = '/mcp'

/** Paths of the reconciliation service. `reconciliation-path.ts` lists their methods; the service refuses unknown paths. */
const RECONCILIATION = /^\/reconcile(?:\/[a-z0-9/]*)?$/
/** MCP is served without streams and sessions, so it needs neither GET nor DELETE. */
const MCP_METHODS = ['POST', 'OPTIONS']

/** Methods of a path, whether it exists or not. */
const methodsOf = (path: string): readonly string[] => {
  if (path === MCP_PATH) return MCP_METHODS
  if (RECONCILIATION.test(path)) return toReconciliationPath(trimSlashes(path))?.methods ?? API_METHODS
  return path === API_PATH ? API_METHODS : READ_METHODS
}

/** Returns whether a request only reads: GET or HEAD. */
export const isReading = ({ method }: Pick<IncomingMessage, 'method'>): boolean => method === 'GET' || method === 'HEAD'

/** Returns the refusal of a method that a path does not allow. Null for an allowed method. */
export function refuseMethod(method: string | undefined, path: string): Refusal | null {
  const allowed = methodsOf(path)
  if (method !== undefined && allowed.includes(method)) return null
  const message = `This path takes ${allowed.join(', ')} only.`
  return { status: 405, code: 'BAD_INPUT', message, headers: { Allow: allowed.join(', ') } }
}

/**
 * Request headers that a page of another origin may send. Headers of GraphQL clients and of tracing are named for browsers that
 * do not know `*`, and Authorization because `*` does not cover it. The list is the same for every request, so caches need
 * no Vary.
 */
const ALLOWED_HEADERS = [
  ...['Accept', 'Accept-Language', 'Authorization', 'Content-Type', 'If-None-Match'],
  ...['Apollo-Require-Preflight', 'X-Apollo-Operation-Name', 'X-Apollo-Operation-Id', 'X-Apollo-Operation-Type'],
  ...['ApolloGraphQL-Client-Name', 'ApolloGraphQL-Client-Version', 'X-Apollo-Cache-Key'],
  ...['GraphQL-Client-Name', 'GraphQL-Client-Version', 'GraphQL-Require-Preflight', 'X-GraphQL-Operation-Name'],
  ...['X-Requested-With', 'X-Request-Id', 'Traceparent', 'Tracestate', 'Baggage', 'Sentry-Trace', 'B3'],
  '*',
]

/** Responds to OPTIONS, and to the preflight of a browser, with the methods of a path and the allowed headers. */
export function sendOptions(response: ServerResponse, path: string): void {
  const methods = methodsOf(path).join(', ')
  const isShared = response.hasHeader('Access-Control-Allow-Origin')
  response
    .writeHead(204, {
      Allow: methods,
      ...(isShared && {
        'Access-Control-Allow-Methods': methods,
        'Access-Control-Allow-Headers': ALLOWED_HEADERS.join(', '),
        'Access-Control-Max-Age': '86400',
      }),
    })
    .end()
}
