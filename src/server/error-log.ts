import { DomainError, type ErrorCode } from '../domain/errors.ts'

/** Codes of program errors and damaged data. Somebody has to repair them, so they are logged. */
const LOGGED: readonly string[] = ['INTERNAL', 'STORE_DAMAGED'] satisfies ErrorCode[]

/** Returns whether an error with this code is logged. */
export const isLogged = (code: unknown): boolean => LOGGED.includes(String(code))

/**
 * Returns the stack of an error for the log. The causes of an engine quote values, so they are left out, except for the
 * place of damaged data.
 */
export function errorDetail(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const where = error instanceof DomainError && error.code === 'STORE_DAMAGED' ? error.cause : null
  return [error.stack ?? error.message, ...(where instanceof Error ? [where.message] : [])].join('\n')
}
