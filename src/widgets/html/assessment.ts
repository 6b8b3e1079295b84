import { type Assessment, standingAssessment } from '../../domain/assessment.ts'
import type { Messages } from '../../messages/en.ts'
import { formatDate, pickText } from '../../text/languages.ts'
import type { CardAssessment } from '../view/view.ts'
import { el, type Markup } from './markup.ts'

/** The newsroom's judgement of a claim that holds now, in words; null where there is none. */
export function assessmentOf(assessments: readonly Assessment[], { ui, tag }: Messages): CardAssessment | null {
  const standing = standingAssessment(assessments)
  if (standing === null) return null
  const { author, assessedAt, verdict, note } = standing
  return { text: ui.judged(author, formatDate(assessedAt, tag), ui.verdicts[verdict]), note: pickText(note, tag) }
}

/** Below a claim in a list: in a box of its own, so that it is never read as something that somebody said. */
export const assessmentLine = ({ text, note }: CardAssessment): Markup =>
  el(
    'p',
    { class: 'sanad-judgement' },
    el('b', {}, el('bdi', {}, text)),
    note !== null && [' ', el('bdi', { lang: note.language }, note.value)],
  )
