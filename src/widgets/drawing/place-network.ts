import type { NetworkEdge, NetworkNode, NetworkView } from '../view/view.ts'
import { chooseEdges } from './choose-edges.ts'
import { measureText } from './measure-text.ts'
import { arrangeColumns, type Side } from './network-columns.ts'
import { wrapText } from './wrap-text.ts'

/** A network in bands: those who are spoken of in the middle, speakers above and below. Sizes are in px. */
export interface PlacedNetwork {
  readonly height: number
  readonly boxes: readonly PlacedBox[]
  readonly edges: readonly PlacedEdge[]
}

export interface PlacedBox {
  /** Unique: a party may stand in several places. */
  readonly key: string
  readonly node: NetworkNode
  readonly isSpeaker: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
}

export interface PlacedEdge {
  readonly edge: NetworkEdge
  /** Keys of its boxes; equal for a loop. */
  readonly fromKey: string
  readonly toKey: string
  /** Middle of the column, and its width. */
  readonly x: number
  readonly width: number
  /** Ends: `from` at the speaker, `to` at the party. A loop goes from `to` to `from` and back. */
  readonly from: number
  readonly to: number
  /** Upper edge of the label, and its height. */
  readonly labelY: number
  readonly labelHeight: number
  readonly verb: readonly string[]
  /** True if the icon stands above the verb, which is as wide as the column. */
  readonly isIconAbove: boolean
  readonly words: readonly string[]
}

/** Columns of a band. */
export const MAX_COLUMNS = 6
const GAP = 8
/** Width of a column at most. */
const WIDEST = 190
/** Length of an edge above its label and below it. */
const ARM = 34
const BAND_GAP = 28
export const NAME = { size: 14, line: 18, pad: 9 } as const
export const VERB = { size: 13, line: 16, icon: 17 } as const
export const WORDS = { size: 13, line: 16, maxLines: 4 } as const

/** Places the chosen edges, each in a column of its own, so that no edge crosses another and no label meets another. */
export function placeNetwork(view: NetworkView, width: number): PlacedNetwork {
  const named = new Map(view.nodes.map((node) => [node.id, node]))
  const boxes: PlacedBox[] = []
  const edges: PlacedEdge[] = []
  let y = 0
  for (const [b, band] of arrangeColumns(chooseEdges(view), MAX_COLUMNS).entries()) {
    const columns = band.parties.reduce((sum, { columns }) => sum + columns, 0)
    const unit = Math.min(WIDEST, width / columns)
    const start = (width - unit * columns) / 2
    const cells = (side: Side) =>
      band.parties.flatMap((party) =>
        party[side].map((edge, i) => {
          const wide = (party.columns * unit) / party[side].length
          return { edge, party: `${b}:${party.key}`, x: start + party.first * unit + i * wide, width: wide - GAP }
        }),
      )
    const box = (key: string, id: string, isSpeaker: boolean, x: number, wide: number): Omit<PlacedBox, 'y'> => {
      const node = named.get(id) ?? { id, label: id, href: '#', note: '' }
      const lines = wrapText(node.label, { width: wide - 6, size: NAME.size, weight: 'bold', maxLines: 3 })
      const height =
        2 * NAME.pad +
        lines.length * NAME.line +
        (isSpeaker || node.note === '' ? 0 : noteLines(node, wide).length * 15)
      return { key, node, isSpeaker, x, width: wide, height, lines }
    }
    const speakers = (side: Side): readonly Omit<PlacedBox, 'y'>[] =>
      runsOf(cells(side).filter(({ edge }) => edge.from !== edge.to)).map((run, i) => {
        const [first, last] = [run[0], run.at(-1)]
        const x = first?.x ?? 0
        return box(`${b}:${side}:${i}`, first?.edge.from ?? '', true, x, (last?.x ?? 0) + (last?.width ?? 0) - x)
      })
    const above = speakers('above')
    const below = speakers('below')
    const middle = band.parties.map((party) =>
      box(`${b}:${party.key}`, party.id, false, start + party.first * unit, party.columns * unit - GAP),
    )
    const labels = (side: Side): number =>
      Math.max(0, ...cells(side).map(({ edge, width: wide }) => labelOf(edge, wide).height))
    const highest = (all: readonly Omit<PlacedBox, 'y'>[]): number => Math.max(0, ...all.map(({ height }) => height))
    const lengthOf = (side: Side): number => (cells(side).length === 0 ? 0 : labels(side) + 2 * ARM)
    const middleTop = y + highest(above) + lengthOf('above')
    const middleBottom = middleTop + highest(middle)
    const belowTop = middleBottom + lengthOf('below')
    const height = highest(middle)
    boxes.push(
      ...above.map((one) => ({ ...one, y, height: highest(above) })),
      ...middle.map((one) => ({ ...one, y: middleTop, height })),
      ...below.map((one) => ({ ...one, y: belowTop, height: highest(below) })),
    )
    for (const side of ['above', 'below'] as const) {
      const own = side === 'above' ? above : below
      for (const cell of cells(side)) {
        const label = labelOf(cell.edge, cell.width)
        const x = cell.x + cell.width / 2
        const isLoop = cell.edge.from === cell.edge.to
        const speaker = own.find((one) => !isLoop && x > one.x && x < one.x + one.width)
        const [from, to] =
          side === 'above' ? [y + highest(above), middleTop] : [isLoop ? belowTop - 2 : belowTop, middleBottom]
        edges.push({
          edge: cell.edge,
          fromKey: speaker?.key ?? cell.party,
          toKey: cell.party,
          x,
          width: cell.width,
          from,
          to,
          labelY: (from + to - label.height) / 2,
          labelHeight: label.height,
          verb: label.verb,
          isIconAbove: label.isIconAbove,
          words: label.words,
        })
      }
    }
    y = belowTop + highest(below) + BAND_GAP
  }
  return { height: Math.max(0, y - BAND_GAP), boxes, edges }
}

/** Returns the lines of a note below a name. */
export const noteLines = ({ note }: NetworkNode, width: number): readonly string[] =>
  wrapText(note, { width: width - 12, size: WORDS.size, weight: 'regular', maxLines: 3 })

function labelOf(edge: NetworkEdge, width: number) {
  const style = { size: VERB.size, weight: 'bold' as const }
  const isIconAbove = edge.verb.split(' ').some((word) => measureText(word, style) > width - VERB.icon + 6)
  const room = isIconAbove ? width + 6 : width - VERB.icon + 6
  const verb = wrapText(edge.verb, { ...style, width: room, maxLines: 3 })
  const words = wrapText(edge.words, { width, size: WORDS.size, weight: 'regular', maxLines: WORDS.maxLines })
  const top = isIconAbove ? VERB.line : 0
  return { verb, words, isIconAbove, height: top + verb.length * VERB.line + words.length * WORDS.line + 6 }
}

/** Returns runs of neighbouring cells of one speaker. */
function runsOf<T extends { readonly edge: NetworkEdge }>(cells: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = []
  for (const cell of cells) {
    const last = runs.at(-1)
    if (last?.[0]?.edge.from === cell.edge.from) last.push(cell)
    else runs.push([cell])
  }
  return runs
}
