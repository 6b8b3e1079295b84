import { builder } from '../builder.ts'
import { type Connection, DEFAULT_PAGE, MAX_PAGE, type PageInfo } from '../connection.ts'
import { BOUNDS_TEXT } from '../limits/bound-arguments.ts'
import * as refs from './node-types.ts'

/** Arguments of every connection field. */
export const PAGE_ARGS = builder.args((t) => ({
  first: t.int({
    required: false,
    description: `Number of items to read forwards, 1 to ${MAX_PAGE}; ${DEFAULT_PAGE} unless given.`,
  }),
  after: t.string({
    required: false,
    description: 'Cursor to continue after: `endCursor` of the page before.',
    extensions: BOUNDS_TEXT,
  }),
  last: t.int({
    required: false,
    description: `Number of items to read backwards from the end, 1 to ${MAX_PAGE}; not together with \`first\` or \`after\`.`,
  }),
  before: t.string({
    required: false,
    description: 'Cursor to stop before: `startCursor` of the page after.',
    extensions: BOUNDS_TEXT,
  }),
}))

/** Argument of every field of `Query` that reads one revision. */
export const AS_OF = builder.args((t) => ({
  asOf: t.field({
    type: 'DateTime',
    required: false,
    description: 'Instant whose state of the database is read; the newest state unless given.',
  }),
}))

const PageInfoType = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Position of a page in its list, after Relay Cursor Connections.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', {
      description: 'Whether items follow this page; when reading backwards, whether `before` was given.',
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether items precede this page; when reading forwards, whether `after` was given.',
    }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'Cursor of the first item, for `before`; null if the page is empty.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'Cursor of the last item, for `after`; null if the page is empty.',
    }),
  }),
})

type NodeRef<T> = ReturnType<typeof builder.objectRef<T>> | ReturnType<typeof builder.interfaceRef<T>>
type ConnectionRef<T> = ReturnType<ReturnType<typeof builder.objectRef<Connection<T>>>['implement']>

/** Connection type of a list of `name`, with its edge type. `totalCount` takes a statement only if it is selected. */
export function connectionType<T extends object>(name: string, node: NodeRef<T>): ConnectionRef<T>
export function connectionType(name: string, node: NodeRef<object>): ConnectionRef<object> {
  const edge = builder.objectRef<{ readonly cursor: string; readonly node: object }>(`${name}Edge`).implement({
    description: 'An item of a list with its cursor.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Opaque position for `after` and `before`, valid for the same list, filter and order only.',
      }),
      node: t.field({ type: node, resolve: (e) => e.node }),
    }),
  })
  return builder.objectRef<Connection<object>>(`${name}Connection`).implement({
    description: 'One page of a list, after Relay Cursor Connections.',
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        resolve: (c) => c.edges(),
      }),
      nodes: t.field({
        type: [node],
        description: 'Items without cursors, the same as `edges { node }`.',
        resolve: (c) => c.nodes,
      }),
      pageInfo: t.field({
        type: PageInfoType,
        resolve: (c) => c.pageInfo(),
      }),
      totalCount: t.int({
        description: 'Length of the list on all pages. It may cost the database a statement of its own.',
        resolve: (c) => c.totalCount(),
      }),
      complete: t.boolean({
        description:
          'False if a bound cut the list before it was sorted (`search`, `timeline`): make the request narrower.',
        resolve: (c) => c.complete ?? true,
      }),
      revision: t.int({
        description:
          'Number of the revision that the list was read at, also of an empty list; 0 before the first load, when the database was empty.',
        resolve: (c) => c.revision,
      }),
      recordedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description:
          'Instant of that revision. As `asOf` it gives the same list after later changes; null before the first load.',
        resolve: async ({ revision }, _, c) =>
          (await c.loaders.revisions.load('')).find(({ number }) => number === revision)?.recordedAt ?? null,
      }),
    }),
  })
}

export const ClaimConnection = connectionType('Claim', refs.Claim)
export const EntityConnection = connectionType('Entity', refs.Entity)
export const SourceConnection = connectionType('Source', refs.Source)
export const StoryConnection = connectionType('Story', refs.Story)
