/** Which node stands where in its column, so that few edges cross. */
export interface Columns {
  /** From left to right; each a list of ids from top to bottom. */
  readonly columns: readonly (readonly string[])[]
  /** Between neighbouring columns. */
  readonly edges: readonly { readonly from: string; readonly to: string }[]
}

const SWEEPS = 8

/** The best of several fixed beginnings, each improved by barycentre sweeps and swaps: the same input, the same order. */
export function orderColumns({ columns, edges }: Columns): readonly (readonly string[])[] {
  const starts = [columns, columns.map((column) => [...column].reverse()), columns.map((column) => [...column].sort())]
  let best: readonly (readonly string[])[] = columns
  let fewest = Number.POSITIVE_INFINITY
  for (const start of starts) {
    const found = improve(start, edges)
    const crossings = countCrossings(found, edges)
    if (crossings < fewest) [best, fewest] = [found, crossings]
    if (fewest === 0) break
  }
  return best
}

export function countCrossings(columns: readonly (readonly string[])[], edges: Columns['edges']): number {
  const place = placesOf(columns)
  let crossings = 0
  for (const [i] of columns.slice(1).entries()) {
    const between = edges
      .filter(({ from, to }) => place.get(from)?.column === i && place.get(to)?.column === i + 1)
      .map(({ from, to }) => [place.get(from)?.row ?? 0, place.get(to)?.row ?? 0] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    crossings += inversions(between.map(([, row]) => row))
  }
  return crossings
}

function improve(start: readonly (readonly string[])[], edges: Columns['edges']): readonly (readonly string[])[] {
  let current = start
  let best = start
  let fewest = countCrossings(start, edges)
  const neighbours = new Map<string, string[]>()
  for (const { from, to } of edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  const middle = Math.floor(start.length / 2)
  const outer = start.map((_, i) => i).filter((i) => i !== middle)
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    for (const i of sweep % 2 === 0 ? [...outer, middle] : [middle, ...outer]) {
      const place = placesOf(current)
      const weight = (id: string, row: number): number => {
        const rows = (neighbours.get(id) ?? []).map((other) => relative(place.get(other), current))
        return rows.length === 0 ? row / Math.max(1, (current[i]?.length ?? 1) - 1) : mean(rows)
      }
      const weighed = (current[i] ?? []).map((id, row) => ({ id, row, weight: weight(id, row) }))
      const sorted = weighed.sort((a, b) => a.weight - b.weight || a.row - b.row).map(({ id }) => id)
      current = current.map((column, j) => (j === i ? sorted : column))
    }
    current = swapNeighbours(current, neighbours)
    const crossings = countCrossings(current, edges)
    if (crossings < fewest) [best, fewest] = [current, crossings]
  }
  return best
}

/** Swaps two that stand next to each other wherever fewer edges cross then. */
function swapNeighbours(
  columns: readonly (readonly string[])[],
  neighbours: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const place = new Map(placesOf(columns))
  return columns.map((column, i) => {
    const order = [...column]
    for (let row = 0; row + 1 < order.length; row += 1) {
      const [a, b] = [order[row], order[row + 1]]
      if (a === undefined || b === undefined || gain(a, b, neighbours, place) <= 0) continue
      order[row] = b
      order[row + 1] = a
      place.set(a, { column: i, row: row + 1 })
      place.set(b, { column: i, row })
    }
    return order
  })
}

/** How many crossings fewer there are when b stands before a; only edges of the two can tell. */
function gain(
  a: string,
  b: string,
  neighbours: ReadonlyMap<string, readonly string[]>,
  place: ReadonlyMap<string, Place>,
): number {
  let fewer = 0
  for (const toA of neighbours.get(a) ?? []) {
    for (const toB of neighbours.get(b) ?? []) {
      const [left, right] = [place.get(toA), place.get(toB)]
      if (left && right && left.column === right.column) fewer += Math.sign(left.row - right.row)
    }
  }
  return fewer
}

interface Place {
  readonly column: number
  readonly row: number
}
const placesOf = (columns: readonly (readonly string[])[]): ReadonlyMap<string, Place> =>
  new Map(columns.flatMap((ids, column) => ids.map((id, row) => [id, { column, row }] as const)))

/** 0 at the top of its column, 1 at the bottom: columns differ in length. */
const relative = (place: Place | undefined, columns: readonly (readonly string[])[]): number =>
  place === undefined ? 0 : place.row / Math.max(1, (columns[place.column]?.length ?? 1) - 1)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Pairs in the wrong order, by merging: two edges cross where their ends are. */
function inversions(values: readonly number[]): number {
  if (values.length < 2) return 0
  const half = values.length >> 1
  const [left, right] = [values.slice(0, half), values.slice(half)]
  let count = inversions(left) + inversions(right)
  const sorted = [...left].sort((a, b) => a - b)
  let i = 0
  for (const value of [...right].sort((a, b) => a - b)) {
    while (i < sorted.length && (sorted[i] ?? 0) <= value) i += 1
    count += sorted.length - i
  }
  return count
}
