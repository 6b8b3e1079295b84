import type { ExportSource } from '../export-format.ts'
import { WORKBOOK_TABLES } from '../tables/all-tables.ts'
import type { Cell } from '../tables/table.ts'
import { MAX_CELL_LENGTH } from './sheet-xml.ts'

/** Maximum of licences that the first sheet lists. */
const MAX_LICENCES = 100

/** Iterates over the lines of the first sheet: origin, citation, licences and every column of every sheet. */
export async function* readMeLines(source: ExportSource): AsyncIterable<readonly Cell[]> {
  const { messages, url, revision, recordedAt, query } = source
  const { workbook } = messages.ui
  const filters = [...query].map(([name, value]) => `${name}=${value}`)
  yield [workbook.readMe]
  yield [workbook.about]
  yield [workbook.url, url]
  yield [workbook.revision, revision]
  yield [workbook.recordedAt, recordedAt ?? '']
  yield [workbook.language, messages.tag]
  yield [workbook.filter, filters.length === 0 ? workbook.noFilter : filters.join('; ')]
  yield [workbook.cite, workbook.citation(url, revision)]
  yield [workbook.several]
  yield [workbook.longCells(MAX_CELL_LENGTH, workbook.cutMark.trim())]
  yield [workbook.control]
  yield []
  yield [workbook.licence]
  yield* licenceLines(source)
  yield []
  yield [workbook.sheet, workbook.column, workbook.meaning]
  for (const table of WORKBOOK_TABLES) {
    yield [table.name, '', workbook.sheets[table.name]]
    for (const [i, meaning] of table.meanings(messages).entries()) yield [table.name, table.columns[i] ?? '', meaning]
  }
}

/** Iterates over the licences of the sources, each once with its attribution. */
async function* licenceLines({ sources, messages }: ExportSource): AsyncIterable<readonly Cell[]> {
  const { workbook } = messages.ui
  const known = new Set<string>()
  for await (const { licence, attribution } of sources()) {
    if (licence === null && attribution === null) continue
    const line = [licence ?? workbook.noLicence, attribution ?? '']
    const key = line.join('\n')
    if (known.has(key)) continue
    if (known.size === MAX_LICENCES) {
      yield [workbook.moreLicences(MAX_LICENCES)]
      return
    }
    known.add(key)
    yield line
  }
}
