import type { CardAssessment } from '../view/view.ts'
import { el, type Markup } from './markup.ts'

/** Returns the assessment in a box of its own, so that it does not read as an assertion. */
export const assessmentLine = ({ text, note }: CardAssessment): Markup =>
  el(
    'p',
    { class: 'sanad-judgement' },
    el('b', {}, el('bdi', {}, text)),
    note !== null && [' ', el('bdi', { lang: note.language }, note.value)],
  )
