import { stringify } from 'csv-stringify/sync'
import type { ExportFormat, ExportGroup } from './export-format.ts'
import type { Cell, Table } from './tables/table.ts'

/** Options for RFC 4180. A text that a spreadsheet would calculate gets an apostrophe before it. A text with CR or LF is quoted. */
const OPTIONS = { record_delimiter: '\r\n', quoted_match: /[\r\n]/, escape_formulas: true } as const

/** Texts that begin with such an apostrophe themselves. They get one more, so that a reader may remove one from all texts. */
const LOOKS_GUARDED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

const guardedCell = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.startsWith("'") && LOOKS_GUARDED.test(cell) ? `'${cell}` : cell

/** Number of lines that are written by one call, which takes about a millisecond. */
const LINES_PER_CHUNK = 16
/** Length of these lines, in UTF-16 units, from which fewer of them are written by one call. */
const CHUNK_LENGTH = 16_384

const lengthOf = (line: readonly Cell[]): number => line.reduce((sum: number, cell) => sum + String(cell).length, 0)

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
    yield stringify([[...columns]], OPTIONS)
    let chunk: (readonly Cell[])[] = []
    let length = 0
    for await (const line of lines(source)) {
      chunk.push(line.map(guardedCell))
      length += lengthOf(line)
      if (chunk.length < LINES_PER_CHUNK && length < CHUNK_LENGTH) continue
      yield stringify(chunk, OPTIONS)
      chunk = []
      length = 0
    }
    if (chunk.length > 0) yield stringify(chunk, OPTIONS)
  },
})
