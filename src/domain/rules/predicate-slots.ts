import type { Claim } from '../claim.ts'
import type { ModelObjects } from '../model-objects.ts'
import { PREDICATES, type SlotRule } from '../predicate.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/** A claim fills the slots that its predicate requires, leaves the others empty, and has an object of a kind that fits. */
export const checkPredicateSlots = ({ claims }: Pick<ModelObjects, 'claims'>): readonly RuleProblem[] =>
  claims.flatMap(({ item }, i) => [...slotProblems(item, i), ...objectProblems(item, i)])

function slotProblems({ predicate, data, uses, object }: Claim, i: number): readonly RuleProblem[] {
  const rules = PREDICATES[predicate]
  const slots: readonly [string, SlotRule, boolean][] = [
    ['data', rules.data, data.length > 0],
    ['uses', rules.uses, uses.length > 0],
    ['object', rules.object, object !== null],
  ]
  return slots.flatMap(([slot, rule, isFilled]) => {
    if (rule === 'required' && !isFilled) return [brokenRule(['claims', i], `${predicate} needs ${slot}`)]
    if (rule === 'none' && isFilled) return [brokenRule(['claims', i, slot], `${predicate} takes no ${slot}`)]
    return []
  })
}

function objectProblems({ predicate, object }: Claim, i: number): readonly RuleProblem[] {
  const kinds: readonly string[] = PREDICATES[predicate].objectKinds
  if (object === null || kinds.length === 0 || kinds.includes(object.kind)) return []
  const words = kinds.map((kind) => kind.toLowerCase()).join(', ')
  return [brokenRule(['claims', i, 'object'], `the object of ${predicate} is one of: ${words}`)]
}
