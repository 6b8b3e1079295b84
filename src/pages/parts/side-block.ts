import { el, type Markup } from '../../widgets/html/markup.ts'

/** A block of the side column, which follows the text on narrow screens. */
export const sideBlock = (title: string, content: readonly (Markup | false)[]): Markup =>
  el('section', { class: 'site-block' }, el('h2', {}, title), ...content)
