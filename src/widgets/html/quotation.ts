import type { Messages } from '../../messages/en.ts'
import type { TextInLanguage } from '../../text/languages.ts'
import { el, type Markup, safeUrl } from './markup.ts'

/** Returns the complete quote, however long: screen readers and copies need all of it. */
export const quotation = (quote: TextInLanguage, cite: string | null): Markup =>
  el(
    'blockquote',
    { class: 'sanad-quote', lang: quote.language, dir: 'auto', cite: cite !== null ? safeUrl(cite) : null },
    el('p', {}, quote.value),
  )

/** Returns a translation with the note that the newsroom made it. */
export const translationLine = (translation: TextInLanguage, { ui }: Messages): Markup =>
  el(
    'p',
    { class: 'sanad-translation' },
    el('bdi', { lang: translation.language }, `“${translation.value}”`),
    ` (${ui.ourTranslation})`,
  )
