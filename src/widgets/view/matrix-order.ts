import type { MatrixRow, ViewNode } from './view.ts'

/**
 * Returns the columns: `first`, then those with the most cells. The one with the shortest name is last, since its turned
 * heading has the least room. Beyond `max` columns, the least used ones become `other`.
 */
export function orderColumns(
  placed: readonly { readonly column: ViewNode; readonly cell: string }[],
  { first, other, max }: { readonly first: string; readonly other: ViewNode; readonly max: number },
): readonly ViewNode[] {
  const found = new Map<string, { readonly column: ViewNode; readonly cells: Set<string>; claims: number }>()
  for (const { column, cell } of placed) {
    const known = found.get(column.id) ?? { column, cells: new Set<string>(), claims: 0 }
    known.cells.add(cell)
    known.claims += 1
    found.set(column.id, known)
  }
  const sorted = [...found.values()]
    .sort((a, b) => b.cells.size - a.cells.size || b.claims - a.claims || (a.column.id < b.column.id ? -1 : 1))
    .map(({ column }) => column)
  const ordered = [...sorted.filter(({ id }) => id === first), ...sorted.filter(({ id }) => id !== first)]
  const shown = ordered.length > max ? [...ordered.slice(0, max - 1), other] : ordered
  const movable = shown.filter(({ id }) => id !== first && id !== other.id)
  const shortest = movable.reduce<ViewNode | null>(
    (best, one) => (best && best.label.length <= one.label.length ? best : one),
    null,
  )
  const others = shown.filter((one) => one !== shortest)
  return shortest === null ? shown : [...others, shortest]
}

/** Orders rows: the one with the most claims first, each followed by its narrower ones. */
export function orderRows(
  rows: readonly (ViewNode & { readonly narrower: readonly string[] })[],
  claimsIn: ReadonlyMap<string, number>,
): readonly MatrixRow[] {
  const sorted = rows.toSorted((a, b) => (claimsIn.get(b.id) ?? 0) - (claimsIn.get(a.id) ?? 0))
  const below = new Set(rows.flatMap(({ narrower }) => narrower))
  const ordered: MatrixRow[] = []
  const seen = new Set<string>()
  const put = (row: (typeof rows)[number], isNarrower: boolean): void => {
    if (seen.has(row.id)) return
    seen.add(row.id)
    ordered.push({ id: row.id, label: row.label, href: row.href, isNarrower })
    for (const one of sorted) if (row.narrower.includes(one.id)) put(one, true)
  }
  for (const row of sorted) if (!below.has(row.id)) put(row, false)
  // Categories that are narrower than each other would be left out.
  for (const row of sorted) put(row, false)
  return ordered
}
