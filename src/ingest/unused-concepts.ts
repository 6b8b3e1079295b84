import type { Concept } from '../domain/concept.ts'
import { conceptTree, withNarrower } from '../domain/concept-tree.ts'
import type { Dataset } from '../domain/dataset.ts'

/** Concepts that no claim names, nor anything narrower: their pages have nothing to show. */
export function unusedConcepts({ concepts, claims }: Pick<Dataset, 'concepts' | 'claims'>): readonly Concept[] {
  const all = concepts.map(({ item }) => item)
  const named = {
    DataCategory: new Set(claims.flatMap(({ item }) => item.data)),
    Use: new Set(
      claims.flatMap(({ item: { uses, object } }) => (object?.kind === 'Use' ? [...uses, object.id] : uses)),
    ),
  }
  return (['DataCategory', 'Use'] as const).flatMap((kind) => {
    const tree = conceptTree(all.filter((concept) => concept.kind === kind))
    return tree.all.filter((concept) => !withNarrower(concept.id, tree).some((id) => named[kind].has(id)))
  })
}
