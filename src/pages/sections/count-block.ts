import type { Messages } from '../../messages/en.ts'
import { formatDate } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { sideBlock } from '../parts/side-block.ts'

/**
 * Numbers of a page, and the day of its last change.
 *
 * @param changedAt ISO instant; null if unknown
 * @param note on what the numbers leave out; null for none
 */
export const countBlock = (
  counts: readonly (readonly [string, number])[],
  changedAt: string | null,
  { ui, tag }: Messages,
  note: string | null = null,
): Markup =>
  sideBlock(ui.sideCounts.title, [
    el(
      'dl',
      {},
      counts.map(([word, count]) => [el('dt', {}, word), el('dd', {}, count)]),
      changedAt !== null && [
        el('dt', {}, ui.sideCounts.lastChanged),
        el('dd', {}, el('time', { datetime: changedAt }, formatDate(changedAt, tag))),
      ],
    ),
    note !== null && el('p', { class: 'site-note' }, note),
  ])
