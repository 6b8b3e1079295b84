import { DomainError, type ErrorCode } from '../domain/errors.ts'

/** Codes of program errors and of damaged data, which need a repair. */
const LOGGED: readonly string[] = ['INTERNAL', 'STORE_DAMAGED'] satisfies ErrorCode[]

/** Returns whether an error with this code is logged. */
export const isLogged = (code: unknown): boolean => LOGGED.includes(String(code))

/**
 * Returns the stack of an error for the log. Causes are left out, since errors of an engine quote values. The cause of
 * STORE_DAMAGED is included, since it names the damaged place.
 */
export function errorDetail(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const where = error instanceof DomainError && error.code === 'STORE_DAMAGED' ? error.cause : null
  return [error.stack ?? error.message, ...(where instanceof Error ? [where.message] : [])].join('\n')
}
