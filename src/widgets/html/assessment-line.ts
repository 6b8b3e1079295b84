import type { CardAssessment } from '../view/view.ts'
import { el, type Markup } from './markup.ts'

/** Below a claim in a list: in a box of its own, so that it is never read as something that somebody said. */
export const assessmentLine = ({ text, note }: CardAssessment): Markup =>
  el(
    'p',
    { class: 'sanad-judgement' },
    el('b', {}, el('bdi', {}, text)),
    note !== null && [' ', el('bdi', { lang: note.language }, note.value)],
  )
