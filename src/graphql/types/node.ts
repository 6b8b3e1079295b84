import { THING_KINDS } from '../../domain/thing-kind.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { ALLOWS_REPEATS, BOUNDS_TEXT, MAX_LIST, MAX_OTHER_TEXT } from '../limits/bound-arguments.ts'
import { AS_OF } from './connections.ts'
import { loadClaim, loadConcept, loadEntity, loadRevision, loadSource, loadStory } from './load.ts'
import { Node } from './node-types.ts'
import { globalIdOf, typeNameOf } from './thing-kind.ts'

Node.implement({
  description: 'Anything that has an id and a page of its own.',
  resolveType: typeNameOf,
  fields: (t) => ({
    id: t.id({
      description: 'Kind and slug, such as Entity:x. What gets another slug gets another id, and is found by both.',
      resolve: globalIdOf,
    }),
  }),
})

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'Anything, by its id or by one that it had; null if there is none.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'Kind and slug, such as Claim:x-sells-user-data.',
        extensions: BOUNDS_TEXT,
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => readThing(c, String(args.id), await loadRevision(c, args.asOf)),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: `Several, in the order asked for, at most ${MAX_LIST}; null for each that there is not.`,
    args: {
      ids: t.arg.idList({
        required: true,
        description: 'Kind and slug, such as Claim:x-sells-user-data.',
        extensions: { ...ALLOWS_REPEATS, ...BOUNDS_TEXT },
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      const revision = await loadRevision(c, args.asOf)
      return Promise.all(args.ids.map((id) => readThing(c, String(id), revision)))
    },
  }),
}))

/** Null for an id that is longer than any, without reading. */
export async function readThing(c: Context, globalId: string, revision: number): Promise<object | null> {
  if (globalId.length > MAX_OTHER_TEXT) return null
  const [kindText = '', ...rest] = globalId.split(':')
  const kind = THING_KINDS.find((known) => known === kindText)
  const id = rest.join(':')
  if (kind === 'Entity') return loadEntity(c, id, revision)
  if (kind === 'Source') return loadSource(c, id, revision)
  if (kind === 'Claim') return loadClaim(c, id, revision)
  if (kind === 'Story') return loadStory(c, id, revision)
  if (kind === 'DataCategory' || kind === 'Use') return loadConcept(c, kind, id, revision)
  return null
}
