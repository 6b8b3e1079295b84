import { ENTITY_KINDS } from '../../domain/entity.ts'
import { type GlobalId, toGlobalId } from '../../domain/global-id.ts'
import { toSlug } from '../../domain/slug.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'

/** Kind of a value that was read from the store, recognized by the properties that only this kind has. */
export function kindOf(thing: object): ThingKind {
  const value = stateOf(thing)
  if ('derivation' in value) return 'Source'
  if ('claim' in value) return 'Claim'
  if ('claimIds' in value) return 'Story'
  if ('broader' in value) return 'kind' in value && value.kind === 'Use' ? 'Use' : 'DataCategory'
  return 'Entity'
}

/** Name of the GraphQL type: for an entity, its kind (Person, …). */
export function typeNameOf(thing: object): string {
  const kind = kindOf(thing)
  const value = stateOf(thing)
  if (kind !== 'Entity' || !('kind' in value)) return kind
  return ENTITY_KINDS.find((known) => known === value.kind) ?? kind
}

/** Global id, such as Entity:x. It has no kind of entity, so that an editor can correct the kind without a new id. */
export function globalIdOf(thing: object): GlobalId {
  const value = stateOf(thing)
  const own = 'claim' in value && typeof value.claim === 'object' && value.claim !== null ? value.claim : value
  return toGlobalId(kindOf(thing), toSlug('id' in own ? String(own.id) : ''))
}

const stateOf = (thing: object): object =>
  'value' in thing && typeof thing.value === 'object' && thing.value !== null ? thing.value : thing
