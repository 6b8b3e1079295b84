import type { Concept } from './concept.ts'

/** The concept itself and all that is narrower, by id; empty if it is not among them. */
export function withNarrower(id: string, concepts: readonly Concept[]): readonly string[] {
  if (!concepts.some((concept) => concept.id === id)) return []
  const found = new Set([id])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const concept of concepts) if (concept.broader.some((b) => found.has(b))) found.add(concept.id)
  }
  return [...found]
}

/** Directly narrower ones. */
export const narrowerOf = (id: string, concepts: readonly Concept[]): readonly Concept[] =>
  concepts.filter((concept) => concept.broader.includes(id))
