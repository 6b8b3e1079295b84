import { ENTITY_KINDS } from '../../domain/entity.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'

/** Which kind of thing a value read from the store is. */
export function kindOf(thing: object): ThingKind {
  const value = stateOf(thing)
  if ('derivation' in value) return 'Source'
  if ('claim' in value) return 'Claim'
  if ('claimIds' in value) return 'Story'
  if ('broader' in value) return 'kind' in value && value.kind === 'Use' ? 'Use' : 'DataCategory'
  return 'Entity'
}

/** The GraphQL type of it: an entity's is its own kind. */
export function typeNameOf(thing: object): string {
  const kind = kindOf(thing)
  const value = stateOf(thing)
  if (kind !== 'Entity' || !('kind' in value)) return kind
  return ENTITY_KINDS.find((known) => known === value.kind) ?? kind
}

/** 'Entity:x', whatever kind of entity it is: it may be described better one day and keep its id. */
export function globalIdOf(thing: object): string {
  const value = stateOf(thing)
  const own = 'claim' in value && typeof value.claim === 'object' && value.claim !== null ? value.claim : value
  return `${kindOf(thing)}:${'id' in own ? String(own.id) : ''}`
}

const stateOf = (thing: object): object =>
  'value' in thing && typeof thing.value === 'object' && thing.value !== null ? thing.value : thing
