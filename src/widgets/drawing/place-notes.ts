import type { GraphView } from '../view/view.ts'
import { TOP, TYPE } from './graph-measures.ts'
import { fromTop, spreadRows } from './spread-rows.ts'

export interface Note {
  readonly id: string
  readonly card: string
  readonly column: 'data' | 'use'
  readonly text: string
}

/** Returns a note for each card without a node in the column, so that missing data or a missing use is visible. */
export function notesOf(
  view: GraphView,
  column: Note['column'],
  ids: readonly string[],
  text: string,
): readonly Note[] {
  const known = new Set(ids)
  const joined = new Set(view.links.flatMap(({ from, to }) => (known.has(from) ? [to] : known.has(to) ? [from] : [])))
  return view.cards
    .filter(({ id }) => !joined.has(id))
    .map(({ id }) => ({ id: `${column}-of-${id}`, card: id, column, text }))
}

/** Places notes beside their cards, and moves nodes of the column to make room. */
export function placeNotes(
  tops: ReadonlyMap<string, number>,
  columns: readonly (readonly string[])[],
  boxes: ReadonlyMap<string, { readonly height: number }>,
  notes: readonly (Note & { readonly lines: readonly string[] })[],
): ReadonlyMap<string, number> {
  const placed = new Map(tops)
  for (const [column, ids] of [['data', columns[0]] as const, ['use', columns[2]] as const]) {
    const items = [
      ...(ids ?? []).map((id) => ({ id, height: boxes.get(id)?.height ?? 0, top: tops.get(id) ?? TOP })),
      ...notes
        .filter((note) => note.column === column)
        .map(({ id, card, lines }) => {
          const height = lines.length * TYPE.by.line
          return { id, height, top: (tops.get(card) ?? TOP) + ((boxes.get(card)?.height ?? 0) - height) / 2 }
        }),
    ].sort((a, b) => a.top + a.height / 2 - (b.top + b.height / 2))
    const spreadTops = spreadRows(
      items.map(({ top }) => top),
      items.map(({ height }) => height),
    )
    for (const [i, { id }] of items.entries()) placed.set(id, spreadTops[i] ?? TOP)
  }
  return fromTop(placed)
}
