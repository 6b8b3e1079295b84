import type { Messages } from '../../messages/en.ts'
import type { TextInLanguage } from '../../text/languages.ts'
import { hedged } from './hedged.ts'
import { el, type Markup, safeUrl } from './markup.ts'

/**
 * Returns the complete quote, however long: screen readers and copies need all of it.
 *
 * @param cite URL of the document
 * @param options.marksHedges whether words such as "maybe" are marked
 */
export const quotation = (
  quote: TextInLanguage,
  cite: string | null,
  { marksHedges = false }: { readonly marksHedges?: boolean } = {},
): Markup =>
  el(
    'blockquote',
    { class: 'sanad-quote', lang: quote.language, dir: 'auto', cite: cite !== null ? safeUrl(cite) : null },
    el('p', {}, marksHedges ? hedged(quote.value, quote.language) : quote.value),
  )

/** Returns a translation with the note that the newsroom made it. */
export const translationLine = (translation: TextInLanguage, { ui }: Messages): Markup =>
  el(
    'p',
    { class: 'sanad-translation' },
    el('bdi', { lang: translation.language }, `“${translation.value}”`),
    ` (${ui.ourTranslation})`,
  )
