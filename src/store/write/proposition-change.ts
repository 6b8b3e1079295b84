import type { Claim } from '../../domain/claim.ts'
import type { LocalizedText } from '../../domain/name.ts'

/**
 * Names of the parts in which the proposition of a claim changed. A bound of validity that becomes known, and a new translation
 * of a text, are no changes.
 */
export function changedPropositionParts(before: Claim, after: Claim): readonly string[] {
  const checks: readonly (readonly [string, boolean])[] = [
    ['subject', same(before.subject, after.subject)],
    ['predicate', before.predicate === after.predicate],
    ['data', same([...before.data].sort(), [...after.data].sort())],
    ['uses', same([...before.uses].sort(), [...after.uses].sort())],
    ['object', hasSameObject(before.object, after.object)],
    ['condition', hasSameText(before.condition, after.condition)],
    ['validFrom', before.validFrom === null || before.validFrom === after.validFrom],
    ['validTo', before.validTo === null || before.validTo === after.validTo],
  ]
  return checks.filter(([, isSame]) => !isSame).map(([part]) => part)
}

function hasSameObject(before: Claim['object'], after: Claim['object']): boolean {
  if (before?.kind === 'Text' && after?.kind === 'Text') return hasSameText(before.text, after.text)
  return same(before, after)
}

function hasSameText(before: LocalizedText | null, after: LocalizedText | null): boolean {
  if (before === null || after === null) return before === after
  return Object.entries(before).every(([language, text]) => after[language] === text)
}

/** Equality of plain values with keys in the same order. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
