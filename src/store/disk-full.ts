import { DomainError } from '../domain/errors.ts'

/** ENOSPC and EDQUOT, as Node tells them and as the embedded engine words them. */
const WORDS = /No space left on device|Disk quota exceeded|os error (?:28|122)\b/
const CODES = ['ENOSPC', 'EDQUOT']

/** Whatever was not written is undone, so what was stored before is whole and can be read on. */
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
