import { GraphQLError } from 'graphql'
import { toGraphQLError } from '../../graphql/errors.ts'
import { errorDetail, isLogged } from '../error-log.ts'
import type { Log } from '../log.ts'

/** What clients are told in place of errors that are not for them, and what those were. */
export interface ErrorMask {
  readonly mask: (error: unknown) => Error
  /** Notes what is behind the masks of an answer, under the id that its asker was told. */
  readonly note: (errors: readonly Error[], requestId: string) => void
}

export function createErrorMask(log: Log): ErrorMask {
  /** Whoever masks does not know the request: it is noted when the answer is done. */
  const behind = new WeakMap<Error, unknown>()
  return {
    mask(error) {
      if (isWrittenForClients(error)) return error
      const masked = toGraphQLError(error)
      if (isLogged(masked.extensions['code'])) behind.set(masked, error)
      return masked
    },
    note(errors, requestId) {
      // One fault may stand behind many fields.
      const faults = new Set(errors.filter((masked) => behind.has(masked)).map((masked) => unwrap(behind.get(masked))))
      for (const fault of faults)
        log({ level: 'error', event: 'unexpected-error', requestId, detail: errorDetail(fault) })
    },
  }
}

/** Syntax, validation and coercion errors quote only what the client sent. */
function isWrittenForClients(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false
  return error.originalError == null || isWrittenForClients(error.originalError)
}

const unwrap = (error: unknown): unknown => (error instanceof GraphQLError ? (error.originalError ?? error) : error)
