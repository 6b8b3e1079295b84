import { parse } from 'csv-parse/sync'
import type { ExportReader, ReadStatement } from '../export-reader.ts'

/** Stands between several values of one cell. */
export const BETWEEN_VALUES = ' | '

/** Returns the lines of a CSV file by the names of its columns. */
export const linesOfCsv = (bytes: Buffer): readonly Readonly<Record<string, string>>[] =>
  parse(bytes, { columns: true, bom: true })

const statementOf = (line: Readonly<Record<string, string>>): ReadStatement => ({
  headline: line.headline ?? '',
  status: line.status ?? '',
  stance: line.stance ?? '',
  claimant: line.claimant ?? '',
  source: line.source ?? '',
  quote: line.quote ?? '',
  attribution: line.attribution ?? '',
})

export const assertionsCsvReader: ExportReader = {
  file: 'assertions.csv',
  read: async (bytes) => linesOfCsv(bytes).map(statementOf),
}
