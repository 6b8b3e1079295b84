import type { Assertion } from './assertion.ts'
import type { Claim } from './claim.ts'
import { sourceIdsIn } from './provenance.ts'
import type { Slug } from './slug.ts'

/** Kinds of things whose names and dates are read with the claims that name them. */
export const NAMED_KINDS = ['Entity', 'Source', 'DataCategory', 'Use'] as const
export type NamedKind = (typeof NAMED_KINDS)[number]

export interface NamedThing {
  readonly kind: NamedKind
  readonly id: Slug
}

/** The things that a claim and its assertions name, each once, without the publishers of their documents. */
export function thingsNamedBy(claim: Claim, assertions: readonly Assertion[]): readonly NamedThing[] {
  const { object } = claim
  const named = [
    ...assertions.flatMap(({ claimantId, sourceId, lacksFrom, via }): readonly NamedThing[] => [
      ...(claimantId === null ? [] : [toThing('Entity')(claimantId)]),
      toThing('Source')(sourceId),
      ...(lacksFrom === undefined ? [] : [toThing('Entity')(lacksFrom)]),
      ...via,
    ]),
    claim.subject,
    ...(object !== null && isNamed(object) ? [object] : []),
    ...claim.data.map(toThing('DataCategory')),
    ...claim.uses.map(toThing('Use')),
    ...sourceIdsIn([claim.validityProvenance]).map(toThing('Source')),
  ]
  return [...new Map(named.map((thing) => [`${thing.kind}:${thing.id}`, thing])).values()]
}

const toThing =
  (kind: NamedKind) =>
  (id: Slug): NamedThing => ({ kind, id })

const isNamed = (thing: { readonly kind: string }): thing is NamedThing =>
  NAMED_KINDS.some((kind) => kind === thing.kind)
