import { type Assessment, standingAssessment } from '../../domain/assessment.ts'
import type { Messages } from '../../messages/en.ts'
import { formatDate, pickText } from '../../text/languages.ts'
import type { CardAssessment } from './view.ts'

/** Returns the newest assessment in words. Null without one, or if it is UNASSESSED. */
export function assessmentOf(assessments: readonly Assessment[], { ui, tag }: Messages): CardAssessment | null {
  const standing = standingAssessment(assessments)
  if (standing === null) return null
  const { author, assessedAt, verdict, note } = standing
  return { text: ui.judged(author, formatDate(assessedAt, tag), ui.verdicts[verdict]), note: pickText(note, tag) }
}
