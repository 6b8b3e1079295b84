import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { assertionsCsv } from '../../src/exports/formats/csv.ts'
import { workbookXlsx } from '../../src/exports/formats/xlsx.ts'
import { openExport } from '../../src/exports/open-export.ts'
import { WORKBOOK_TABLES } from '../../src/exports/tables/all-tables.ts'
import { MAX_CELL_LENGTH } from '../../src/exports/workbook/sheet-xml.ts'
import { checkLineCount, MAX_LINES, type Sheet, writeWorkbook } from '../../src/exports/workbook/write-workbook.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { en } from '../../src/messages/en.ts'
import { fc } from '../property-runs.ts'
import { startSite } from '../site/start-site.ts'
import { hostileText } from './hostile-text.ts'
import { byColumn } from './readers/csv.ts'
import { sheetsOfXlsx } from './readers/xlsx.ts'
import { bytesOf } from './written-table.ts'

async function workbookOf(lines: readonly (readonly (string | number)[])[], cutMark = ' […]'): Promise<Buffer> {
  async function* each(): AsyncIterable<readonly (string | number)[]> {
    yield* lines
  }
  const sheet: Sheet = { name: 'claims', widths: [12, 60], lines: each() }
  const chunks: Uint8Array[] = []
  for await (const chunk of writeWorkbook([sheet], cutMark)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const readBack = async (lines: readonly (readonly (string | number)[])[]): Promise<unknown> =>
  (await sheetsOfXlsx(await workbookOf(lines))).get('claims')

/** Text as the workbook has it: characters that XML lacks, and DEL, are replaced. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression replaces them.
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu

describe('a workbook', () => {
  it('gives every text back to an independent parser, with U+FFFD for control characters', async () => {
    const line = fc.tuple(hostileText, hostileText, hostileText).map((cells) => ['line', ...cells, 'end'])
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (given) => {
        const expected = given.map((cells) => cells.map((cell) => cell.replace(NO_XML, '\uFFFD')))
        expect(await readBack(given)).toEqual(expected)
      }),
    )
  })

  it('has texts that begin as a formula as texts, and numbers as numbers', async () => {
    expect(await readBack([['=1+1', '+1', '007', 7]])).toEqual([['=1+1', '+1', '007', '7']])
    const bytes = await workbookOf([['=1+1']])
    expect(bytes.includes('<f>')).toBe(false)
  })

  it('has a bold first line that stays in view, and columns of the given widths', async () => {
    const parts = unzipSync(
      await workbookOf([
        ['claim', 'headline'],
        ['x', 'y'],
      ]),
    )
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect([...sheet.matchAll(/ width="(\d+)"/g)].map(([, width]) => width)).toEqual(['12', '60'])
    expect([...sheet.matchAll(/<c r="(\w+)" s="1"/g)].map(([, cell]) => cell)).toEqual(['A1', 'B1'])
    expect(sheet).toContain('<pane ySplit="1"')
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
    expect(/<cellXfs .*<xf [^>]*fontId="1"[^>]*>/.test(styles)).toBe(true)
  })

  it('cuts a text that is too long for a cell, with a mark', async () => {
    const [[cell = ''] = []] = (await sheetsOfXlsx(await workbookOf([['x'.repeat(40_000), 'end']]))).get('claims') ?? []
    expect([cell.length, cell.endsWith('x […]')]).toEqual([MAX_CELL_LENGTH, true])
  })

  it('has the same bytes for the same lines', async () => {
    expect((await workbookOf([['a']])).equals(await workbookOf([['a']]))).toBe(true)
  })

  it('cannot be opened after it was cut off', async () => {
    const bytes = await workbookOf(Array.from({ length: 500 }, (_, i) => [i, `text ${i}`]))
    for (const end of [bytes.length - 1, bytes.length - 30, Math.floor(bytes.length / 2)]) {
      await expect(sheetsOfXlsx(bytes.subarray(0, end))).rejects.toThrow()
    }
  })

  it('is refused with the name of the CSV file where a sheet has no place for its lines', () => {
    expect(() => checkLineCount('claims', MAX_LINES - 1)).not.toThrow()
    expect(() => checkLineCount('claims', MAX_LINES)).toThrow(/claims\.csv/)
  })
})

describe('the limit of statements of a workbook', () => {
  it('refuses more before the first byte, with the names of formats that take them', async () => {
    const site = await startSite()
    try {
      const store = site.open.database.visibleTo(PUBLIC_VIEWER)
      const request = { query: new URLSearchParams(), messages: en, asOf: null, publicUrl: site.url }
      const open = (maxStatements: number) =>
        openExport(store, { ...request, format: { ...workbookXlsx, maxStatements } })
      const lines = (await bytesOf(assertionsCsv, await open(MAX_LINES))).toString('utf8').split('\r\n').length - 2
      await expect(open(lines)).resolves.toBeDefined()
      await expect(open(lines - 1)).rejects.toMatchObject({
        code: 'LIMIT_EXCEEDED',
        message: expect.stringMatching(/assertions\.csv/),
      })
    } finally {
      await site.stop()
    }
  })
})

describe.each(MESSAGES.map((messages) => [messages.tag, messages.ui.workbook] as const))(
  'the first sheet of a workbook in %s',
  (tag, words) => {
    it('has the address, revision, filter, citation and licences, and every column of every sheet', async () => {
      const site = await startSite()
      try {
        const response = await fetch(`${site.url}/export/workbook.xlsx?lang=${tag}&story=x-privacy-2023`)
        const sheets = await sheetsOfXlsx(Buffer.from(await response.arrayBuffer()))
        expect([...sheets.keys()]).toEqual([words.readMe, ...WORKBOOK_TABLES.map(({ name }) => name)])
        const [first = []] = sheets.values()
        const besides = (key: string): string | undefined => first.find(([name]) => name === key)?.[1]
        expect(besides(words.url)).toMatch(/^http.*\/export\/workbook\.xlsx\?lang=.*asOf=.*story=x-privacy-2023$/)
        expect([besides(words.revision), besides(words.filter)]).toEqual(['1', 'story=x-privacy-2023'])
        expect(besides(words.cite)).toContain(besides(words.url))
        const lines = byColumn(sheets.get('sources') ?? [])
        const attributions = lines.map(({ attribution = '' }) => attribution).filter(Boolean)
        for (const attribution of attributions) expect(first.map(([, cell]) => cell)).toContain(attribution)
        expect(attributions.length).toBeGreaterThan(0)
        for (const { name, columns } of WORKBOOK_TABLES) {
          expect(sheets.get(name)?.[0]).toEqual(columns)
          expect(
            first.filter(([sheet, column]) => sheet === name && column !== '').map(([, column]) => column),
          ).toEqual(columns)
        }
      } finally {
        await site.stop()
      }
    })
  },
)
