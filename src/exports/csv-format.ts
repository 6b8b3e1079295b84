import type { ExportFormat, ExportGroup } from './export-format.ts'
import type { Cell, Table } from './tables/table.ts'

/**
 * Texts that a spreadsheet would calculate, and those that begin as if they had an apostrophe before such a text already. They get an
 * apostrophe, so that a reader may remove one from all.
 */
const CALCULATED = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
/** Texts that RFC 4180 quotes. A lone CR or LF is quoted too. */
const QUOTED = /[",\r\n]/

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const guarded = CALCULATED.test(cell) ? `'${cell}` : cell
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

const lineText = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`

/** Returns a table as a file. The last columns of a table number its lines, so that a file that was cut off is recognisable. */
export const csvFormat = (
  file: string,
  description: string,
  { columns, lines }: Table,
  group: ExportGroup = 'SPREADSHEET',
): ExportFormat => ({
  file,
  description,
  mediaType: 'text/csv; charset=utf-8; header=present',
  columns,
  group,
  async *write(source) {
    yield lineText(columns)
    for await (const line of lines(source)) yield lineText(line)
  },
})
