import { el, type Markup } from '../../widgets/html/markup.ts'

/** A link in the form of a button. @param isMain true for the one black button of a block */
export const linkButton = (text: string, href: string, isMain = false): Markup =>
  el('a', { class: `site-button${isMain ? ' site-button-main' : ''}`, href }, text)
