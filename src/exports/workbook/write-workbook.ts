import { DomainError } from '../../domain/errors.ts'
import type { Cell } from '../tables/table.ts'
import { createArchive } from './archive.ts'
import { lineXml, SHEET_TAIL, sheetHead } from './sheet-xml.ts'
import { sheetPath, workbookParts } from './workbook-parts.ts'

/** One sheet. Its first line is bold and stays in view. */
export interface Sheet {
  /** At most 31 characters, none of []/\:*? */
  readonly name: string
  /** Width of each column, in characters. */
  readonly widths: readonly number[]
  readonly lines: AsyncIterable<readonly Cell[]>
}

/** Maximum of lines in a sheet of a spreadsheet. */
export const MAX_LINES = 1_048_576
/** Length of the XML that is compressed by one call, in UTF-16 units. */
const CHUNK_LENGTH = 65_536

/**
 * Writes an Office Open XML workbook line by line. The directory of the archive is last, so that no program opens a workbook that was
 * cut off.
 *
 * @param cutMark stands at the end of a text that is too long for a cell
 * @throws DomainError LIMIT_EXCEEDED for a sheet with more than MAX_LINES
 */
export async function* writeWorkbook(sheets: readonly Sheet[], cutMark: string): AsyncIterable<Uint8Array> {
  const archive = createArchive()
  for (const [path, text] of workbookParts(sheets.map(({ name }) => name))) await archive.entry(path).end(text)
  for (const [i, { name, widths, lines }] of sheets.entries()) {
    const entry = archive.entry(sheetPath(i + 1))
    try {
      let [xml, count] = [sheetHead(widths), 0]
      for await (const cells of lines) {
        count += 1
        checkLineCount(name, count - 1)
        xml += lineXml(cells, count, cutMark)
        if (xml.length < CHUNK_LENGTH) continue
        await entry.write(xml)
        xml = ''
        yield* archive.taken()
      }
      await entry.end(xml + SHEET_TAIL)
    } finally {
      entry.close()
    }
    yield* archive.taken()
  }
  archive.end()
  yield* archive.taken()
}

/**
 * Checks the number of lines below the header of a sheet.
 * @throws DomainError LIMIT_EXCEEDED that names the CSV file with the same lines
 */
export function checkLineCount(sheet: string, count: number): void {
  if (count < MAX_LINES) return
  const message = `The sheet ${sheet} would have more than ${MAX_LINES} lines. Use ${sheet}.csv, or a filter.`
  throw new DomainError('LIMIT_EXCEEDED', message)
}
