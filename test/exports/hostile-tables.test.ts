import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAX_CELL_LENGTH } from '../../src/exports/workbook/sheet-xml.ts'
import { en } from '../../src/messages/en.ts'
import { hostileDataset } from '../site/hostile-dataset.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { ALL_READERS } from './all-readers.ts'
import { expectedStatements, textsOf } from './expected-statements.ts'
import type { ReadStatement } from './export-reader.ts'
import { byColumn, statementOfAssertion } from './readers/csv.ts'
import { sheetsOfXlsx } from './readers/xlsx.ts'

let site: StartedSite
let expected: readonly ReadStatement[]
beforeAll(async () => {
  // Two assertions a claim, so that the line of the only source has place for all.
  site = await startSite({ dataset: hostileDataset(15) })
  expected = await expectedStatements(site)
})
afterAll(() => site.stop())

/** Control characters that the workbook replaces. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression replaces them.
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu

const asInWorkbook = (statement: ReadStatement): ReadStatement => {
  const { cutMark } = en.ui.workbook
  const cut = (text: string): string =>
    text.length > MAX_CELL_LENGTH ? `${text.slice(0, MAX_CELL_LENGTH - cutMark.length)}${cutMark}` : text
  const of = (text: string): string => cut(text).replace(NO_XML, '\uFFFD')
  return {
    headline: of(statement.headline),
    status: statement.status,
    stance: statement.stance,
    polarity: statement.polarity,
    certainty: statement.certainty,
    claimant: of(statement.claimant),
    source: of(statement.source),
    quote: of(statement.quote),
    attribution: of(statement.attribution),
  }
}

const readerOf = (file: string) => ALL_READERS.find((one) => one.file === file)

it.each(['claims.csv', 'assertions.csv', 'sources.csv', 'entities.csv', 'flourish-links.csv', 'flourish-points.csv'])(
  '%s has hostile names, titles, quotes and attributions unchanged',
  async (file) => {
    const response = await fetch(`${site.url}/export/${file}?lang=en`)
    const read = await readerOf(file)?.read(Buffer.from(await response.arrayBuffer()))
    expect(textsOf(read ?? [])).toEqual(textsOf(expected))
  },
)

it('workbook.xlsx has them, cut for a cell, with U+FFFD for the characters that XML lacks', async () => {
  const response = await fetch(`${site.url}/export/workbook.xlsx?lang=en`)
  const sheets = await sheetsOfXlsx(Buffer.from(await response.arrayBuffer()))
  const read = byColumn(sheets.get('assertions') ?? []).map(statementOfAssertion)
  expect(textsOf(read)).toEqual(textsOf(expected.map(asInWorkbook)))
})
