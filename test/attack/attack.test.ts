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

describe('corpus of hostile requests', () => {
  it('has at least 500 fixed requests, each with a unique name', () => {
    const names = fixedRequests().map(({ kind, name }) => `${kind}: ${name}`)
    expect(names.length).toBeGreaterThanOrEqual(500)
    expect(names.length - new Set(names).size).toBe(0)
  })

  it('is reproducible by seed, and differs between seeds', () => {
    const bytesOf = (seed: number): string =>
      [...generatedRequests(seed, 40)].map(({ bytes }) => bytes.toString('latin1')).join('\n')
    expect(bytesOf(1)).toBe(bytesOf(1))
    expect(bytesOf(1)).not.toBe(bytesOf(2))
  })
})

describe('options of the attack suite', () => {
  it.each([
    [['--only', 'nothing'], '--only is a list of'],
    [['--engine', 'sqlite'], '--engine is embedded or neo4j'],
    [['--engine', 'neo4j'], 'needs NEO4J_URI'],
    [['--seed', 'x'], '--seed is a whole number'],
  ])('reject wrong usage: %j', (args, sentence) => {
    expect(() => parseOptions(args, ROWS, {})).toThrow(sentence)
  })
})

it('docs/reference/security.md explains only checks of graphql-cop', () => {
  const titles = COP_CHECKS.map(({ title }) => title)
  expect(titles).toHaveLength(13)
  expect(explainedChecks().filter((title) => !titles.includes(title))).toEqual([])
})

describe('server under attack', { timeout: 120_000 }, () => {
  const attack = createRun({ engine: 'embedded', isShort: true, seed: SEED, command: BUILT_COMMAND }, () => undefined)
  afterAll(() => attack.end())

  const rows = ROWS.filter(({ isShort }) => isShort).map((row) => [row.name, row] as const)
  it.each(rows)('meets the goal of the row %s', async (_, row) => {
    const { holds, figure, details } = await attack.run(row)
    expect(holds, [figure, ...details].join('\n')).toBe(true)
  })
})
