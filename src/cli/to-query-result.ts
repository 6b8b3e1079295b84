import type { QueryError, QueryResult } from '../mcp/run-query.ts'
import type { ServerResponseBody } from './query-server.ts'

/** Reads the response of a server as the result of a query. Malformed parts are left out. */
export function toQueryResult({ data, errors, extensions }: ServerResponseBody): QueryResult {
  const notices = isMap(extensions) ? messagesIn(extensions['notices']) : []
  return { data, errors: messagesIn(errors), notices }
}

const messagesIn = (value: unknown): readonly QueryError[] => (Array.isArray(value) ? value.filter(isMessage) : [])

const isMessage = (value: unknown): value is QueryError => isMap(value) && typeof value['message'] === 'string'

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
