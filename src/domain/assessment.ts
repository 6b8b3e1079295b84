import type { LocalizedText } from './name.ts'
import type { Slug } from './slug.ts'

/** Verdicts of a newsroom. UNASSESSED takes an earlier assessment back. */
export const VERDICTS = ['UNASSESSED', 'CORROBORATED', 'CONTRADICTED', 'UNSUPPORTED'] as const
export type Verdict = (typeof VERDICTS)[number]

/** The newsroom's own dated verdict on a claim. It is separate from assertions and never changes the status. */
export interface Assessment {
  readonly id: string
  readonly claimId: Slug
  readonly verdict: Verdict
  /** Partial date. */
  readonly assessedAt: string
  /** Printed name of the author. */
  readonly author: string
  readonly note: LocalizedText
}

/** Orders assessments newest first; those of one day by descending id. */
export const newestAssessments = (assessments: readonly Assessment[]): readonly Assessment[] =>
  [...assessments].sort((a, b) => (keyOf(a) > keyOf(b) ? -1 : 1))

/** The verdict of the newest assessment; UNASSESSED without any. */
export const verdictOf = (assessments: readonly Assessment[]): Verdict =>
  newestAssessments(assessments)[0]?.verdict ?? 'UNASSESSED'

/** The newest assessment; null without any, or when the newest takes the others back. */
export function standingAssessment(assessments: readonly Assessment[]): Assessment | null {
  const [newest] = newestAssessments(assessments)
  return newest && newest.verdict !== 'UNASSESSED' ? newest : null
}

const keyOf = ({ assessedAt, id }: Assessment): string => `${assessedAt}|${id}`
