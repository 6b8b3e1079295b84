import { type Assessment, newestAssessments } from '../../domain/assessment.ts'
import { formatDate, pickText } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'

/** All assessments of a claim, newest first; null without any. */
export function assessmentSection(assessments: readonly Assessment[], { messages }: PageContext): Markup | null {
  if (assessments.length === 0) return null
  const { ui, tag } = messages
  const item = ({ verdict, author, assessedAt, note }: Assessment, i: number): Markup => {
    const reason = pickText(note, tag)
    return el(
      'li',
      {},
      el(
        'p',
        {},
        i > 0 && `${ui.assessmentEarlier}: `,
        el('b', {}, ui.verdicts[verdict]),
        ' · ',
        el('bdi', {}, author),
        ' · ',
        el('time', { datetime: assessedAt }, formatDate(assessedAt, tag)),
      ),
      reason !== null && el('p', { lang: reason.language, dir: 'auto' }, reason.value),
    )
  }
  return el(
    'section',
    { 'aria-labelledby': 'judgement', class: 'site-judgement' },
    el('h2', { id: 'judgement' }, ui.assessment),
    el('p', { class: 'site-kind' }, ui.assessmentMeans),
    el('ol', {}, newestAssessments(assessments).map(item)),
  )
}
