import type { Status } from '../../domain/claim-status-types.ts'
import { el, type Markup } from '../html/markup.ts'
import { ICONS } from '../icons.ts'

interface IconPlace {
  readonly x: number
  readonly y: number
  /** 1 draws it 16 px wide. */
  readonly scale: number
  readonly rtl: boolean
  /** Null: the style sheet gives it. */
  readonly colour: string | null
}

export function drawIcon(status: Status, { x, y, scale, rtl, colour }: IconPlace): Markup {
  const { path, stroke, isMirrored: turns } = ICONS[status]
  const turned = rtl && turns ? ` translate(16 0) scale(-1 1)` : ''
  const paint =
    stroke === null
      ? { class: 'sanad-icon', ...(colour === null ? {} : { fill: colour }) }
      : {
          class: 'sanad-icon-line',
          fill: 'none',
          'stroke-width': stroke,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
          ...(colour === null ? {} : { stroke: colour }),
        }
  return el('path', { d: path, transform: `translate(${x} ${y}) scale(${scale})${turned}`, ...paint })
}
