/** Codes of all errors. HTTP, GraphQL and the command line each map them by one table. */
export const ERROR_CODES = [
  'BAD_INPUT',
  'BAD_CURSOR',
  'NOT_FOUND',
  'LIMIT_EXCEEDED',
  'TIMEOUT',
  'BUSY',
  'RATE_LIMITED',
  'CONFLICT',
  'INVALID_SEED',
  'STORE_UNAVAILABLE',
  'STORE_LOCKED',
  'STORE_DAMAGED',
  'DISK_FULL',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'INTERNAL',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** An error for callers. Its message states the fault and the remedy, and contains no secrets. */
export class DomainError extends Error {
  readonly code: ErrorCode
  /** Argument, file or field that has the fault; null if the fault is in none. */
  readonly argument: string | null

  constructor(code: ErrorCode, message: string, options: { argument?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'DomainError'
    this.code = code
    this.argument = options.argument ?? null
  }
}
