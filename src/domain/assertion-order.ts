import { comparePartialDates } from '../text/partial-date.ts'
import type { Assertion } from './assertion.ts'

/** Orders assertions by day, those of unknown days last, then by id, so that the order is total. */
export const byAssertionDay = (
  a: Pick<Assertion, 'assertedAt' | 'id'>,
  b: Pick<Assertion, 'assertedAt' | 'id'>,
): number => comparePartialDates(a.assertedAt, b.assertedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
