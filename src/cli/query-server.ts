import { DomainError } from '../domain/errors.ts'

/** Body of a GraphQL response. */
export interface ServerResponseBody {
  readonly data?: unknown
  readonly errors?: unknown
  readonly extensions?: unknown
}

const WAIT_MS = 60_000

/** Sends a query to a GraphQL server. @throws DomainError STORE_UNAVAILABLE when no GraphQL server responds */
export async function queryServer(api: string, query: string, variables: unknown = {}): Promise<ServerResponseBody> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', Connection: 'close' }
  const body = JSON.stringify({ query, variables })
  try {
    const response = await fetch(api, { method: 'POST', headers, body, signal: AbortSignal.timeout(WAIT_MS) })
    return toResponse(await response.json())
  } catch (cause) {
    throw new DomainError(
      'STORE_UNAVAILABLE',
      `The server at ${api} has the database open but does not respond; stop it, or try again later.`,
      {
        cause,
      },
    )
  }
}

const toResponse = (value: unknown): ServerResponseBody =>
  typeof value === 'object' && value !== null ? value : { errors: value }
