/** The one vocabulary of errors; each border has one table from these codes to its own. */
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
  'FORBIDDEN',
  'INTERNAL',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** A failure that a caller can understand: the message says what is wrong and what to do, and quotes no secrets. */
export class DomainError extends Error {
  readonly code: ErrorCode
  /** The argument, file or field at fault, where there is one. */
  readonly argument: string | null

  constructor(code: ErrorCode, message: string, options: { argument?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'DomainError'
    this.code = code
    this.argument = options.argument ?? null
  }
}
