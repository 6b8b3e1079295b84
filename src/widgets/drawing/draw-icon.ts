import type { StandingName } from '../../domain/standing.ts'
import { el, type Markup } from '../html/markup.ts'
import { ICONS } from '../icons.ts'

interface IconPlace {
  readonly x: number
  readonly y: number
  /** 1 for a width of 16 px. */
  readonly scale: number
  readonly rtl: boolean
  /** Null if the style sheet sets it. */
  readonly colour: string | null
}

/** Draws the icon of a status with its upper left corner at x, y, in px. */
export function drawIcon(status: StandingName, { x, y, scale, rtl, colour }: IconPlace): Markup {
  const { path, stroke, isMirrored } = ICONS[status]
  const mirror = rtl && isMirrored ? ` translate(16 0) scale(-1 1)` : ''
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
  return el('path', { d: path, transform: `translate(${x} ${y}) scale(${scale})${mirror}`, ...paint })
}
