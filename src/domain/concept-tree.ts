import type { Concept } from './concept.ts'
import type { Slug } from './slug.ts'

/** A concept as far as its place in the tree. */
export type PlacedConcept = Pick<Concept, 'id' | 'broader'>

/** Concepts of one kind at one revision, with lookups by id and by narrower concepts. */
export interface ConceptTree<T extends PlacedConcept = Concept> {
  /** In the order of their ids. */
  readonly all: readonly T[]
  readonly byId: ReadonlyMap<string, T>
  /** Id → directly narrower concepts, in the order of their ids. */
  readonly narrower: ReadonlyMap<string, readonly T[]>
}

/** Makes the tree of these concepts. A broader concept that is not among them is ignored. */
export function conceptTree<T extends PlacedConcept>(concepts: readonly T[]): ConceptTree<T> {
  const all = [...concepts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const narrower = new Map<string, T[]>()
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
export const narrowerOf = <T extends PlacedConcept>(id: string, tree: ConceptTree<T>): readonly T[] =>
  tree.narrower.get(id) ?? []

/** Ids of the concept and of all narrower concepts, the concept first; empty for an unknown id. */
export function withNarrower(id: Slug, tree: ConceptTree<PlacedConcept>): readonly Slug[] {
  if (!tree.byId.has(id)) return []
  const found = new Set([id])
  // The iteration of a set includes elements that are added during it.
  for (const one of found) for (const below of narrowerOf(one, tree)) found.add(below.id)
  return [...found]
}
