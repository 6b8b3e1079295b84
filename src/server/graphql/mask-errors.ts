import { GraphQLError } from 'graphql'
import { toGraphQLError } from '../../graphql/errors.ts'
import { errorDetail, isLogged } from '../error-log.ts'
import type { Log } from '../log.ts'

/** Replaces unexpected errors in responses, and logs them. */
export interface ErrorMask {
  readonly mask: (error: unknown) => Error
  /** Logs the errors behind the masks of a response, with the request id of the response. */
  readonly note: (errors: readonly Error[], requestId: string) => void
}

/** Masks every error that was not written for clients. */
export function createErrorMask(log: Log): ErrorMask {
  /** Masked errors. They are logged with the response, since `mask` does not know the request. */
  const behind = new WeakMap<Error, unknown>()
  return {
    mask(error) {
      if (isWrittenForClients(error)) return error
      const masked = toGraphQLError(error)
      if (isLogged(masked.extensions['code'])) behind.set(masked, error)
      return masked
    },
    note(errors, requestId) {
      // One error may fail many fields.
      const unmasked = new Set(
        errors.filter((masked) => behind.has(masked)).map((masked) => unwrap(behind.get(masked))),
      )
      for (const error of unmasked)
        log({ level: 'error', event: 'unexpected-error', requestId, detail: errorDetail(error) })
    },
  }
}

/** Returns whether an error quotes nothing but the request: syntax, validation and coercion errors. */
function isWrittenForClients(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false
  return error.originalError == null || isWrittenForClients(error.originalError)
}

const unwrap = (error: unknown): unknown => (error instanceof GraphQLError ? (error.originalError ?? error) : error)
