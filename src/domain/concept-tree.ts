import type { Concept } from './concept.ts'
import type { Slug } from './slug.ts'

/** Concepts of one kind at one revision, with lookups by id and by narrower concepts. */
export interface ConceptTree {
  /** Id → concept. */
  readonly all: readonly Concept[]
  readonly byId: ReadonlyMap<string, Concept>
  /** Id → directly narrower concepts, in the order of their ids. */
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

/** Directly narrower concepts. */
export const narrowerOf = (id: string, tree: ConceptTree): readonly Concept[] => tree.narrower.get(id) ?? []

/** Ids of the concept and of all narrower concepts; empty for an unknown id. */
export const withNarrower = (id: Slug, tree: ConceptTree): readonly Slug[] =>
  tree.byId.has(id) ? reachedFrom(id, (below) => narrowerOf(below, tree).map((concept) => concept.id)) : []

/** The id, and all that are reached from it over any number of steps, in the order in which they are reached. */
export function reachedFrom(id: Slug, next: (id: Slug) => readonly Slug[]): readonly Slug[] {
  const found = new Set([id])
  // The iteration of a set includes elements that are added during it.
  for (const one of found) for (const below of next(one)) found.add(below)
  return [...found]
}
