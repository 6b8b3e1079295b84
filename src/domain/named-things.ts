import type { Assertion } from './assertion.ts'
import type { Claim, ThingRef } from './claim.ts'
import { sourceIdsIn } from './provenance.ts'
import type { Slug } from './slug.ts'

/** The entities and sources that a claim and its assertions name, each once, without the publishers of their documents. */
export function thingsNamedBy(claim: Claim, assertions: readonly Assertion[]): readonly ThingRef[] {
  const named = [
    ...assertions.flatMap(({ claimantId, sourceId, lacksFrom, via }): readonly ThingRef[] => [
      ...(claimantId === null ? [] : [entity(claimantId)]),
      source(sourceId),
      ...(lacksFrom === undefined ? [] : [entity(lacksFrom)]),
      ...via,
    ]),
    ...[claim.subject, claim.object].flatMap((thing) => (thing !== null && isParty(thing) ? [thing] : [])),
    ...sourceIdsIn([claim.validityProvenance]).map(source),
  ]
  return [...new Map(named.map((thing) => [`${thing.kind}:${thing.id}`, thing])).values()]
}

const entity = (id: Slug): ThingRef => ({ kind: 'Entity', id })
const source = (id: Slug): ThingRef => ({ kind: 'Source', id })
const isParty = (thing: { readonly kind: string }): thing is ThingRef =>
  thing.kind === 'Entity' || thing.kind === 'Source'
