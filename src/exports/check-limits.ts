import { wasSaid } from '../domain/assertion.ts'
import { DomainError } from '../domain/errors.ts'
import type { ExportFormat, ExportSource } from './export-format.ts'
import { EXPORT_FORMATS } from './formats.ts'

/** Number of formats that a refusal names, so that its message stays short. */
const MAX_NAMED = 6
/**
 * Statements on a claim that no export exceeds on average. If the claims times this number are within the limit, the statements are
 * not counted.
 */
const STATEMENTS_OF_A_CLAIM = 10

/**
 * Refuses a filter with more claims or statements than a format takes, before the first byte of the file. The statements are counted
 * only if there are enough claims to reach the limit.
 *
 * @throws DomainError LIMIT_EXCEEDED, which names formats without a limit
 */
export async function checkLimits(format: ExportFormat, source: ExportSource): Promise<void> {
  const { maxClaims, maxStatements } = format
  if (maxClaims === undefined && maxStatements === undefined) return
  const claims = await source.countClaims()
  if (maxClaims !== undefined && claims > maxClaims) throw refusalOf(format, `${maxClaims} claims, not ${claims}`)
  if (maxStatements === undefined || claims * STATEMENTS_OF_A_CLAIM <= maxStatements) return
  let statements = 0
  for await (const { details } of source.claims()) {
    // A claim without statements has a line of its own.
    statements += Math.max(1, details.assertions.filter(wasSaid).length)
    if (statements > maxStatements) throw refusalOf(format, `${maxStatements} statements`)
  }
}

function refusalOf({ file }: ExportFormat, limit: string): DomainError {
  const others = EXPORT_FORMATS.filter((one) => one.maxClaims === undefined && one.file !== file)
    .slice(0, MAX_NAMED)
    .map((one) => one.file)
  return new DomainError(
    'LIMIT_EXCEEDED',
    `${file} takes at most ${limit}. Filter them, or take a format without a limit, such as ${others.join(', ')}.`,
  )
}
