import { el, type Markup } from '../../widgets/html/markup.ts'
import type { Attribution } from '../../widgets/view/view.ts'

/** Paragraphs with the attribution that the licences of the sources require. */
export const attributionLines = (attributions: readonly Attribution[]): readonly Markup[] =>
  attributions.map(({ text, language }) => el('p', { class: 'sanad-attribution', lang: language }, text))
