import { stringify } from 'csv-stringify/sync'
import type { ExportFormat, ExportSource } from '../export-format.ts'
import { ASSERTION_COLUMNS, assertionCells } from '../tables/assertion-cells.ts'
import { CLAIM_COLUMNS, claimCells } from '../tables/claim-cells.ts'

type Line = Readonly<Record<string, string | number>>

/** RFC 4180. A cell that a spreadsheet would calculate begins with an apostrophe. A lone CR or LF is quoted too. */
const OPTIONS = { record_delimiter: '\r\n', quoted_match: /[\r\n]/, escape_formulas: true } as const

const csvFormat = (
  file: string,
  description: string,
  columns: readonly string[],
  lines: (source: ExportSource) => AsyncIterable<Line>,
): ExportFormat => ({
  file,
  description,
  mediaType: 'text/csv; charset=utf-8; header=present',
  async *write(source) {
    yield stringify([[...columns]], OPTIONS)
    for await (const line of lines(source)) yield stringify([line], { ...OPTIONS, columns: [...columns] })
  },
})

async function* linesOfClaims(source: ExportSource): AsyncIterable<Line> {
  for await (const exported of source.claims()) yield { ...claimCells(exported, source) }
}

async function* linesOfAssertions(source: ExportSource): AsyncIterable<Line> {
  for await (const exported of source.claims()) for (const line of assertionCells(exported, source)) yield { ...line }
}

/** One line a claim. */
export const claimsCsv = csvFormat('claims.csv', 'CSV, a line for each claim', CLAIM_COLUMNS, linesOfClaims)
/** One line an assertion: who said what of a claim, where, when and in which words. */
export const assertionsCsv = csvFormat(
  'assertions.csv',
  'CSV, a line for each statement on a claim',
  ASSERTION_COLUMNS,
  linesOfAssertions,
)
