import type { Status } from '../../domain/claim-status-types.ts'
import { ICONS } from '../icons.ts'
import { el, type Markup } from './markup.ts'

/** The icon of a status for lines of text, in their colour; what reads aloud has the word beside it. */
export function statusMark(status: Status): Markup {
  const { path, stroke, isMirrored: turns } = ICONS[status]
  const kind = `sanad-mark${stroke === null ? ' sanad-full' : ''}${turns ? ' sanad-turns' : ''}`
  return el(
    'svg',
    { class: kind, viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true' },
    el('path', { d: path, 'stroke-width': stroke }),
  )
}
