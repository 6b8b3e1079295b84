import { ENTITY_KINDS, type EntityKind } from '../domain/entity.ts'
import { type Slug, toSlug } from '../domain/slug.ts'
import { PATH_OF_KIND, type ThingKind } from '../domain/thing-kind.ts'
import type { Messages } from '../messages/en.ts'

/** Kinds of things that are matched. Stories are left out, since they are selections of claims. */
export type MatchedKind = Exclude<ThingKind, 'Story'>
export const MATCHED_KINDS: readonly MatchedKind[] = ['Entity', 'DataCategory', 'Use', 'Source', 'Claim']

/** A thing that a query may match. */
export interface ThingKey {
  readonly kind: MatchedKind
  readonly id: Slug
}

/** Types of things, by which queries are restricted. `entity` is broader than the four types after it. */
export const THING_TYPES = [
  'entity',
  'person',
  'organization',
  'service',
  'group',
  'data',
  'use',
  'source',
  'claim',
] as const
export type ThingType = (typeof THING_TYPES)[number]

const TYPE_OF_ENTITY = {
  Person: 'person',
  Organization: 'organization',
  Service: 'service',
  Group: 'group',
} as const satisfies Readonly<Record<EntityKind, ThingType>>

/** Returns the types of a thing, the narrowest first. */
export const typesOf = (kind: MatchedKind, entityKind: EntityKind | null): readonly ThingType[] =>
  kind === 'Entity' && entityKind !== null ? [TYPE_OF_ENTITY[entityKind], 'entity'] : [PATH_OF_KIND[kind]]

/** Returns the type with this id. Null for an unknown one. */
export const typeWithId = (id: string): ThingType | null => THING_TYPES.find((type) => type === id) ?? null

/** Returns the kind of the things that have a type. */
export const kindOfType = (type: ThingType): MatchedKind =>
  MATCHED_KINDS.find((kind) => PATH_OF_KIND[kind] === type) ?? 'Entity'

export const broaderType = (type: ThingType): ThingType | null =>
  ENTITY_KINDS.some((kind) => TYPE_OF_ENTITY[kind] === type) ? 'entity' : null

/** Returns the name of a type for people. */
export function nameOfType(type: ThingType, { ui }: Messages): string {
  const kind = ENTITY_KINDS.find((one) => TYPE_OF_ENTITY[one] === type)
  if (kind !== undefined) return ui.things.kinds[kind]
  if (type === 'data' || type === 'use') return ui.things.concepts[type]
  return ui[type === 'source' || type === 'claim' ? type : 'entity']
}

/** Maximum length of an id of a thing, in UTF-16 units. A slug has at most 120 characters. */
export const MAX_ID = 200

/** Returns the id of a thing: the path of its page without the first slash, such as `entity/x`. */
export const idOfThing = ({ kind, id }: ThingKey): string => `${PATH_OF_KIND[kind]}/${id}`

const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._~-]*$/u

/** Parses the id of a thing. Null for any other text. */
export function thingWithId(text: string): ThingKey | null {
  if (text.length > MAX_ID) return null
  const slash = text.indexOf('/')
  const kind = MATCHED_KINDS.find((one) => PATH_OF_KIND[one] === text.slice(0, slash))
  const slug = text.slice(slash + 1)
  return kind === undefined || !SLUG.test(slug) ? null : { kind, id: toSlug(slug) }
}
