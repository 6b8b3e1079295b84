import type { Concept } from '../domain/concept.ts'
import { type ConceptTree, conceptTree } from '../domain/concept-tree.ts'
import type { Dataset } from '../domain/dataset.ts'

/** Concepts without claims, neither of their own nor of narrower concepts. Their pages would be empty. */
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
    const used = withBroader(named[kind], tree)
    return tree.all.filter(({ id }) => !used.has(id))
  })
}

/** The ids and those of all broader concepts. */
function withBroader(ids: ReadonlySet<string>, { byId }: ConceptTree): ReadonlySet<string> {
  const found = new Set(ids)
  // The iteration of a set includes elements that are added during it.
  for (const id of found) for (const broader of byId.get(id)?.broader ?? []) found.add(broader)
  return found
}
