import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inShared } from '../seeds/shared.ts'
import { ABSENT_NAMES, INVENTED_NAMES } from './invented-names.ts'
import { type MatchingFigures, measureMatching, renderMatching } from './measure-matching.ts'

const LIST = inShared('names/services.txt')
/** Share of misspelt names that are found among three candidates, and of matches that are right. */
const MIN_RECALL = 0.95
const MIN_PRECISION = 0.98

const sum = (figures: readonly MatchingFigures[], of: (one: MatchingFigures) => number): number =>
  figures.reduce((total, one) => total + of(one), 0)

function expectGood(figures: readonly MatchingFigures[]): void {
  const misspelt = figures.slice(0, -1)
  const table = renderMatching(figures)
  const recall = sum(misspelt, ({ firstThree }) => firstThree) / sum(misspelt, ({ queries }) => queries)
  const right = sum(figures, (one) => one.right)
  const precision = right / (right + sum(figures, (one) => one.wrong))
  expect(recall, table).toBeGreaterThanOrEqual(MIN_RECALL)
  expect(precision, table).toBeGreaterThanOrEqual(MIN_PRECISION)
  expect(right, table).toBeGreaterThan(sum(misspelt, ({ queries }) => queries) / 2)
}

describe('misspelt names', () => {
  it('are found among three candidates, and a match is right, for invented names', async () => {
    const figures = await measureMatching({ names: INVENTED_NAMES, absent: ABSENT_NAMES, perRule: 50, seed: 1 })
    expect(sum(figures.slice(0, -1), ({ queries }) => queries)).toBeGreaterThanOrEqual(450)
    expectGood(figures)
  })

  it.skipIf(!existsSync(LIST))('are found in a list of real services (needs ../shared/data)', async () => {
    const all = readFileSync(LIST, 'utf8').trim().split('\n')
    const [names, absent] = [all.filter((_, i) => i % 4 > 0), all.filter((_, i) => i % 4 === 0)]
    for (const seed of [1, 2]) {
      const figures = await measureMatching({ names, absent, perRule: 50, seed })
      expectGood(figures)
    }
  })
})
