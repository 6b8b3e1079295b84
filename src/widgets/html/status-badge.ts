import type { StandingName } from '../../domain/standing.ts'
import { ICONS } from '../icons.ts'
import { el, type Markup } from './markup.ts'

/** Returns icon and word of the status of a claim, for a line that has its proposition and its by-line. */
export const statusBadge = (status: StandingName, word: string | Markup): Markup =>
  el('strong', { class: 'sanad-status', 'data-status': status }, statusMark(status), word)

/** Returns icon and word of a standing in a key, a filter or a count of claims. */
export const standingKey = (standing: StandingName, word: string | Markup): Markup =>
  el('strong', { class: 'sanad-status sanad-standing', 'data-status': standing }, statusMark(standing), word)

/** Returns icon and verb of a speaker's act, in the colour of the standing of the same name. */
export const actBadge = (act: StandingName, verb: string): Markup =>
  el('strong', { class: 'sanad-status sanad-act', 'data-status': act }, statusMark(act), verb)

/** Returns bar and icon of a standing, for a line whose words say the same: "Elon Musk denies that …". */
export const statusSigns = (status: StandingName): Markup =>
  el('span', { class: 'sanad-status', 'data-status': status }, statusMark(status))

/** Returns the icon of a status in the colour of the text. Screen readers skip it, since the word stands beside it. */
export function statusMark(status: StandingName): Markup {
  const { path, stroke, isMirrored } = ICONS[status]
  const kind = `sanad-mark${stroke === null ? ' sanad-full' : ''}${isMirrored ? ' sanad-turns' : ''}`
  return el(
    'svg',
    { class: kind, viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true' },
    el('path', { d: path, 'stroke-width': stroke }),
  )
}
