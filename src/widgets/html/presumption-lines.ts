import { el, type Markup } from './markup.ts'

export const presumptionLines = (sentences: readonly string[] = []): readonly Markup[] =>
  sentences.map((sentence) => el('p', { class: 'sanad-caveat' }, sentence))
