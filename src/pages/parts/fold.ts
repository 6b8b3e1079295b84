import { el, type Markup } from '../../widgets/html/markup.ts'

interface FoldOptions {
  /** Note at the end of the line, such as the number of items inside. */
  readonly note?: string
  readonly open?: boolean
  /** Id of the heading, for links. */
  readonly id?: string
}

/** A section with a heading that opens it, without a script. */
export const fold = (
  title: string,
  content: readonly (Markup | false)[],
  { note, open = false, id }: FoldOptions = {},
): Markup =>
  el(
    'details',
    { class: 'site-fold', open },
    el('summary', {}, el('h2', { id }, title), note !== undefined && el('span', { class: 'site-note' }, note)),
    el('div', {}, ...content),
  )
