import { THING_KINDS, type ThingKind } from '../../domain/graph-store.ts'

/** A slug is of one kind: a document may have that of an entity. */
export interface NamedThing {
  readonly kind: string
  readonly id: string
}

/** 'Entity:x' */
export const thingKey = ({ kind, id }: NamedThing): string => `${kind}:${id}`

/** Null for what is no thing: a key of an assertion, or of a former slug. */
export function readThingKey(key: string): { readonly kind: ThingKind; readonly id: string } | null {
  const kind = THING_KINDS.find((one) => key.startsWith(`${one}:`))
  return kind === undefined ? null : { kind, id: key.slice(kind.length + 1) }
}

/** Whether it is the key of a thing, or of something said, of this kind. */
export const isOfKind = (key: unknown, kind: string): boolean => String(key).startsWith(beginningOf(kind))

/** What all keys of a kind begin with: 'Claim:'. */
export const beginningOf = (kind: string): string => `${kind}:`

/** Whose state, and the hash of what it holds. */
export interface StateRef {
  /** 'Entity:x' */
  readonly thing: string
  readonly hash: number
}

/** Names content: 'Entity:x 12345'. */
export const stateKey = ({ thing, hash }: StateRef): string => `${thing} ${hash}`
