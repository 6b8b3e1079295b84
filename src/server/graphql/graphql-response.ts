import type { GraphQLError } from 'graphql'
import { MAX_COST } from '../../graphql/limits/cost.ts'
import { NO_STORE } from '../cache/cached-response.ts'
import { RESULT_TYPE } from '../negotiate-type.ts'
import { HEADERS_OF_STATUS, STATUS_OF_CODE } from '../refusal.ts'
import { boundErrors } from './bound-errors.ts'
import { toDocumentedError } from './documented-errors.ts'
import type { Notice } from './near-slug-words.ts'

/** Result of a GraphQL request before it is written as HTTP. */
export interface GraphQLOutcome {
  /** Absent for a query that was not executed. */
  readonly data?: unknown
  /** Written for clients. */
  readonly errors?: readonly GraphQLError[] | undefined
  /** Notices on fields that are null because their slug is unknown. */
  readonly notices?: readonly Notice[] | undefined
  /** Cost in points; absent if it was not counted. */
  readonly points?: number | undefined
  /** Status and headers of a refusal, in either media type. */
  readonly http?: { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
}

/** Response of the API as HTTP. */
export interface GraphQLResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Status of a query that was not executed, in application/graphql-response+json. In application/json it is 200. */
const NOT_EXECUTED = 400

/**
 * Writes an outcome as HTTP. Every error gets a documented code, and all errors together are bounded. A response with
 * errors must not be cached, since the next one may be complete. Its status is not 200 if the store failed, so that caches
 * and monitors notice.
 */
export function toGraphQLResponse(outcome: GraphQLOutcome, mediaType: string): GraphQLResponse {
  const { data, points, http, notices = [] } = outcome
  const cost =
    points === undefined ? undefined : { cost: { points, limit: MAX_COST }, ...(notices.length > 0 && { notices }) }
  if (!outcome.errors || outcome.errors.length === 0) {
    return { status: 200, headers: { 'Content-Type': mediaType }, text: JSON.stringify({ data, extensions: cost }) }
  }
  const hasData = 'data' in outcome
  const errors = outcome.errors.map(toDocumentedError)
  const failed = Math.max(0, ...errors.map(({ extensions }) => statusOfCode(extensions['code'])))
  const refused = hasData || mediaType !== RESULT_TYPE ? 0 : NOT_EXECUTED
  const status = Math.max(http?.status ?? 0, failed, refused) || 200
  return {
    status,
    headers: {
      'Content-Type': mediaType,
      ...http?.headers,
      ...HEADERS_OF_STATUS[failed],
      'Cache-Control': NO_STORE,
    },
    text: JSON.stringify({ errors: boundErrors(errors, hasData), ...(hasData && { data }), extensions: cost }),
  }
}

function statusOfCode(code: unknown): number {
  const found = Object.entries(STATUS_OF_CODE).find(([known]) => known === code)
  return found?.[1] ?? 0
}
