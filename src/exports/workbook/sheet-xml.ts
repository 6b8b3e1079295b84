import { escapeXml } from '../../text/xml.ts'
import type { Cell } from '../tables/table.ts'

/** Maximum of UTF-16 units in a cell of a spreadsheet. */
export const MAX_CELL_LENGTH = 32_767

/** Carriage returns, which parsers of XML drop, and texts that look like the escape of a character in a spreadsheet. */
const ESCAPED = /\r|_(?=x[0-9A-Fa-f]{4}_)/g

/** Number of the bold style in the list of styles of a workbook; 0 is the plain one. */
const BOLD = 1

/** Returns the beginning of a sheet whose first line stays in view. @param widths of its columns, in characters */
export function sheetHead(widths: readonly number[]): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols}<sheetData>`
}
export const SHEET_TAIL = '</sheetData></worksheet>'

/**
 * Returns one line of a sheet, the first one bold. Texts are inline strings, which no spreadsheet calculates. Empty cells are left
 * out.
 * @param cutMark stands at the end of a text that is longer than MAX_CELL_LENGTH
 */
export function lineXml(cells: readonly Cell[], line: number, cutMark: string): string {
  const style = line === 1 ? ` s="${BOLD}"` : ''
  let xml = `<row r="${line}">`
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i]
    if (cell === undefined || cell === '') continue
    const place = `r="${columnName(i)}${line}"${style}`
    xml +=
      typeof cell === 'number'
        ? `<c ${place}><v>${cell}</v></c>`
        : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${textXml(cell, cutMark)}</t></is></c>`
  }
  return `${xml}</row>`
}

function textXml(text: string, cutMark: string): string {
  const short = text.length > MAX_CELL_LENGTH ? `${text.slice(0, MAX_CELL_LENGTH - cutMark.length)}${cutMark}` : text
  return escapeXml(short.replace(ESCAPED, (found) => (found === '\r' ? '_x000D_' : '_x005F_')))
}

const names: string[] = []

/** Returns the letters of a column: A for 0, AA for 26. */
function columnName(index: number): string {
  const known = names[index]
  if (known !== undefined) return known
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  names[index] = name
  return name
}
