import { afterAll, describe, expect, it } from 'vitest'
import { BUILT_COMMAND } from '../built-command.ts'
import { COP_CHECKS } from './cop-checks.ts'
import { fixedRequests } from './hostile/fixed-requests.ts'
import { generatedRequests } from './hostile/generated-requests.ts'
import { parseOptions } from './options.ts'
import { explainedChecks } from './rows/cop.ts'
import { ROWS } from './rows.ts'
import { createRun } from './run-rows.ts'

const SEED = 13

describe('the corpus of hostile requests', () => {
  it('has at least 500 fixed ones, each with a name of its own', () => {
    const names = fixedRequests().map(({ kind, name }) => `${kind}: ${name}`)
    expect(names.length).toBeGreaterThanOrEqual(500)
    expect(names.length - new Set(names).size).toBe(0)
  })

  it('is the same again for the same seed, and another for another', () => {
    const bytesOf = (seed: number): string =>
      [...generatedRequests(seed, 40)].map(({ bytes }) => bytes.toString('latin1')).join('\n')
    expect(bytesOf(1)).toBe(bytesOf(1))
    expect(bytesOf(1)).not.toBe(bytesOf(2))
  })
})

describe('wrong use of the suite', () => {
  it.each([
    [['--only', 'nothing'], '--only is a list of'],
    [['--engine', 'sqlite'], '--engine is embedded or neo4j'],
    [['--engine', 'neo4j'], 'needs NEO4J_URI'],
    [['--seed', 'x'], '--seed is a whole number'],
  ])('is refused: %j', (args, sentence) => {
    expect(() => parseOptions(args, ROWS, {})).toThrow(sentence)
  })
})

it('docs/reference/security.md explains nothing that graphql-cop does not check', () => {
  const titles = COP_CHECKS.map(({ title }) => title)
  expect(titles).toHaveLength(13)
  expect(explainedChecks().filter((title) => !titles.includes(title))).toEqual([])
})

describe('under attack', { timeout: 120_000 }, () => {
  const attack = createRun({ engine: 'embedded', isShort: true, seed: SEED, command: BUILT_COMMAND }, () => undefined)
  afterAll(() => attack.end())

  const rows = ROWS.filter(({ isShort }) => isShort).map((row) => [row.name, row] as const)
  it.each(rows)('the server holds the figures of the row %s', async (_, row) => {
    const { holds, figure, details } = await attack.run(row)
    expect(holds, [figure, ...details].join('\n')).toBe(true)
  })
})
