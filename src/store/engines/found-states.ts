import type { FoundGroup, FoundStates } from './engine.ts'

export const NOTHING_FOUND: FoundStates = { groups: [], complete: true }

/** Groups things by rank. */
export function groupByRank(things: readonly string[], rankAt: (place: number) => string): readonly FoundGroup[] {
  const groups = new Map<string, string[]>()
  for (const [place, thing] of things.entries()) {
    const rank = rankAt(place)
    const group = groups.get(rank)
    if (group) group.push(thing)
    else groups.set(rank, [thing])
  }
  return [...groups].map(([rank, all]) => ({ rank, things: all }))
}
