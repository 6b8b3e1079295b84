import type { Messages } from '../../messages/en.ts'
import type { StripCell } from '../view/view.ts'
import { el, type Markup } from './markup.ts'
import { statusMark } from './status-badge.ts'

/** Returns the count of each status with its line, icon and word. Each links to its claims alone. Null for no cells. */
export const statusStrip = (cells: readonly StripCell[], { ui }: Messages): Markup | null =>
  cells.length === 0
    ? null
    : el(
        'ul',
        { class: 'sanad-strip', 'aria-label': ui.picture.statuses },
        cells.map(({ status, word, count, href, isChosen }) =>
          el(
            'li',
            { 'data-status': status },
            el(
              'a',
              { href, target: '_self', 'aria-current': isChosen ? 'true' : null },
              el('b', {}, statusMark(status), count),
              ' ',
              el('span', {}, word),
            ),
          ),
        ),
      )
