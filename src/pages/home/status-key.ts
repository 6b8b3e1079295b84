import type { StandingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { statusLabel } from '../../sentences/status-label.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { standingKey } from '../../widgets/html/status-badge.ts'
import { sideBlock } from '../parts/side-block.ts'
import { statusLine } from '../parts/status-line.ts'

/** The other four are the negating sides of three of these, and retractions. */
const KEY = [
  'DISPUTED',
  'DENIED',
  'CONFIRMED',
  'STATED',
  'STATED_NOT',
  'REPORTED',
  'ALLEGED',
  'SPECULATED',
  'UNKNOWN',
] as const satisfies readonly StandingName[]

/** Line, icon, word and meaning of each status. */
export const statusKey = (messages: Messages): Markup =>
  sideBlock(messages.ui.front.key, [
    el(
      'ul',
      { class: 'home-key' },
      KEY.map((status) =>
        el(
          'li',
          {},
          statusLine(status),
          el(
            'span',
            {},
            standingKey(status, statusLabel(status, messages)),
            el('small', {}, messages.ui.front.keyOf[status]),
          ),
        ),
      ),
    ),
  ])
