/** ENOSPC and EDQUOT, as Node tells them and as the embedded engine words them. */
const WORDS = /No space left on device|Disk quota exceeded|os error (?:28|122)\b/
const CODES = ['ENOSPC', 'EDQUOT']

/** Whether an error, or one that caused it, says that a disk or a quota is full. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return CODES.includes(code) || WORDS.test(error.message) || isDiskFull(error.cause)
}
