import { parseGlobalId } from '../../domain/global-id.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { ALLOWS_REPEATS, BOUNDS_TEXT, MAX_LIST, MAX_OTHER_TEXT } from '../limits/bound-arguments.ts'
import { AS_OF } from './connections.ts'
import { loadClaim, loadConcept, loadEntity, loadRevision, loadSource, loadStory } from './load.ts'
import { Node } from './node-types.ts'
import { globalIdOf, typeNameOf } from './thing-kind.ts'

Node.implement({
  description: 'An object with a global id and a page of its own.',
  resolveType: typeNameOf,
  fields: (t) => ({
    id: t.id({
      description:
        'Global id: kind and slug, such as Entity:x. A new slug gives a new id; former ids still find the object.',
      resolve: globalIdOf,
    }),
  }),
})

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'One object by global id, current or former; null if there is none.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'Global id, such as Claim:x-sells-user-data.',
        extensions: BOUNDS_TEXT,
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => readGlobalId(c, String(args.id), await loadRevision(c, args.asOf)),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: `Objects by global id, at most ${MAX_LIST}, in the order of the ids; null for each id without an object.`,
    args: {
      ids: t.arg.idList({
        required: true,
        description: 'Global id, such as Claim:x-sells-user-data.',
        extensions: { ...ALLOWS_REPEATS, ...BOUNDS_TEXT },
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      const revision = await loadRevision(c, args.asOf)
      return Promise.all(args.ids.map((id) => readGlobalId(c, String(id), revision)))
    },
  }),
}))

/** Object by global id; null for an unknown id. An id above `MAX_OTHER_TEXT` units is not looked up. */
export async function readGlobalId(c: Context, text: string, revision: RevisionNumber): Promise<object | null> {
  const key = text.length > MAX_OTHER_TEXT ? null : parseGlobalId(text)
  return key && readThing(c, key, revision)
}

export async function readThing(
  c: Context,
  { kind, id }: { readonly kind: ThingKind; readonly id: Slug },
  revision: RevisionNumber,
): Promise<object | null> {
  switch (kind) {
    case 'Entity':
      return loadEntity(c, id, revision)
    case 'Source':
      return loadSource(c, id, revision)
    case 'Claim':
      return loadClaim(c, id, revision)
    case 'Story':
      return loadStory(c, id, revision)
    default:
      return loadConcept(c, kind, id, revision)
  }
}
