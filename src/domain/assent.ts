import type { Assertion } from './assertion.ts'

/** Whether the claimed thing is the case, according to one assertion. A guess is OPEN on either side. */
export const ASSENTS = ['YES', 'NO', 'OPEN'] as const
export type Assent = (typeof ASSENTS)[number]

/** Returns the reply of an assertion to the question whether the claimed thing is the case. */
export function assentOf({ stance, polarity }: Pick<Assertion, 'stance' | 'polarity'>): Assent {
  if (stance === 'SPECULATES' || stance === 'REPORTS_UNKNOWN' || polarity === 'UNKNOWN') return 'OPEN'
  return polarity === 'AFFIRMS' ? 'YES' : 'NO'
}

export interface Assenting<T> {
  readonly assent: Assent
  /** At least one, in the given order. */
  readonly given: readonly T[]
}

/** Groups assertions by their assent: YES, NO, OPEN. An assent that nobody gives has no group. */
export const groupByAssent = <T extends Pick<Assertion, 'stance' | 'polarity'>>(
  assertions: readonly T[],
): readonly Assenting<T>[] =>
  ASSENTS.map((assent) => ({ assent, given: assertions.filter((one) => assentOf(one) === assent) })).filter(
    ({ given }) => given.length > 0,
  )
