import { el, type Markup } from '../../widgets/html/markup.ts'

/** A term and its description; the list leaves out a term whose description is null or empty. */
export type TermEntry = readonly [string, Markup | string | readonly (Markup | string)[] | null]

/** A list of terms and descriptions; null if none is shown. */
export const termList = (entries: readonly TermEntry[]): Markup | null => {
  const shown = entries.filter(([, value]) => value !== null && (!Array.isArray(value) || value.length > 0))
  if (shown.length === 0) return null
  return el(
    'dl',
    { class: 'site-terms' },
    shown.map(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]),
  )
}
