import { el, type Markup } from './markup.ts'

/** Returns a paragraph for each sentence on a presumed speaker. */
export const presumptionLines = (sentences: readonly string[] = []): readonly Markup[] =>
  sentences.map((sentence) => el('p', { class: 'sanad-caveat' }, sentence))
