import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assertionTable } from '../../src/exports/tables/assertion-cells.ts'
import { claimTable } from '../../src/exports/tables/claim-cells.ts'
import { entityTable } from '../../src/exports/tables/entity-cells.ts'
import { linkTable } from '../../src/exports/tables/link-cells.ts'
import { pointTable } from '../../src/exports/tables/point-cells.ts'
import { sourceTable } from '../../src/exports/tables/source-cells.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { en } from '../../src/messages/en.ts'
import { tableUnder } from '../documentation/markdown.ts'

const DOCUMENTED = readFileSync(join(import.meta.dirname, '../../docs/reference/exports.md'), 'utf8')
const TABLES = [
  ['claims.csv', claimTable],
  ['assertions.csv', assertionTable],
  ['sources.csv', sourceTable],
  ['entities.csv', entityTable],
  ['flourish-links.csv', linkTable],
  ['flourish-points.csv', pointTable],
] as const

describe.each(TABLES)('the columns of %s', (file, table) => {
  it('have names that differ', () => {
    expect(new Set(table.columns).size).toBe(table.columns.length)
  })

  it('stand in the documentation, in their order and with their meanings', () => {
    const meanings = table.meanings(en)
    const expected = table.columns.map((column, i) => [`\`${column}\``, meanings[i]])
    expect(tableUnder(DOCUMENTED, `Columns of ${file}`)).toEqual(expected)
  })

  it('have a meaning in every language', () => {
    for (const messages of MESSAGES) {
      expect(Object.keys(messages.ui.tables[table.name]).sort()).toEqual([...table.columns].sort())
    }
  })
})
