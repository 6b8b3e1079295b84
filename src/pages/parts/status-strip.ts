import type { NamedCount, StandingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { statusLabel } from '../../sentences/status-label.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { standingKey } from '../../widgets/html/status-badge.ts'

const WIDTH = 768
const HEIGHT = 22
const MARK = 14
const GAP = 3
/** Space between two statuses, in addition to the gap of marks. */
const BETWEEN = 7
/** Pitch in CSS pixels below which marks of one status join to a bar. */
const LEAST_PITCH = 6

/**
 * One mark for each claim, and one link for each status. Many claims have one bar for each status in place of marks.
 *
 * @param counts from the first mark to the last
 * @param titleId id of the title of the thing that has the claims, where a page has several strips
 * @param hrefOf URL of the claims with the status; null for a strip without links
 */
export function statusStrip(
  counts: readonly NamedCount[],
  hrefOf: ((status: StandingName) => string) | null,
  messages: Messages,
  titleId: string | null = null,
): Markup | false {
  const { strip } = messages.ui
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return false
  const pitch = Math.min(MARK + GAP, (WIDTH - BETWEEN * (counts.length - 1)) / total)
  const isMarks = pitch >= LEAST_PITCH
  return el(
    'section',
    {
      class: 'site-strip',
      'aria-label': titleId === null ? strip.label : null,
      'aria-labelledby': titleId,
    },
    el(
      'p',
      { class: 'site-strip-head' },
      el('strong', {}, isMarks ? strip.oneMarkEach(total) : strip.claims(total)),
      hrefOf !== null && counts.length > 1 && el('span', {}, strip.choose),
    ),
    marks(counts, pitch, isMarks),
    el(
      'ul',
      {},
      counts.map(({ name, count }) => {
        const words = [el('span', {}, count), ' ', standingKey(name, statusLabel(name, messages))]
        return el('li', {}, hrefOf === null ? words : el('a', { href: hrefOf(name) }, words))
      }),
    ),
  )
}

function marks(counts: readonly NamedCount[], pitch: number, isMarks: boolean): Markup {
  let x = 0
  const groups = counts.map(({ name, count }) => {
    const path = isMarks
      ? Array.from({ length: count }, (_, i) => rectangle(x + i * pitch, pitch - Math.min(GAP, pitch / 4)))
      : [rectangle(x, Math.max(2, count * pitch - GAP))]
    x += count * pitch + BETWEEN
    return el('path', { class: `sanad-s-${name.toLowerCase()}`, d: path.join('') })
  })
  return el(
    'svg',
    {
      class: 'site-marks',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    },
    groups,
  )
}

const rectangle = (x: number, width: number): string => `M${round(x)} 0h${round(width)}v${HEIGHT}h-${round(width)}z`
const round = (value: number): number => Math.round(value * 10) / 10
