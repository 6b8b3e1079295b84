import type { ExportFormat, ExportSource } from '../export-format.ts'
import { WORKBOOK_TABLES } from '../tables/all-tables.ts'
import { ENTRY_VALUES } from '../tables/entry-cells.ts'
import type { Cell, Table } from '../tables/table.ts'
import { readMeLines } from '../workbook/read-me-lines.ts'
import { MAX_LINES, writeWorkbook } from '../workbook/write-workbook.ts'

/** Widths of the first sheet: sheet, column, meaning. */
const READ_ME_WIDTHS = [26, 24, 110]
/** Widths of columns that have sentences. A headline is rarely longer than its column. */
const SENTENCES: ReadonlyMap<string, number> = new Map([
  ['headline', 90],
  ['proposition', 60],
  ['by_line', 60],
  ['sentence', 60],
  ['words', 60],
  ['quote', 60],
  ['quote_translation', 60],
])

/** Width of a column that shows its name, and the beginning of its sentences. */
const widthOf = (column: string): number => SENTENCES.get(column) ?? Math.max(16, column.length + 2)

/** All tables in one file, after a sheet that explains them in the language of the export. */
export const workbookXlsx: ExportFormat = {
  file: 'workbook.xlsx',
  description: 'Excel workbook with all four tables, and a sheet that explains them',
  group: 'SPREADSHEET',
  program: 'Excel',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  // The first line of the sheet has the names of the columns.
  maxStatements: MAX_LINES - 1,
  async *write(source) {
    const { workbook } = source.messages.ui
    const gathered = source.gathered(ENTRY_VALUES)
    const sheets = [
      { name: workbook.readMe, widths: READ_ME_WIDTHS, lines: readMeLines(source) },
      ...WORKBOOK_TABLES.map((table) => ({
        name: table.name,
        widths: table.columns.map(widthOf),
        lines: withHeader(table, gathered),
      })),
    ]
    yield* writeWorkbook(sheets, workbook.cutMark)
  },
}

async function* withHeader(table: Table, source: ExportSource): AsyncIterable<readonly Cell[]> {
  yield table.columns
  yield* table.lines(source)
}
