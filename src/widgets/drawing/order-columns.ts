/** Columns of nodes, and the edges between them. */
export interface Columns {
  /** Columns from left to right, each with ids from top to bottom. */
  readonly columns: readonly (readonly string[])[]
  /** Edges between neighbouring columns. */
  readonly edges: readonly { readonly from: string; readonly to: string }[]
}

const SWEEPS = 8

/**
 * Orders the nodes of each column for few crossings: the best of three fixed starts, each improved by barycentre sweeps
 * and swaps. The same input gives the same order.
 */
export function orderColumns({ columns, edges }: Columns): readonly (readonly string[])[] {
  const graph = toNumbers(columns, edges)
  const ids = columns.flat()
  const byId = (a: number, b: number): number => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1)
  const given = graph.columns
  const starts = [given, given.map((column) => [...column].reverse()), given.map((column) => [...column].sort(byId))]
  let best = given
  let fewest = Number.POSITIVE_INFINITY
  for (const start of starts) {
    const found = improve(start, graph)
    if (found.crossings < fewest) [best, fewest] = [found.columns, found.crossings]
    if (fewest === 0) break
  }
  return best.map((column) => column.map((node) => ids[node] ?? ''))
}

/** Counts the pairs of edges that cross between neighbouring columns. */
export function countCrossings(columns: readonly (readonly string[])[], edges: Columns['edges']): number {
  const graph = toNumbers(columns, edges)
  return crossingsOf(graph.columns, graph, rowsOf(graph.columns, graph))
}

/** The graph with numbers as nodes and arrays as attributes, since the sorting runs many times. */
interface NumberedGraph {
  readonly columns: readonly (readonly number[])[]
  readonly columnOf: readonly number[]
  readonly neighbours: readonly (readonly number[])[]
}

type Order = readonly (readonly number[])[]

function toNumbers(columns: readonly (readonly string[])[], edges: Columns['edges']): NumberedGraph {
  const numbers = new Map<string, number>()
  const columnOf: number[] = []
  const neighbours: number[][] = []
  const numbered = columns.map((column, i) =>
    column.map((id) => {
      columnOf.push(i)
      neighbours.push([])
      numbers.set(id, columnOf.length - 1)
      return columnOf.length - 1
    }),
  )
  for (const edge of edges) {
    const [from, to] = [numbers.get(edge.from), numbers.get(edge.to)]
    if (from === undefined || to === undefined) continue
    neighbours[from]?.push(to)
    neighbours[to]?.push(from)
  }
  return { columns: numbered, columnOf, neighbours }
}

function rowsOf(columns: Order, { columnOf }: NumberedGraph): number[] {
  const rows = new Array<number>(columnOf.length).fill(0)
  for (const column of columns) for (const [row, node] of column.entries()) rows[node] = row
  return rows
}

function crossingsOf(columns: Order, { columnOf, neighbours }: NumberedGraph, rows: readonly number[]): number {
  let crossings = 0
  for (const [i, column] of columns.entries()) {
    const ends: number[] = []
    for (const node of column) {
      const right = (neighbours[node] ?? []).filter((other) => columnOf[other] === i + 1)
      ends.push(...right.map((other) => rows[other] ?? 0).sort((a, b) => a - b))
    }
    crossings += inversions(ends)
  }
  return crossings
}

function improve(start: Order, graph: NumberedGraph): { readonly columns: Order; readonly crossings: number } {
  let current = start
  let rows = rowsOf(start, graph)
  let best = { columns: start, crossings: crossingsOf(start, graph, rows) }
  const middle = Math.floor(start.length / 2)
  const outer = start.map((_, i) => i).filter((i) => i !== middle)
  for (let sweep = 0; sweep < SWEEPS && best.crossings > 0; sweep += 1) {
    for (const i of sweep % 2 === 0 ? [...outer, middle] : [middle, ...outer]) {
      const sorted = byBarycentre(current[i] ?? [], current, graph, rows)
      for (const [row, node] of sorted.entries()) rows[node] = row
      current = current.map((column, j) => (j === i ? sorted : column))
    }
    current = swapNeighbours(current, graph, rows)
    rows = rowsOf(current, graph)
    const crossings = crossingsOf(current, graph, rows)
    if (crossings < best.crossings) best = { columns: current, crossings }
  }
  return best
}

/** Sorts nodes by the average place of their neighbours. A node without neighbours stays at its relative place. */
function byBarycentre(
  column: readonly number[],
  columns: Order,
  { columnOf, neighbours }: NumberedGraph,
  rows: readonly number[],
): readonly number[] {
  /** Returns 0 at the top of the column and 1 at the bottom, since columns differ in length. */
  const relative = (node: number): number =>
    (rows[node] ?? 0) / Math.max(1, (columns[columnOf[node] ?? 0]?.length ?? 1) - 1)
  const weighed = column.map((node) => {
    const others = neighbours[node] ?? []
    if (others.length === 0) return { node, weight: relative(node) }
    let sum = 0
    for (const other of others) sum += relative(other)
    return { node, weight: sum / others.length }
  })
  return weighed
    .sort((a, b) => a.weight - b.weight || (rows[a.node] ?? 0) - (rows[b.node] ?? 0))
    .map(({ node }) => node)
}

/** Swaps adjacent nodes wherever that reduces crossings. @param rows is updated */
function swapNeighbours(columns: Order, graph: NumberedGraph, rows: number[]): Order {
  return columns.map((column) => {
    const order = [...column]
    for (let row = 0; row + 1 < order.length; row += 1) {
      const [a, b] = [order[row], order[row + 1]]
      if (a === undefined || b === undefined || gain(a, b, graph, rows) <= 0) continue
      order[row] = b
      order[row + 1] = a
      rows[a] = row + 1
      rows[b] = row
    }
    return order
  })
}

/** Returns the number of crossings that a swap of a and b removes. It depends on the edges of the two alone. */
function gain(a: number, b: number, { columnOf, neighbours }: NumberedGraph, rows: readonly number[]): number {
  let fewer = 0
  for (const toA of neighbours[a] ?? []) {
    for (const toB of neighbours[b] ?? []) {
      if (columnOf[toA] === columnOf[toB]) fewer += Math.sign((rows[toA] ?? 0) - (rows[toB] ?? 0))
    }
  }
  return fewer
}

/** Counts the pairs in the wrong order. Each is a crossing of two edges. */
function inversions(values: readonly number[]): number {
  const from = [...values]
  const into = [...values]
  return sortCounting(from, into, 0, values.length)
}

/** Sorts a range by merging and returns its number of inversions. */
function sortCounting(values: number[], scratch: number[], start: number, end: number): number {
  if (end - start < 2) return 0
  const half = (start + end) >> 1
  let count = sortCounting(values, scratch, start, half) + sortCounting(values, scratch, half, end)
  for (let index = start, left = start, right = half; index < end; index += 1) {
    const takesLeft = right >= end || (left < half && (values[left] ?? 0) <= (values[right] ?? 0))
    if (!takesLeft) count += half - left
    scratch[index] = (takesLeft ? values[left++] : values[right++]) ?? 0
  }
  for (let index = start; index < end; index += 1) values[index] = scratch[index] ?? 0
  return count
}
