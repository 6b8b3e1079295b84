import type { StandingName } from '../../domain/standing.ts'
import { el, type Markup } from './markup.ts'

/** Share of a crowd that a word stands for in the picture. Nobody counted it. */
export type Share = 'SOME' | 'MANY' | 'MOST'

const COLUMNS = 8
const ROWS = 5
/** Distance between two seats, and radius of a dot, in px. */
const PITCH = 12
const DOT = 4.2
const WIDTH = COLUMNS * PITCH
/** Height of the funnel below the seats. */
const FUNNEL = 34
const FILLED: Readonly<Record<Share, number>> = { SOME: 8, MANY: 20, MOST: 34 }

/** Draws seats filled from the mouth of a funnel outwards; one dot without a share. Screen readers have the words. */
export function crowd(share: Share | null, status: StandingName): Markup {
  const seats = share === null ? [] : seatsFrom(FILLED[share])
  const height = share === null ? PITCH + 4 : ROWS * PITCH + FUNNEL
  const middle = WIDTH / 2
  const top = ROWS * PITCH + 2
  return el(
    'svg',
    {
      class: `sanad-svg sanad-crowd sanad-s-${status.toLowerCase()}`,
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      'aria-hidden': 'true',
    },
    share !== null &&
      el('path', {
        class: 'sanad-funnel',
        d: `M0 ${top}C0 ${top + 22} ${middle - 6} ${top + 12} ${middle - 4} ${height}h8C${middle + 6} ${top + 12} ${WIDTH} ${top + 22} ${WIDTH} ${top}Z`,
      }),
    share === null
      ? el('circle', { class: 'sanad-tip', cx: middle, cy: PITCH / 2 + 2, r: 6 })
      : seats.map(({ x, y, isFilled }) =>
          el('circle', { class: isFilled ? 'sanad-tip' : 'sanad-seat', cx: x, cy: y, r: DOT }),
        ),
  )
}

/** Returns the seats by row; those nearest to the middle of the last row are filled. */
function seatsFrom(filled: number) {
  const seats = Array.from({ length: COLUMNS * ROWS }, (_, i) => ({
    x: ((i % COLUMNS) + 0.5) * PITCH,
    y: (Math.floor(i / COLUMNS) + 0.5) * PITCH,
  }))
  const far = ({ x, y }: { readonly x: number; readonly y: number }): number =>
    Math.hypot(x - WIDTH / 2, 1.2 * (y - ROWS * PITCH))
  const full = new Set(seats.toSorted((a, b) => far(a) - far(b) || a.x - b.x).slice(0, filled))
  return seats.map((seat) => ({ ...seat, isFilled: full.has(seat) }))
}
