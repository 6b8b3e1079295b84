import type { Assertion } from '../assertion.ts'
import type { ModelObjects } from '../model-objects.ts'
import { isVerbOf, VERBS_OF_STANCES } from '../reporting-verb.ts'
import { isLegalPair, LEGAL_POLARITIES } from '../stance.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/** The stance of an assertion decides its polarity and its verbs, and whether it may have `retracts`, `lacks` and `lacksFrom`. */
export const checkStances = ({ assertions }: Pick<ModelObjects, 'assertions'>): readonly RuleProblem[] =>
  assertions.flatMap(({ item }, i) =>
    problemsOf(item).map(([path, message]) => brokenRule(['assertions', i, ...path], message)),
  )

function problemsOf(one: Assertion): readonly (readonly [path: readonly string[], message: string])[] {
  const { stance, verb, polarity, retracts, lacks, lacksFrom } = one
  const problems: [string[], string][] = []
  if (!isLegalPair(stance, polarity)) {
    problems.push([['polarity'], `${stance} goes with ${LEGAL_POLARITIES[stance].join(' or ')}, not ${polarity}`])
  }
  if (verb !== undefined && !isVerbOf(verb, stance)) {
    const legal: readonly string[] = VERBS_OF_STANCES[stance]
    const remedy = legal.length === 0 ? 'leave it out' : `write one of ${legal.join(', ')}, or leave it out`
    problems.push([['verb'], `${verb} is no verb of ${stance}: ${remedy}`])
  }
  if ((stance === 'RETRACTS') !== (retracts !== null))
    problems.push([[], 'RETRACTS names what it takes back in retracts, and nothing else does'])
  if (lacks !== undefined && stance !== 'REPORTS_UNKNOWN') {
    const message = 'goes with REPORTS_UNKNOWN: only who says that it is not known misses something'
    problems.push([['lacks'], message])
  }
  if (lacksFrom !== undefined && lacks !== 'CONFIRMATION')
    problems.push([['lacksFrom'], 'goes with lacks: CONFIRMATION, which somebody has not given'])
  return problems
}
