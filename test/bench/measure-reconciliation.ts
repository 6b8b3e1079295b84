import { existsSync, readFileSync } from 'node:fs'
import { ABSENT_NAMES, INVENTED_NAMES } from '../reconciliation/invented-names.ts'
import { type CostFigures, type IndexFigures, measureCost, measureIndex } from '../reconciliation/measure-cost.ts'
import { type MatchingFigures, measureMatching } from '../reconciliation/measure-matching.ts'
import { inShared } from '../seeds/shared.ts'

export interface ReconciliationFigures {
  readonly invented: readonly MatchingFigures[]
  /** Null where the list of real services is absent. */
  readonly services: readonly MatchingFigures[] | null
  readonly cost: readonly CostFigures[]
  readonly index: readonly IndexFigures[]
}

const LIST = inShared('names/services.txt')

/** Measures the matching of misspelt names, and its cost. */
export async function measureReconciliation(
  isQuick: boolean,
  note: (text: string) => void,
): Promise<ReconciliationFigures> {
  const perRule = isQuick ? 10 : 50
  note('reconciliation: misspelt names')
  const invented = await measureMatching({ names: INVENTED_NAMES, absent: ABSENT_NAMES, perRule, seed: 1 })
  const all = existsSync(LIST) ? readFileSync(LIST, 'utf8').trim().split('\n') : null
  const services =
    all === null
      ? null
      : await measureMatching({
          names: all.filter((_, i) => i % 4 > 0),
          absent: all.filter((_, i) => i % 4 === 0),
          perRule,
          seed: 1,
        })
  const cost: CostFigures[] = []
  for (const count of isQuick ? [200] : [500, 10_000]) {
    note(`reconciliation: batches over ${count} names`)
    cost.push(await measureCost(count, isQuick ? 5 : 21))
  }
  note('reconciliation: the index alone')
  const index = (isQuick ? [1000] : [10_000, 100_000]).map(measureIndex)
  return { invented, services, cost, index }
}
