import type { LocalizedText } from './name.ts'

/** What a newsroom may find. UNASSESSED takes an earlier judgement back. */
export const VERDICTS = ['UNASSESSED', 'CORROBORATED', 'CONTRADICTED', 'UNSUPPORTED'] as const
export type Verdict = (typeof VERDICTS)[number]

/** The newsroom's own dated judgement of a claim: no part of any assertion, and it never changes the status. */
export interface Assessment {
  readonly id: string
  readonly claimId: string
  readonly verdict: Verdict
  /** A partial date. */
  readonly assessedAt: string
  /** Who judged, as it is to be printed. */
  readonly author: string
  readonly note: LocalizedText
}

/** The newest first; of one day, by id from the end. */
export const newestAssessments = (assessments: readonly Assessment[]): readonly Assessment[] =>
  [...assessments].sort((a, b) => (keyOf(a) > keyOf(b) ? -1 : 1))

/** What holds now: the newest, or nothing yet. */
export const verdictOf = (assessments: readonly Assessment[]): Verdict =>
  newestAssessments(assessments)[0]?.verdict ?? 'UNASSESSED'

/** The judgement that holds now; null where there is none, or the newest takes the others back. */
export function standingAssessment(assessments: readonly Assessment[]): Assessment | null {
  const [newest] = newestAssessments(assessments)
  return newest && newest.verdict !== 'UNASSESSED' ? newest : null
}

const keyOf = ({ assessedAt, id }: Assessment): string => `${assessedAt}|${id}`
