import type { NetworkEdge } from '../view/view.ts'

export type Side = 'above' | 'below'

/** A row of parties that are spoken of, with at most as many columns as fit. */
export interface Band {
  readonly parties: readonly BandParty[]
}

/** A party with the edges to it. */
export interface BandParty {
  readonly id: string
  /** Unique in the band. */
  readonly key: string
  /** First column in the band, and number of columns. */
  readonly first: number
  readonly columns: number
  readonly above: readonly NetworkEdge[]
  readonly below: readonly NetworkEdge[]
}

interface Piece {
  readonly id: string
  readonly above: readonly NetworkEdge[]
  readonly below: readonly NetworkEdge[]
}

/** Maximum of parties in a band for which every order is tried. */
const MAX_ORDERED = 4
/** Number of speakers for whom every choice of sides is tried. */
const MAX_TRIED = 7

/**
 * Arranges edges in bands of columns: parties by number of edges, each speaker on the side where the columns are fewest.
 * Words of a party about itself stand below it. A party with more columns than a band has continues in the next one.
 */
export function arrangeColumns(edges: readonly NetworkEdge[], maxColumns: number): readonly Band[] {
  const parties = [...new Set(edges.map(({ to }) => to))]
  const ordered = parties.toSorted((a, b) => countOf(b, edges) - countOf(a, edges))
  const isAbove = sidesOf(edges, ordered)
  const pieces = ordered.flatMap((id): readonly Piece[] => {
    const own = edges.filter(({ to }) => to === id)
    const above = own.filter((edge) => isAbove(edge))
    const below = own.filter((edge) => !isAbove(edge)).toSorted((a, b) => loopFirst(a) - loopFirst(b))
    const count = Math.ceil(Math.max(above.length, below.length) / maxColumns)
    return Array.from({ length: count }, (_, i) => {
      const part = [i * maxColumns, (i + 1) * maxColumns] as const
      return { id, above: above.slice(...part), below: below.slice(...part) }
    })
  })
  return packed(pieces, maxColumns).map((band) => bandOf(fewestRuns(band)))
}

/** Returns the order of parties with the fewest boxes of speakers: neighbouring edges of one speaker share a box. */
function fewestRuns(band: readonly Piece[]): readonly Piece[] {
  let best = band
  let least = Number.POSITIVE_INFINITY
  for (const order of band.length <= MAX_ORDERED ? ordersOf(band) : [band]) {
    const { parties } = bandOf(order)
    const runs = (['above', 'below'] as const).reduce(
      (sum, side) => sum + runsIn(parties.flatMap((one) => one[side])),
      0,
    )
    if (runs < least) [best, least] = [order, runs]
  }
  return best
}

/** Returns every order of a list, that of the list first. */
function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items]
  return items.flatMap((first, i) => ordersOf(items.toSpliced(i, 1)).map((rest) => [first, ...rest]))
}

const runsIn = (edges: readonly NetworkEdge[]): number =>
  edges.filter(({ from, to }, i) => from !== to && edges[i - 1]?.from !== from).length

function bandOf(pieces: readonly Piece[]): Band {
  let first = 0
  return {
    parties: pieces.map((piece, i): BandParty => {
      const columns = columnsOf(piece)
      const [before, after] = [pieces[i - 1], pieces[i + 1]]
      const from = first
      first += columns
      const sorted = (side: Side) => inRuns(piece[side], before?.[side] ?? [], after?.[side] ?? [])
      return { id: piece.id, key: `${i}`, first: from, columns, above: sorted('above'), below: sorted('below') }
    }),
  }
}

const countOf = (id: string, edges: readonly NetworkEdge[]): number => edges.filter(({ to }) => to === id).length
const columnsOf = ({ above, below }: Piece): number => Math.max(above.length, below.length)
const loopFirst = ({ from, to }: NetworkEdge): number => Number(from !== to)

/** Returns whether an edge stands above its party. */
function sidesOf(edges: readonly NetworkEdge[], parties: readonly string[]): (edge: NetworkEdge) => boolean {
  const outside = edges.filter(({ from, to }) => from !== to)
  const speakers = [...new Set(outside.map(({ from }) => from))]
  const tried = speakers.slice(0, MAX_TRIED)
  const isAbove = (mask: number, { from, to }: NetworkEdge): boolean => {
    const place = speakers.indexOf(from)
    if (from === to) return false
    return place < tried.length ? (mask & (1 << place)) === 0 : place % 2 === 0
  }
  const costOf = (mask: number): number =>
    parties.reduce((sum, id) => {
      const own = edges.filter(({ to }) => to === id)
      const above = own.filter((edge) => isAbove(mask, edge)).length
      return sum + Math.max(above, own.length - above)
    }, 0)
  let best = 0
  let least = costOf(0)
  for (let mask = 1; mask < 1 << tried.length; mask += 1) {
    const cost = costOf(mask)
    if (cost < least) [best, least] = [mask, cost]
  }
  return (edge) => isAbove(best, edge)
}

/** Puts pieces into bands: each into the first band that has room. */
function packed(pieces: readonly Piece[], maxColumns: number): readonly (readonly Piece[])[] {
  const bands: Piece[][] = []
  for (const piece of pieces) {
    const widthOf = (band: readonly Piece[]): number => band.reduce((sum, one) => sum + columnsOf(one), 0)
    const free = bands.find((band) => widthOf(band) + columnsOf(piece) <= maxColumns)
    if (free) free.push(piece)
    else bands.push([piece])
  }
  return bands
}

/** Sorts edges: speakers who also speak of the party before come first, speakers who also speak of the next one come last. */
function inRuns(
  edges: readonly NetworkEdge[],
  before: readonly NetworkEdge[],
  after: readonly NetworkEdge[],
): readonly NetworkEdge[] {
  const speaks = (list: readonly NetworkEdge[], id: string): boolean =>
    list.some(({ from, to }) => from === id && from !== to)
  const speakers = [...new Set(edges.map(({ from }) => from))]
  const place = (edge: NetworkEdge): number => {
    if (edge.from === edge.to) return -2
    if (speaks(before, edge.from)) return -1
    return speaks(after, edge.from) ? speakers.length + 1 : speakers.indexOf(edge.from)
  }
  return edges.toSorted((a, b) => place(a) - place(b))
}
