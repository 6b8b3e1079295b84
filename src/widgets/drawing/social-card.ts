import { el, join, type Markup } from '../html/markup.ts'
import { TOKENS } from '../tokens.ts'
import { annotationsOn } from '../view/claim-card.ts'
import type { SocialClaim } from '../view/social-claim.ts'
import type { ClaimCard, ViewHeader } from '../view/view.ts'
import { textBlock } from './card-text.ts'
import { drawIcon } from './draw-icon.ts'
import { drawLine } from './draw-line.ts'
import { measureText } from './measure-text.ts'
import { wrapText } from './wrap-text.ts'

/** Size in px that social networks recommend for previews. */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630
const MARGIN = 60
const PAD = 24
const INNER = CARD_WIDTH - 2 * MARGIN - 2 * PAD
const MAX_CLAIMS = 4
/** Line width relative to drawings, since a card is shown small. */
const SCALE = 2.2
const FOOT = 26
/** Size of attributions, which are longer than the foot. */
const CREDIT = 20
/** Maximum of lines of a by-line on a card of one claim. */
const BY_LINES = 6

/**
 * Draws a card for social networks in large type: up to four claims with headline and annotations, and the
 * number of others. The card of a claim page has its complete sentence.
 *
 * @param leftOut number of claims beyond `cards`
 */
export function socialCard(header: ViewHeader, cards: readonly SocialClaim[], leftOut: number): Markup {
  const { colours } = TOKENS
  const rtl = header.messages.direction === 'rtl'
  const [only] = cards
  const foot = (missing: number): Block => footOf(header, missing)
  const { drawn, shown } =
    only && isTitle(only, header)
      ? { drawn: singleClaim(only, header, CARD_HEIGHT - foot(0).height), shown: 1 }
      : severalClaims(header, cards, CARD_HEIGHT - foot(1).height)
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
    drawn,
    foot(leftOut + cards.length - shown).drawn,
  )
}

/** True on a claim page: its title is that of the card and would repeat it. */
const isTitle = (card: ClaimCard, { title }: ViewHeader): boolean => title === card.title

interface Block {
  readonly drawn: Markup
  readonly height: number
}

const startOf = (rtl: boolean, indent = 0): number => (rtl ? CARD_WIDTH - MARGIN - indent : MARGIN + indent)

/** Draws the foot: site, number of further claims, time of the data, a filter, and attributions that licences ask for. */
function footOf({ messages, notices, attributions }: ViewHeader, missing: number): Block {
  const rtl = messages.direction === 'rtl'
  const time = notices.find(({ kind }) => kind === 'PINNED' || kind === 'LIVE')?.text ?? ''
  const filtered = notices.find(({ kind }) => kind === 'FILTERED')?.text ?? ''
  const line = [messages.ui.site, missing > 0 ? messages.ui.more(missing) : '', time].filter(Boolean).join(' · ')
  const style = { x: startOf(rtl), width: CARD_WIDTH - 2 * MARGIN, size: FOOT, fill: TOKENS.colours.muted.light, rtl }
  const lines = [
    { words: filtered, style: { ...style, maxLines: 2 } },
    { words: line, style: { ...style, maxLines: 1 } },
    ...attributions.map(({ text }) => ({ words: text, style: { ...style, size: CREDIT, maxLines: 2 } })),
  ].filter(({ words }) => words !== '')
  const heights = lines.map((one) => textBlock(one.words, { ...one.style, y: 0 }).height)
  const height = 40 + heights.reduce((sum, one) => sum + one, 0)
  const tops = heights.map((_, i) => CARD_HEIGHT - height + 8 + heights.slice(0, i).reduce((sum, one) => sum + one, 0))
  return {
    height,
    drawn: join(...lines.map((one, i) => textBlock(one.words, { ...one.style, y: tops[i] ?? 0 }).drawn)),
  }
}

/** Sizes in px of the words below the proposition. The first at which nothing is cut is taken. */
const BODY_SIZES = [32, 28, 24, 22, 20, 18]

function singleClaim(card: SocialClaim, header: ViewHeader, bottom: number): Markup {
  let last = join()
  for (const size of BODY_SIZES) {
    const { drawn, isWhole } = singleClaimIn(size, card, header, bottom)
    if (isWhole) return drawn
    last = drawn
  }
  return last
}

function singleClaimIn(
  size: number,
  card: SocialClaim,
  { messages }: ViewHeader,
  bottom: number,
): { readonly drawn: Markup; readonly isWhole: boolean } {
  const rtl = messages.direction === 'rtl'
  const { text, muted } = TOKENS.colours
  const base = { x: startOf(rtl, PAD), width: INNER, rtl }
  let y = MARGIN + PAD
  let isWhole = true
  const drawn: Markup[] = [statusLine(card, y, 40, rtl)]
  y += 62
  const put = (words: string, size: number, fill: string, maxLines: number, weight: 'regular' | 'bold'): void => {
    const room = Math.floor((bottom - PAD - y) / (size * 1.28))
    if (words === '') return
    const lines = Math.min(maxLines, room)
    if (wrapText(words, { width: INNER, size, weight }).length > lines) isWhole = false
    if (room < 1) return
    const block = textBlock(words, { ...base, y, size, fill, weight, maxLines: lines })
    drawn.push(block.drawn)
    y += block.height + 12
  }
  // Annotations stand before the sentence, which is cut at its end and leaves them out, so that they always have room.
  put(card.headline.proposition, 50, text.light, 3, 'bold')
  const small = Math.min(size, 30)
  put(byLineWithin(card, small, BY_LINES), small, text.light, BY_LINES, 'regular')
  for (const annotation of annotationsOn(card)) put(annotation, small, muted.light, 2, 'regular')
  put(card.body, size, text.light, 12, 'regular')
  return { drawn: join(box(card, MARGIN, Math.min(bottom, y + PAD - 12) - MARGIN), ...drawn), isWhole }
}

function severalClaims(header: ViewHeader, cards: readonly SocialClaim[], bottom: number) {
  const { messages, title, nothing = messages.ui.noClaims } = header
  const rtl = messages.direction === 'rtl'
  const { text, muted } = TOKENS.colours
  const wide = { x: startOf(rtl), width: CARD_WIDTH - 2 * MARGIN, rtl }
  const heading = textBlock(title, { ...wide, y: 40, size: 46, fill: text.light, weight: 'bold', maxLines: 2 })
  const drawn: Markup[] = [heading.drawn]
  let y = 40 + heading.height + 20
  let shown = 0
  const inner = { x: startOf(rtl, PAD), width: INNER, rtl, maxLines: 1 }
  for (const card of cards.slice(0, MAX_CLAIMS)) {
    const proposition = textBlock(card.headline.proposition, {
      ...inner,
      y: y + 48,
      size: 30,
      fill: text.light,
      maxLines: 2,
    })
    const annotations = annotationsOn(card).join('; ')
    const small = { ...inner, size: FOOT, fill: muted.light, maxLines: 2 }
    let height = 48 + proposition.height
    const blocks = [isBeside(card) ? '' : byLineWithin(card, FOOT, 2), annotations].filter(Boolean).map((words) => {
      const block = textBlock(words, { ...small, y: y + height })
      height += block.height
      return block.drawn
    })
    height += 10
    if (y + height > bottom) break
    const beside = isBeside(card) ? [saidBy(card, y + 11, rtl)] : []
    drawn.push(box(card, y, height), statusLine(card, y + 11, 28, rtl), proposition.drawn, ...beside, ...blocks)
    y += height + 12
    shown += 1
  }
  if (cards.length === 0 && title !== '')
    drawn.push(textBlock(nothing, { ...wide, y, size: 32, fill: muted.light }).drawn)
  return { drawn: join(...drawn), shown }
}

/** Draws a box with the line style of the status. */
const box = (card: ClaimCard, y: number, height: number): Markup =>
  el(
    'g',
    { transform: `translate(${MARGIN} ${y}) scale(${SCALE})` },
    drawLine(card.status, 'light', (stroke, isInner) =>
      el('rect', {
        width: Math.round(((CARD_WIDTH - 2 * MARGIN) / SCALE) * 100) / 100,
        height: Math.round((height / SCALE) * 100) / 100,
        rx: 5,
        fill: isInner ? 'none' : TOKENS.statuses[card.status].fill.light,
        ...stroke,
      }),
    ),
  )

function statusLine(card: SocialClaim, y: number, size: number, rtl: boolean): Markup {
  const colour = TOKENS.statuses[card.status].text.light
  const icon = size * 1.05
  const x = startOf(rtl, PAD)
  const beside = rtl ? x - icon - 12 : x + icon + 12
  return join(
    drawIcon(card.status, { x: rtl ? x - icon : x, y: y + 2, scale: icon / 16, rtl, colour }),
    textBlock(`${card.headline.status}:`, {
      x: beside,
      y: y - 1,
      width: INNER,
      size,
      fill: colour,
      rtl,
      weight: 'bold',
      maxLines: 1,
    }).drawn,
  )
}

/** Returns the width of the status of one claim among several. */
const usedBy = ({ headline }: SocialClaim): number =>
  28 * 1.05 + 12 + measureText(`${headline.status}:`, { size: 28, weight: 'bold' }) + 14

/** True if the by-line fits beside the status; else it stands below. */
const isBeside = (card: SocialClaim): boolean =>
  measureText(card.headline.by, { size: FOOT, weight: 'regular' }) <= INNER - usedBy(card)

/** Returns the by-line with as many complete names as fit the lines. */
function byLineWithin({ headline: { by }, shorter }: SocialClaim, size: number, maxLines: number): string {
  const fits = (words: string): boolean => wrapText(words, { width: INNER, size, weight: 'regular' }).length <= maxLines
  return [by, ...shorter].find(fits) ?? shorter.at(-1) ?? by
}

/** Draws the by-line beside the status. */
function saidBy(card: SocialClaim, y: number, rtl: boolean): Markup {
  const used = usedBy(card)
  const x = startOf(rtl, PAD + used)
  const fill = TOKENS.colours.muted.light
  return textBlock(card.headline.by, { x, y: y + 1, width: INNER - used, size: FOOT, fill, rtl, maxLines: 1 }).drawn
}
