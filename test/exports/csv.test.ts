import { describe, expect, it } from 'vitest'
import { csvFormat } from '../../src/exports/csv-format.ts'
import { BETWEEN_VALUES, joinedText } from '../../src/exports/tables/cell-texts.ts'
import { fc } from '../property-runs.ts'
import { hostileText } from './hostile-text.ts'
import { cellsOfCsv } from './readers/csv.ts'
import { splitCell } from './split-cell.ts'
import { bytesOf, tableOfLines } from './written-table.ts'

const csvOf = (lines: readonly (readonly string[])[]): Promise<Buffer> =>
  bytesOf(csvFormat('claims.csv', 'CSV', tableOfLines(lines)))

describe('a CSV file', () => {
  it('gives every text back to an independent parser, NUL and line breaks included', async () => {
    const lines = fc.array(fc.tuple(hostileText, hostileText, hostileText), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(lines, async (given) => {
        const [header, ...read] = cellsOfCsv(await csvOf(given))
        expect(header).toEqual(['a', 'b', 'c'])
        expect(read).toEqual(given)
      }),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠A1'])(
    'neutralises a cell that begins as %j',
    async (cell) => {
      const text = (await csvOf([[cell]])).toString()
      expect(text.split('\r\n').slice(1).join('\r\n')).toMatch(/^"?'/)
    },
  )

  it('quotes a comma, a quotation mark and a line break, and nothing else (RFC 4180)', async () => {
    const cells = ['a b;', 'x,y', 'say "z"', 'l\r', 'm\n', '']
    expect((await csvOf([cells])).toString()).toBe('a,b,c,d,e,f\r\na b;,"x,y","say ""z""","l\r","m\n",\r\n')
  })

  it('leaves numbers as they are', async () => {
    expect((await bytesOf(csvFormat('claims.csv', 'CSV', tableOfLines([[-1, 2]])))).toString()).toBe('a,b\r\n-1,2\r\n')
  })
})

describe('a cell of several values', () => {
  it('can be split into the same values', () => {
    const values = fc.array(fc.oneof(hostileText, fc.constantFrom('|', ' |', '| ', '\\|', '\\', ' | ', '')), {
      minLength: 1,
    })
    fc.assert(
      fc.property(values, (given) => {
        expect(splitCell(joinedText(given), given.length)).toEqual(given)
      }),
    )
  })

  it('has nothing but the values and the bars between them where no value has a bar', () => {
    expect(joinedText(['a', 'b', ''])).toBe(`a${BETWEEN_VALUES}b${BETWEEN_VALUES}`)
    expect(joinedText(['', ''])).toBe('')
  })
})
