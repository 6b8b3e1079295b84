import { type Assertion, wasSaid } from '../domain/assertion.ts'
import type { Claim } from '../domain/claim.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import { mentionsOf } from '../domain/mentions.ts'
import type { Slug } from '../domain/slug.ts'

/** Entries of one claim that a thing has on its line. */
export interface EntriesOfThing {
  readonly role: EntryRole
  /** `[null]` for a claim without assertions. */
  readonly assertions: readonly (Assertion | null)[]
}
/** By the thing. */
export type EntriesOfClaim = ReadonlyMap<Slug, EntriesOfThing>

/** Part of a thing in a claim that has entries on its line: DOCUMENT of a source, the others of an entity. */
export type EntryRole = RoleInClaim | 'CLAIMANT' | 'DOCUMENT'

/** Returns the assertions on a claim by the source in which they were read. */
export function entriesBySource({ assertions }: ClaimDetails): EntriesOfClaim {
  const bySource = new Map<Slug, Assertion[]>()
  for (const assertion of assertions.filter(wasSaid)) push(bySource, assertion.sourceId, assertion)
  return new Map([...bySource].map(([id, own]) => [id, { role: 'DOCUMENT' as const, assertions: own }]))
}

/** Returns all assertions on a claim for the entities that it is about, and its own ones for every other claimant. */
export function entriesByEntity(details: ClaimDetails): EntriesOfClaim {
  const spoken = details.assertions.filter(wasSaid)
  const about = rolesIn(details)
  const byEntity = new Map<Slug, Assertion[]>()
  for (const assertion of spoken) {
    const { claimantId } = assertion
    if (claimantId !== null && !about.has(claimantId)) push(byEntity, claimantId, assertion)
  }
  return new Map<Slug, EntriesOfThing>([
    ...[...about].map(([id, role]) => [id, { role, assertions: spoken.length === 0 ? [null] : spoken }] as const),
    ...[...byEntity].map(([id, assertions]) => [id, { role: 'CLAIMANT', assertions }] as const),
  ])
}

/** Part of an entity in a claim that is about it. */
type RoleInClaim = 'SUBJECT' | 'OBJECT' | 'MENTIONED'

/** Returns the entities that a claim is about, each with its first part in it. */
function rolesIn({ claim, namedConcepts }: ClaimDetails): ReadonlyMap<Slug, RoleInClaim> {
  const concepts = new Map(namedConcepts.map((concept) => [`${concept.kind}:${concept.id}`, concept]))
  const mentioned = mentionsOf(claim, (kind, id) => concepts.get(`${kind}:${id}`))
  return new Map<Slug, RoleInClaim>([
    ...mentioned.map((id) => [id, 'MENTIONED'] as const),
    ...entityOf(claim.object).map((id) => [id, 'OBJECT'] as const),
    ...entityOf(claim.subject).map((id) => [id, 'SUBJECT'] as const),
  ])
}

const entityOf = (thing: Claim['subject'] | Claim['object']): readonly Slug[] =>
  thing?.kind === 'Entity' ? [thing.id] : []

function push(lists: Map<Slug, Assertion[]>, id: Slug, assertion: Assertion): void {
  const known = lists.get(id)
  if (known) known.push(assertion)
  else lists.set(id, [assertion])
}
