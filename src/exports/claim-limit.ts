import { DomainError } from '../domain/errors.ts'
import type { ExportFormat, ExportSource } from './export-format.ts'
import { EXPORT_FORMATS } from './formats.ts'

/** Number of formats that a refusal names, so that its message stays short. */
const MAX_NAMED = 6

/**
 * Refuses a filter with more claims than a format takes, before the first byte of the file.
 *
 * @throws DomainError LIMIT_EXCEEDED, which names formats without a limit
 */
export async function checkClaimLimit({ file, maxClaims }: ExportFormat, source: ExportSource): Promise<void> {
  if (maxClaims === undefined) return
  const count = await source.countClaims()
  if (count <= maxClaims) return
  const others = EXPORT_FORMATS.filter((one) => one.maxClaims === undefined)
    .slice(0, MAX_NAMED)
    .map((one) => one.file)
  throw new DomainError(
    'LIMIT_EXCEEDED',
    `${file} takes at most ${maxClaims} claims, not ${count}. Filter them, or take a format without a limit, such as ${others.join(', ')}.`,
  )
}
