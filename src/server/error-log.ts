import { DomainError, type ErrorCode } from '../domain/errors.ts'

/** Faults of ours, and damage: somebody has to repair them, so that they stand in the log. */
const LOGGED: readonly string[] = ['INTERNAL', 'STORE_DAMAGED'] satisfies ErrorCode[]

export const isLogged = (code: unknown): boolean => LOGGED.includes(String(code))

/** Where it happened. What engines say quotes values, which are for no log; of damage it is said where it is. */
export function errorDetail(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const where = error instanceof DomainError && error.code === 'STORE_DAMAGED' ? error.cause : null
  return [error.stack ?? error.message, ...(where instanceof Error ? [where.message] : [])].join('\n')
}
