import { comparePartialDates } from '../text/partial-date.ts'
import type { Assertion } from './assertion.ts'

/** What was said first comes first, of unknown days last; then by id, so that there is one order. */
export const byAssertionDay = (
  a: Pick<Assertion, 'assertedAt' | 'id'>,
  b: Pick<Assertion, 'assertedAt' | 'id'>,
): number => comparePartialDates(a.assertedAt, b.assertedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
