import { DomainError } from '../domain/errors.ts'

/** ENOSPC and EDQUOT, in the messages of Node and of the embedded engine. */
const WORDS = /No space left on device|Disk quota exceeded|os error (?:28|122)\b/
const CODES = ['ENOSPC', 'EDQUOT']

/** The incomplete write is rolled back, so data that was stored before is complete and stays readable. */
export const diskFull = (cause: unknown): DomainError => {
  const text = 'The disk is full. Nothing that was stored is lost; free some space and try again.'
  return new DomainError('DISK_FULL', text, { cause })
}

/** Whether an error, or one that caused it, says that a disk or a quota is full. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return CODES.includes(code) || WORDS.test(error.message) || isDiskFull(error.cause)
}
