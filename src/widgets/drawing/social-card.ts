import { el, join, type Markup } from '../markup.ts'
import { measureText } from '../measure-text.ts'
import { TOKENS } from '../tokens.ts'
import type { ClaimCard, ViewFrame } from '../view.ts'
import { wrapText } from '../wrap-text.ts'
import { FAMILIES } from './draw-graph.ts'
import { drawIcon } from './draw-icon.ts'

export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630
const MARGIN = 60
const MOST_CLAIMS = 4

/** A card for social networks: large type, few claims, each with its status; and how many are left out. */
export function socialCard(frame: ViewFrame, cards: readonly ClaimCard[], leftOut: number): Markup {
  const { messages, title } = frame
  const { colours, statuses } = TOKENS
  const rtl = messages.direction === 'rtl'
  const x = rtl ? CARD_WIDTH - MARGIN : MARGIN
  const anchor = rtl ? { 'text-anchor': 'end' } : {}
  const text = (words: string, at: { x: number; y: number }, size: number, fill: string, bold = false): Markup =>
    join(
      el(
        'text',
        {
          ...at,
          'font-size': size,
          fill,
          'font-family': FAMILIES,
          ...(bold ? { 'font-weight': 700 } : {}),
          ...anchor,
        },
        rtl ? `\u202B${words}\u202C` : words,
      ),
      ' ',
    )
  /** Whoever denies or guesses is named beside the status. */
  const saidBy = (card: ClaimCard, inner: number, at: number): Markup => {
    const used = measureText(card.statusWord, { size: 30, weight: 'bold' }) + 14
    const [line = ''] = wrapText(card.claimants, {
      width: CARD_WIDTH - 2 * MARGIN - 44 - used,
      size: 26,
      weight: 'regular',
      mostLines: 1,
    })
    return text(line, { x: rtl ? inner - used : inner + used, y: at }, 26, colours.muted.light)
  }
  const lines = wrapText(title, { width: CARD_WIDTH - 2 * MARGIN, size: 48, weight: 'bold', mostLines: 2 })
  const drawn: Markup[] = lines.map((line, i) => text(line, { x, y: 96 + i * 58 }, 48, colours.text.light, true))
  let y = 96 + lines.length * 58 + 16
  const shown: ClaimCard[] = []
  for (const card of cards.slice(0, MOST_CLAIMS)) {
    const width = CARD_WIDTH - 2 * MARGIN - 44
    const words = wrapText(card.proposition, {
      width,
      size: 30,
      weight: 'regular',
      mostLines: shown.length < 2 ? 2 : 1,
    })
    const height = 38 + words.length * 38 + 18
    if (y + height > CARD_HEIGHT - 76) break
    const colour = statuses[card.status].text.light
    const iconAt = rtl ? CARD_WIDTH - MARGIN - 32 : MARGIN
    const inner = rtl ? x - 44 : x + 44
    drawn.push(
      drawIcon(card.status, { x: iconAt, y: y + 2, scale: 2, rtl, colour }),
      text(card.statusWord, { x: inner, y: y + 28 }, 30, colour, true),
      saidBy(card, inner, y + 28),
      ...words.map((line, i) => text(line, { x: inner, y: y + 66 + i * 38 }, 30, colours.text.light)),
    )
    shown.push(card)
    y += height
  }
  const missing = leftOut + cards.length - shown.length
  const foot = [messages.ui.site, missing > 0 ? messages.ui.more(missing) : '']
    .filter((part) => part !== '')
    .join(' · ')
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${CARD_WIDTH} ${CARD_HEIGHT}`,
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
    },
    el('rect', { width: CARD_WIDTH, height: CARD_HEIGHT, fill: colours.surface.light }),
    el('rect', { x: rtl ? CARD_WIDTH - 16 : 0, width: 16, height: CARD_HEIGHT, fill: colours.link.light }),
    ...drawn,
    text(foot, { x, y: CARD_HEIGHT - 36 }, 28, colours.muted.light),
  )
}
