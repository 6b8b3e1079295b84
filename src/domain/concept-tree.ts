import type { Concept } from './concept.ts'

/** The concepts of a kind at one revision; one is found, and what is narrower than it, without reading them all. */
export interface ConceptTree {
  /** By id. */
  readonly all: readonly Concept[]
  readonly byId: ReadonlyMap<string, Concept>
  /** Id → those directly narrower, by id. */
  readonly narrower: ReadonlyMap<string, readonly Concept[]>
}

export function conceptTree(concepts: readonly Concept[]): ConceptTree {
  const all = [...concepts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const narrower = new Map<string, Concept[]>()
  for (const concept of all) {
    for (const id of concept.broader) {
      const known = narrower.get(id)
      if (known) known.push(concept)
      else narrower.set(id, [concept])
    }
  }
  return { all, byId: new Map(all.map((concept) => [concept.id, concept])), narrower }
}

/** Those directly narrower. */
export const narrowerOf = (id: string, tree: ConceptTree): readonly Concept[] => tree.narrower.get(id) ?? []

/** The concept itself and all that is narrower, by id; empty if it is not among them. */
export function withNarrower(id: string, tree: ConceptTree): readonly string[] {
  if (!tree.byId.has(id)) return []
  const found = new Set([id])
  // A set hands out what is added to it on the way.
  for (const one of found) for (const below of narrowerOf(one, tree)) found.add(below.id)
  return [...found]
}
