import { type Slug, toSlug } from '../../domain/slug.ts'
import { THING_KINDS, type ThingKind } from '../../domain/thing-kind.ts'

/** Kind and slug of a thing. A slug is unique within its kind. */
export interface NamedThing {
  readonly kind: string
  readonly id: string
}

/** Key of a thing: 'Entity:x'. */
export const thingKey = ({ kind, id }: NamedThing): string => `${kind}:${id}`

/** Parses a key; null for the key of an assertion, a former slug or other states that are not things. */
export function readThingKey(key: string): { readonly kind: ThingKind; readonly id: Slug } | null {
  const kind = THING_KINDS.find((one) => key.startsWith(`${one}:`))
  return kind === undefined ? null : { kind, id: toSlug(key.slice(kind.length + 1)) }
}

/** Whether a key belongs to this kind of things or states. */
export const isOfKind = (key: unknown, kind: string): boolean => String(key).startsWith(beginningOf(kind))

/** Prefix of the keys of a kind: 'Claim:'. */
export const beginningOf = (kind: string): string => `${kind}:`
