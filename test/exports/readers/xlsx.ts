import readXlsxFile from 'read-excel-file/node'
import type { ExportReader, ReadStatement } from '../export-reader.ts'
import { byColumn, type LineByColumn, statementOfAssertion, statementsOfClaim, statementsOfThing } from './csv.ts'

/** Returns the lines of each sheet as texts, by the name of the sheet. An empty cell is an empty text. */
export async function sheetsOfXlsx(bytes: Buffer): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const sheets = await readXlsxFile(bytes, { trim: false })
  return new Map(sheets.map(({ sheet, data }) => [sheet, data.map((cells) => cells.map((cell) => String(cell ?? '')))]))
}

const READERS: Readonly<Record<string, (line: LineByColumn) => readonly ReadStatement[]>> = {
  claims: statementsOfClaim,
  assertions: (line) => [statementOfAssertion(line)],
  sources: statementsOfThing,
  entities: statementsOfThing,
}

const textsOf = (statements: readonly ReadStatement[]): string =>
  [...new Set(statements.map((one) => JSON.stringify(Object.entries(one).sort())))].sort().join('\n')

/** Reads the statements of the sheet of assertions. Fails if another sheet lacks one of them, or has one more. */
export const workbookReader: ExportReader = {
  file: 'workbook.xlsx',
  async read(bytes) {
    const sheets = await sheetsOfXlsx(bytes)
    const read = Object.entries(READERS).map(([name, reader]) => byColumn(sheets.get(name) ?? []).flatMap(reader))
    const [, statements = []] = read
    if (read.some((one) => textsOf(one) !== textsOf(statements)))
      throw new Error('The sheets have different statements.')
    return statements
  },
}
