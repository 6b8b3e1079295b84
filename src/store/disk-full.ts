import { DomainError } from '../domain/errors.ts'

/** Messages of Node and of the embedded engine for ENOSPC and EDQUOT. */
const WORDS = /No space left on device|Disk quota exceeded|os error (?:28|122)\b/
const CODES = ['ENOSPC', 'EDQUOT']

/** Makes the error DISK_FULL. The engine has rolled back the incomplete write, so earlier data stays readable. */
export const diskFull = (cause: unknown): DomainError => {
  const text = 'The disk is full. Nothing that was stored is lost; free some space and try again.'
  return new DomainError('DISK_FULL', text, { cause })
}

/** Whether an error or one of its causes reports a full disk or quota. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return CODES.includes(code) || WORDS.test(error.message) || isDiskFull(error.cause)
}
