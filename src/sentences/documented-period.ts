import type { Assertion } from '../domain/assertion.ts'
import type { Messages } from '../messages/en.ts'
import { formatDate } from '../text/languages.ts'

/** Returns the period in which a document contained the words of an assertion, in words. Null where it is unknown. */
export function documentedPeriod(
  { heldFrom, heldUntil }: Pick<Assertion, 'heldFrom' | 'heldUntil'>,
  { ui, tag }: Messages,
): string | null {
  if (heldFrom && heldUntil) return ui.documentedBetween(formatDate(heldFrom, tag), formatDate(heldUntil, tag))
  if (heldFrom) return ui.documentedSince(formatDate(heldFrom, tag))
  return heldUntil ? ui.heldUntil(formatDate(heldUntil, tag)) : null
}
