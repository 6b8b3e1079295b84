import type { ItemTypes, ObjectList } from './model-objects.ts'
import type { ThingKind } from './thing-kind.ts'

export type ObjectKind = ThingKind | 'Assertion' | 'ClaimRelation' | 'Assessment' | 'FormerSlug'

/** Key of one object of the model. The id of a former slug is its kind and slug: 'Entity:twitter'. */
export interface ObjectKey {
  readonly kind: ObjectKind
  readonly id: string
}

/** Encodes a key: 'Assertion:x-states'. */
export const objectKeyText = ({ kind, id }: ObjectKey): string => `${kind}:${id}`

const KEYS: { readonly [L in ObjectList]: (item: ItemTypes[L]) => ObjectKey } = {
  entities: ({ id }) => ({ kind: 'Entity', id }),
  concepts: ({ kind, id }) => ({ kind, id }),
  sources: ({ id }) => ({ kind: 'Source', id }),
  claims: ({ id }) => ({ kind: 'Claim', id }),
  assertions: ({ id }) => ({ kind: 'Assertion', id }),
  relations: ({ id }) => ({ kind: 'ClaimRelation', id }),
  assessments: ({ id }) => ({ kind: 'Assessment', id }),
  stories: ({ id }) => ({ kind: 'Story', id }),
  renames: ({ kind, former }) => ({ kind: 'FormerSlug', id: `${kind}:${former}` }),
}

export const objectKeyOf = <L extends ObjectList>(list: L, item: ItemTypes[L]): ObjectKey => KEYS[list](item)

const LISTS: Readonly<Record<ObjectKind, ObjectList>> = {
  Entity: 'entities',
  DataCategory: 'concepts',
  Use: 'concepts',
  Source: 'sources',
  Claim: 'claims',
  Assertion: 'assertions',
  ClaimRelation: 'relations',
  Assessment: 'assessments',
  Story: 'stories',
  FormerSlug: 'renames',
}

export const listOf = (kind: ObjectKind): ObjectList => LISTS[kind]

/** Parses a key; null for other texts. */
export function readObjectKey(text: string): ObjectKey | null {
  const [word = '', ...rest] = text.split(':')
  const id = rest.join(':')
  return isObjectKind(word) && id !== '' ? { kind: word, id } : null
}

const isObjectKind = (word: string): word is ObjectKind => Object.hasOwn(LISTS, word)

export const OBJECT_KINDS: readonly ObjectKind[] = Object.keys(LISTS).filter(isObjectKind)
