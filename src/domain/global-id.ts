import type { Branded } from './branded.ts'
import { type Slug, toSlug } from './slug.ts'
import { THING_KINDS, type ThingKind } from './thing-kind.ts'

/** Kind and slug of a thing in one text: 'Entity:x'. */
export type GlobalId = Branded<string, 'GlobalId'>

/** Makes a global id: 'Entity:x'. */
export const toGlobalId = (kind: ThingKind, slug: Slug): GlobalId => `${kind}:${slug}` as GlobalId

/** The kind and the slug of a global id; null for a text that begins with no kind. */
export function parseGlobalId(text: string): { readonly kind: ThingKind; readonly id: Slug } | null {
  const [kindText = '', ...rest] = text.split(':')
  const kind = THING_KINDS.find((known) => known === kindText)
  return kind === undefined ? null : { kind, id: toSlug(rest.join(':')) }
}
