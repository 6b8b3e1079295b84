import type { Claim } from './claim.ts'
import type { Concept, ConceptKind } from './concept.ts'
import type { Slug } from './slug.ts'

/** Finds a concept; undefined for an unknown one. */
type FindConcept = (kind: ConceptKind, id: Slug) => Pick<Concept, 'mentions'> | undefined

/** The concepts that a claim names: its data categories and uses, also a use that is its object. */
export const conceptsOf = ({ data, uses, object }: Claim): readonly (readonly [ConceptKind, Slug])[] => [
  ...data.map((id) => ['DataCategory', id] as const),
  ...uses.map((id) => ['Use', id] as const),
  ...(object?.kind === 'Use' ? [['Use', object.id] as const] : []),
]

/**
 * Entities that a claim mentions: those that its words name, and those that its data categories and uses name. Subject
 * and object are left out. Each once.
 */
export function mentionsOf(claim: Claim, findConcept: FindConcept): readonly Slug[] {
  const named = [
    ...(claim.mentions ?? []),
    ...conceptsOf(claim).flatMap(([kind, id]) => findConcept(kind, id)?.mentions ?? []),
  ]
  const parties = [claim.subject, claim.object].flatMap((one) => (one?.kind === 'Entity' ? [one.id] : []))
  return [...new Set(named)].filter((id) => !parties.includes(id))
}
