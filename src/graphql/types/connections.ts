import { builder } from '../builder.ts'
import { type Connection, DEFAULT_PAGE, MAX_PAGE, type PageInfo } from '../connection.ts'
import { BOUNDS_TEXT } from '../limits/bound-arguments.ts'
import * as refs from './node-types.ts'

export const PAGE_ARGS = builder.args((t) => ({
  first: t.int({ required: false, description: `How many, 1 to ${MAX_PAGE}; ${DEFAULT_PAGE} unless given.` }),
  after: t.string({ required: false, description: 'The endCursor of the page before.', extensions: BOUNDS_TEXT }),
  last: t.int({ required: false, description: `How many from the end, 1 to ${MAX_PAGE}.` }),
  before: t.string({ required: false, description: 'The startCursor of the page after.', extensions: BOUNDS_TEXT }),
}))

export const AS_OF = builder.args((t) => ({
  asOf: t.field({
    type: 'DateTime',
    required: false,
    description: 'The record as it was known at this instant; as it is now unless given.',
  }),
}))

const PageInfoType = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'What there is before and after a page of a list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', {
      description: 'Whether there is more after it; going backwards, whether it was asked for with before.',
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether there is more before it; going forwards, whether it was asked for with after.',
    }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'The place of its first thing, for last and before; null if it is empty.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'The place of its last thing, for first and after; null if it is empty.',
    }),
  }),
})

type NodeRef<T> = ReturnType<typeof builder.objectRef<T>> | ReturnType<typeof builder.interfaceRef<T>>

/** The one shape of a list: edges, nodes, pageInfo, and a total that costs a statement only where it is asked for. */
export function connectionType<T>(name: string, node: NodeRef<T>) {
  const edge = builder.objectRef<{ readonly cursor: string; readonly node: T }>(`${name}Edge`).implement({
    description: 'A thing of a list, and its place in it.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Its place in this list and order, for after and before; what is in it may change.',
      }),
      node: t.field({ type: node, description: 'What stands there.', resolve: (e) => e.node as never }),
    }),
  })
  return builder.objectRef<Connection<T>>(`${name}Connection`).implement({
    description: 'A part of a list, as long as asked for.',
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'What is on this page, each with its cursor.',
        resolve: (c) => [...c.edges],
      }),
      nodes: t.field({ type: [node], description: 'The same without cursors.', resolve: (c) => [...c.nodes] as never }),
      pageInfo: t.field({
        type: PageInfoType,
        description: 'What there is before and after it.',
        resolve: (c) => c.pageInfo,
      }),
      totalCount: t.int({
        description: 'How long the whole list is; it costs a statement of its own.',
        resolve: (c) => c.totalCount(),
      }),
      complete: t.boolean({
        description: 'False where the list was cut before it was put in order: ask for something narrower.',
        resolve: (c) => c.complete ?? true,
      }),
    }),
  })
}

export const ClaimConnection = connectionType('Claim', refs.Claim)
export const EntityConnection = connectionType('Entity', refs.Entity)
export const SourceConnection = connectionType('Source', refs.Source)
export const StoryConnection = connectionType('Story', refs.Story)
