import { statusWithBy } from '../../sentences/headline.ts'
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
const SCALE = 2.6
/** Middle of the bar. */
const BAR = 52
const FOOT = 26
/** Size of a claim among several, and of its by-line. */
const CLAIM = 28
/** Size of annotations on a claim among several. */
const NOTE = 22
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

/** Draws the foot, a dark band: site, number of further claims, time of the data, a filter, and attributions that licences ask for. */
function footOf({ messages, notices, attributions }: ViewHeader, missing: number): Block {
  const rtl = messages.direction === 'rtl'
  const time = notices.find(({ kind }) => kind === 'PINNED' || kind === 'LIVE')?.text ?? ''
  const filtered = notices.find(({ kind }) => kind === 'FILTERED')?.text ?? ''
  const line = [messages.ui.site, missing > 0 ? messages.ui.more(missing) : '', time].filter(Boolean).join(' · ')
  const style = { x: startOf(rtl), width: CARD_WIDTH - 2 * MARGIN, size: FOOT, fill: TOKENS.colours.muted.dark, rtl }
  const lines = [
    { words: filtered, style: { ...style, maxLines: 2 } },
    { words: line, style: { ...style, fill: TOKENS.colours.text.dark, maxLines: 1 } },
    ...attributions.map(({ text }) => ({ words: text, style: { ...style, size: CREDIT, maxLines: 2 } })),
  ].filter(({ words }) => words !== '')
  const heights = lines.map((one) => textBlock(one.words, { ...one.style, y: 0 }).height)
  const height = 40 + heights.reduce((sum, one) => sum + one, 0)
  const tops = heights.map((_, i) => CARD_HEIGHT - height + 16 + heights.slice(0, i).reduce((sum, one) => sum + one, 0))
  return {
    height,
    drawn: join(
      el('rect', { y: CARD_HEIGHT - height, width: CARD_WIDTH, height, fill: TOKENS.colours.surface.dark }),
      ...lines.map((one, i) => textBlock(one.words, { ...one.style, y: tops[i] ?? 0 }).drawn),
    ),
  }
}

/** Sizes in px of the headline. The first at which everything fits is taken. */
const HEADLINE_SIZES = [62, 54, 46, 40, 34, 30, 26, 22, 20]
const WORD = 34
const QUOTE = 32
const SOURCE = 26

/** Cut of the font of a text. */
interface Cut {
  readonly weight: 'regular' | 'bold'
  readonly isSerif: boolean
}
const TITLE: Cut = { weight: 'bold', isSerif: true }
/** Cut of quoted words, and of a by-line that is as large as its title. */
const TITLE_BESIDE: Cut = { weight: 'regular', isSerif: true }
const PLAIN: Cut = { weight: 'regular', isSerif: false }

/** Draws one claim: status, the claim with its speaker (`said`) or else its proposition, by-line, words with their source. */
function singleClaim(card: SocialClaim, header: ViewHeader, bottom: number): Markup {
  let last = join()
  for (const size of HEADLINE_SIZES) {
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
  const { text, muted, line } = TOKENS.colours
  const base = { x: startOf(rtl, PAD), width: INNER, rtl }
  let y = 40
  let isWhole = true
  const drawn: Markup[] = [statusLine(card, card.headline.status, y, WORD, rtl)]
  y += 52
  const put = (words: string, size: number, fill: string, maxLines: number, cut: Cut): void => {
    const room = Math.floor((bottom - 8 - y) / (size * 1.28))
    if (words === '') return
    const lines = Math.min(maxLines, room)
    if (wrapText(words, { width: INNER, size, ...cut }).length > lines) isWhole = false
    if (lines < 1) return
    const block = textBlock(words, { ...base, y, size, fill, ...cut, maxLines: lines })
    drawn.push(block.drawn)
    y += block.height + 10
  }
  const small = Math.min(30, size)
  put(card.said ?? card.headline.proposition, size, text.light, 5, TITLE)
  // A claim without `said` shows its proposition, and the by-line in the same size.
  const bySize = card.said === null ? size : small
  put(byLineWithin(card, bySize, BY_LINES), bySize, text.light, 2 * BY_LINES, card.said === null ? TITLE_BESIDE : PLAIN)
  for (const annotation of annotationsOn(card)) put(annotation, SOURCE, muted.light, 3, PLAIN)
  const { lead } = card
  if (lead && y + QUOTE + SOURCE + 50 < bottom) {
    drawn.push(el('path', { d: `M${MARGIN + PAD} ${y + 4}H${CARD_WIDTH - MARGIN}`, stroke: line.light }))
    y += 18
    const isNew = lead.quote !== null && card.said?.includes(lead.quote.value) !== true
    const room = Math.floor((bottom - SOURCE * 1.4 - 16 - y) / (QUOTE * 1.28))
    if (isNew && lead.quote && room > 0)
      putWithin(messages.quoted(lead.quote.value), QUOTE, text.light, Math.min(2, room), TITLE_BESIDE)
    putWithin(`${lead.source}, ${lead.when}`, SOURCE, muted.light, 1, PLAIN)
  }
  function putWithin(words: string, size: number, fill: string, maxLines: number, cut: Cut): void {
    const block = textBlock(words, { ...base, y, size, fill, ...cut, maxLines })
    drawn.push(block.drawn)
    y += block.height + 6
  }
  return { drawn: join(bar(card, 12, bottom - 12), ...drawn), isWhole }
}

function severalClaims(header: ViewHeader, cards: readonly SocialClaim[], bottom: number) {
  const { messages, title, nothing = messages.ui.noClaims } = header
  const rtl = messages.direction === 'rtl'
  const { text, muted } = TOKENS.colours
  const wide = { x: startOf(rtl), width: CARD_WIDTH - 2 * MARGIN, rtl }
  const heading = textBlock(title, { ...wide, y: 40, size: 46, fill: text.light, ...TITLE, maxLines: 2 })
  const drawn: Markup[] = [heading.drawn]
  let y = 40 + heading.height + 20
  let shown = 0
  const inner = { x: startOf(rtl, PAD), width: INNER, rtl, maxLines: 1 }
  for (const card of cards.slice(0, MAX_CLAIMS)) {
    const proposition = textBlock(card.headline.proposition, {
      ...inner,
      y: y + 48,
      size: CLAIM,
      fill: text.light,
      ...TITLE,
      maxLines: 2,
    })
    const small = { ...inner, size: CLAIM, fill: text.light, maxLines: 2 }
    const below = [
      { words: isBeside(card) ? '' : byLineWithin(card, CLAIM, 2), style: small },
      {
        words: wholeSentences(annotationsOn(card), NOTE, 2, messages.tag),
        style: { ...small, size: NOTE, fill: muted.light },
      },
    ]
    let height = 48 + proposition.height
    const blocks = below.flatMap(({ words, style }) => {
      if (words === '') return []
      const block = textBlock(words, { ...style, y: y + height })
      height += block.height
      return [block.drawn]
    })
    height += 10
    if (y + height > bottom) break
    const beside = isBeside(card) ? [saidBy(card, y + 11, rtl)] : []
    const status = isBeside(card) ? statusWithBy(card.headline).status : card.headline.status
    drawn.push(
      bar(card, y, y + height),
      statusLine(card, status, y + 11, 28, rtl),
      proposition.drawn,
      ...beside,
      ...blocks,
    )
    y += height + 12
    shown += 1
  }
  if (cards.length === 0 && title !== '')
    drawn.push(textBlock(nothing, { ...wide, y, size: 32, fill: muted.light }).drawn)
  return { drawn: join(...drawn), shown }
}

/** Draws the line of the status beside a claim. */
const bar = ({ status }: ClaimCard, top: number, bottom: number): Markup =>
  el(
    'g',
    { transform: `translate(${BAR} ${top}) scale(${SCALE})` },
    drawLine(status, 'light', (stroke) =>
      el('path', { d: `M0 0V${Math.round(((bottom - top) / SCALE) * 100) / 100}`, fill: 'none', ...stroke }),
    ),
  )

function statusLine(card: SocialClaim, word: string, y: number, size: number, rtl: boolean): Markup {
  const colour = TOKENS.statuses[card.status].text.light
  const icon = size * 1.05
  const x = startOf(rtl, PAD)
  const beside = rtl ? x - icon - 12 : x + icon + 12
  return join(
    drawIcon(card.status, { x: rtl ? x - icon : x, y: y + 2, scale: icon / 16, rtl, colour }),
    textBlock(word, {
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
  28 * 1.05 + 12 + measureText(statusWithBy(headline).status, { size: 28, weight: 'bold' }) + 14

/** True if the by-line fits beside the status; else it stands below. */
const isBeside = (card: SocialClaim): boolean =>
  measureText(statusWithBy(card.headline).by, { size: CLAIM, weight: 'regular' }) <= INNER - usedBy(card)

/** Returns the by-line with as many complete names as fit the lines. */
function byLineWithin({ headline: { by }, shorter }: SocialClaim, size: number, maxLines: number): string {
  const fits = (words: string): boolean => wrapText(words, { width: INNER, size, weight: 'regular' }).length <= maxLines
  return [by, ...shorter].find(fits) ?? shorter.at(-1) ?? by
}

/**
 * Returns the first sentences of annotations that fit the lines whole: an annotation cut in its middle could lose the word
 * that matters. A first sentence that alone is too long is returned, and loses its end.
 */
function wholeSentences(annotations: readonly string[], size: number, maxLines: number, language: string): string {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const sentences = annotations.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment.trim()))
  const fits = (count: number): boolean =>
    wrapText(sentences.slice(0, count).join(' '), { width: INNER, size, weight: 'regular' }).length <= maxLines
  const count = sentences.findLastIndex((_, i) => fits(i + 1)) + 1
  return sentences.slice(0, Math.max(1, count)).join(' ')
}

/** Draws the by-line beside the status. */
function saidBy(card: SocialClaim, y: number, rtl: boolean): Markup {
  const used = usedBy(card)
  const x = startOf(rtl, PAD + used)
  const fill = TOKENS.colours.text.light
  return textBlock(statusWithBy(card.headline).by, { x, y, width: INNER - used, size: CLAIM, fill, rtl, maxLines: 1 })
    .drawn
}
