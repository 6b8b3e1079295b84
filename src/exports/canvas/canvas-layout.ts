import { STANDING_NAMES, type StandingName } from '../../domain/standing.ts'
import type { CanvasNode, CanvasPlace } from './canvas-part.ts'

/** Card before it has a place. */
export interface Card {
  readonly id: string
  readonly text: string
  /** In px, by `cardHeight`. */
  readonly height: number
  readonly sanad?: CanvasNode['sanad']
}

export interface ClaimCard extends Card {
  readonly standing: StandingName
}

/** Claims about one subject. */
export interface Topic {
  readonly id: string
  readonly label: string
  readonly cards: readonly ClaimCard[]
}

export interface CanvasContent {
  /** Card above all others. */
  readonly title: Card
  readonly speakers: { readonly id: string; readonly label: string; readonly cards: readonly Card[] }
  readonly topics: readonly Topic[]
  /** Markdown of the word that stands beside the claims of a standing. */
  readonly standingText: (name: StandingName, count: number) => string
}

const GAP = 40
const PADDING = 40
export const CARD_WIDTH = 480
const CARDS_IN_LINE = 3
const HEAD_WIDTH = 200
export const SPEAKER_WIDTH = 300
/** Free place for the edges between speakers and claims. */
const EDGES_WIDTH = 400
export const TITLE_WIDTH = 2 * PADDING + HEAD_WIDTH + CARDS_IN_LINE * (GAP + CARD_WIDTH)

/**
 * Places the cards. Speakers are in a column on the left, and the topics are one below the other. A topic is a group, in which the
 * claims of each standing are a block of lines beside the word of the standing, in the order of STANDING_NAMES.
 */
export function canvasLayout({ title, speakers, topics, standingText }: CanvasContent): readonly CanvasNode[] {
  const nodes: CanvasNode[] = [textNode(title, { x: 0, y: -title.height - GAP, width: TITLE_WIDTH })]
  let y = 0
  for (const topic of topics) {
    const placed = placeTopic(topic, y, standingText)
    nodes.push(...placed)
    y += (placed[0]?.height ?? 0) + 2 * GAP
  }
  nodes.push(...(speakers.cards.length === 0 ? [] : placeSpeakers(speakers)))
  return nodes
}

function placeTopic({ id, label, cards }: Topic, top: number, standingText: CanvasContent['standingText']) {
  const placed: CanvasNode[] = []
  let y = top + PADDING
  for (const name of STANDING_NAMES) {
    const own = cards.filter(({ standing }) => standing === name)
    if (own.length === 0) continue
    const text = standingText(name, own.length)
    const head = { id: `Standing:${name}:${id}`, text, height: cardHeight(text, HEAD_WIDTH) }
    placed.push(textNode(head, { x: PADDING, y, width: HEAD_WIDTH }))
    for (let i = 0; i < own.length; i += CARDS_IN_LINE) {
      const line = own.slice(i, i + CARDS_IN_LINE)
      const height = Math.max(...line.map((card) => card.height))
      for (const [place, card] of line.entries()) {
        const x = PADDING + HEAD_WIDTH + GAP + place * (CARD_WIDTH + GAP)
        placed.push(textNode({ ...card, height }, { x, y, width: CARD_WIDTH }))
      }
      y += height + GAP
    }
  }
  // A group stands before its cards, because later nodes are above earlier ones.
  const group: CanvasNode = {
    id: `Topic:${id}`,
    type: 'group',
    x: 0,
    y: top,
    width: TITLE_WIDTH,
    height: y - top,
    label,
  }
  return [group, ...placed]
}

function placeSpeakers({ id, label, cards }: CanvasContent['speakers']): readonly CanvasNode[] {
  const width = SPEAKER_WIDTH + 2 * PADDING
  const x = -EDGES_WIDTH - width
  const placed: CanvasNode[] = []
  let y = PADDING
  for (const card of cards) {
    placed.push(textNode(card, { x: x + PADDING, y, width: SPEAKER_WIDTH }))
    y += card.height + GAP
  }
  return [{ id, type: 'group', x, y: 0, width, height: y, label }, ...placed]
}

const textNode = ({ id, text, height, sanad }: Card, place: Omit<CanvasPlace, 'height'>): CanvasNode => ({
  id,
  type: 'text',
  ...place,
  height,
  text,
  ...(sanad === undefined ? {} : { sanad }),
})

const CHARACTER_WIDTH = 8
const LINE_HEIGHT = 26
const MIN_HEIGHT = 80
/** A longer card scrolls. */
const MAX_HEIGHT = 800
/** Target of a link, which is not shown. */
const TARGET = /\]\([^)]*\)/g

/** Estimates the height of a card with a text, in px: fonts differ between programs. */
export function cardHeight(text: string, width: number): number {
  const inLine = Math.floor((width - 2 * 24) / CHARACTER_WIDTH)
  const lines = text
    .replace(TARGET, ']')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / inLine)), 0)
  return Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, lines * LINE_HEIGHT + 40))
}
