import { STATUSES } from '../../domain/claim-status-types.ts'
import { DomainError } from '../../domain/errors.ts'
import type { ClaimFilter, ClaimOrder, GraphStore, Page } from '../../domain/graph-store.ts'
import { THING_KINDS } from '../../domain/graph-store.ts'
import { pickText } from '../../text/languages.ts'
import { type At, builder, type Objects } from '../builder.ts'
import {
  type Connection,
  DEFAULT_PAGE,
  MAX_PAGE,
  type PageArgs,
  type PageInfo,
  toConnection,
  toPageRequest,
} from '../connection.ts'
import type { Context } from '../context.ts'
import * as claims from './claims.ts'
import * as enums from './enums.ts'
import * as read from './read.ts'
import * as things from './things.ts'

const PageInfoType = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether there is more after it.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether there is more before it.' }),
    startCursor: t.exposeString('startCursor', { nullable: true, description: 'For last, before.' }),
    endCursor: t.exposeString('endCursor', { nullable: true, description: 'For first, after.' }),
  }),
})

/** The one shape of a list: edges, nodes, pageInfo, and a total that costs a statement only where it is asked for. */
function connectionType<T>(name: string, node: ReturnType<typeof builder.objectRef<T>>) {
  const edge = builder.objectRef<{ readonly cursor: string; readonly node: T }>(`${name}Edge`).implement({
    description: 'One of a list, and its place.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Its place; opaque.' }),
      node: t.field({ type: node, description: 'The thing itself.', resolve: (e) => e.node as never }),
    }),
  })
  return builder.objectRef<Connection<T>>(`${name}Connection`).implement({
    description: 'A page of a list.',
    fields: (t) => ({
      edges: t.field({ type: [edge], description: 'With cursors.', resolve: (c) => [...c.edges] }),
      nodes: t.field({ type: [node], description: 'Without cursors.', resolve: (c) => [...c.nodes] as never }),
      pageInfo: t.field({ type: PageInfoType, description: 'Where this page stands.', resolve: (c) => c.pageInfo }),
      totalCount: t.int({ description: 'How many there are in all.', resolve: (c) => c.totalCount() }),
    }),
  })
}
const ClaimConnection = connectionType('Claim', claims.ClaimType)
const EntityConnection = connectionType('Entity', things.EntityType)
const SourceConnection = connectionType('Source', things.SourceType)
const StoryConnection = connectionType('Story', claims.StoryType)

claims.StoryType.implement({
  description: "An editor's titled selection of claims.",
  fields: (t) => ({
    slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.id }),
    title: t.field({
      type: things.Text,
      nullable: true,
      description: 'Its title.',
      args: { language: t.arg.string({ required: true, defaultValue: 'en', description: 'Wanted language.' }) },
      resolve: ({ value }, { language }) => pickText(value.title, language),
    }),
    summary: t.field({
      type: things.Text,
      nullable: true,
      description: 'What it is about.',
      args: { language: t.arg.string({ required: true, defaultValue: 'en', description: 'Wanted language.' }) },
      resolve: ({ value }, { language }) => pickText(value.summary, language),
    }),
    leadSource: t.field({
      type: things.SourceType,
      nullable: true,
      description: 'The document that it starts from.',
      resolve: ({ value, at }, _, c) => (value.leadSourceId ? read.sourceAt(c, value.leadSourceId, at) : null),
    }),
    claims: t.field({
      type: ClaimConnection,
      description: 'Its claims, by slug.',
      args: PAGE_ARGS,
      resolve: ({ value, at }, args, c) => claimConnection(c, { story: value.id }, 'SLUG', args, at),
    }),
  }),
})

const ClaimFilterInput = builder.inputType('ClaimFilter', {
  description: 'All that is given must hold; lists mean any of.',
  fields: (t) => ({
    story: t.string({ description: 'Slug of a story that selects it.' }),
    subject: t.string({ description: 'Slug of the entity it speaks of.' }),
    party: t.string({ description: 'Slug of an entity that is its subject or object.' }),
    object: t.string({ description: 'Slug of the entity that is its object.' }),
    predicate: t.field({ type: [enums.PredicateEnum], description: 'What it says.' }),
    dataCategory: t.string({ description: 'Slug of a data category; narrower ones count too.' }),
    use: t.string({ description: 'Slug of a use; narrower ones count too.' }),
    status: t.field({ type: [enums.StatusEnum], description: 'How it stands.' }),
    stance: t.field({ type: [enums.StanceEnum], description: 'That somebody took this stance on it.' }),
    claimant: t.string({ description: 'Slug of an entity that said something on it.' }),
    source: t.string({ description: 'Slug of a document that something on it was read in.' }),
    evidentiality: t.field({ type: [enums.EvidentialityEnum], description: 'How something on it reached us.' }),
  }),
})

builder.queryType({
  description: 'Who said what, about which data, for which use, and how sure they are.',
  fields: (t) => {
    const asOf = t.arg({ type: 'DateTime', required: false, description: 'The record as it was known then.' })
    const slug = t.arg.string({ required: true, description: 'Its key.' })
    return {
      story: t.field({
        type: claims.StoryType,
        nullable: true,
        description: 'One story; null if there is none of that slug.',
        args: { slug, asOf },
        resolve: async (_, args, { store }) => first(await at(store, args.asOf, (r) => store.stories([args.slug], r))),
      }),
      stories: t.field({
        type: StoryConnection,
        description: 'All stories, by slug.',
        args: { ...PAGE_ARGS, asOf },
        resolve: (_, args, { store }) => listOf(store, args, (page, r) => store.storyPage(page, r), 'Story'),
      }),
      entity: t.field({
        type: things.EntityType,
        nullable: true,
        description: 'One entity, by slug or by what it is elsewhere (wikidata:Q918).',
        args: {
          slug: t.arg.string({ required: false, description: 'Its key.' }),
          externalId: t.arg.string({ required: false, description: 'scheme:value' }),
          asOf,
        },
        resolve: async (_, args, c) => {
          const revision = await c.store.revisionAt(args.asOf ?? null)
          if (args.slug && !args.externalId) return read.entityAt(c, args.slug, revision)
          const [scheme, ...rest] = (args.externalId ?? '').split(':')
          if (args.slug || !scheme || rest.length === 0) {
            throw new DomainError('BAD_INPUT', 'Give either slug or externalId as scheme:value.', { at: 'externalId' })
          }
          const value = await c.store.entityByExternalId(scheme, rest.join(':'), revision)
          return value ? { value, at: revision } : null
        },
      }),
      entities: t.field({
        type: EntityConnection,
        description: 'Entities, by slug.',
        args: {
          ...PAGE_ARGS,
          kinds: t.arg({ type: [enums.EntityKindEnum], required: false, description: 'Only these kinds.' }),
          asOf,
        },
        resolve: (_, args, { store }) =>
          listOf(store, args, (page, r) => store.entityPage(args.kinds ?? null, page, r), 'Entity'),
      }),
      dataCategories: t.field({
        type: [things.DataCategoryType],
        description: 'All kinds of data.',
        args: { asOf },
        resolve: (_, args, { store }) => at(store, args.asOf, (r) => store.concepts('DataCategory', r)).then(kept),
      }),
      uses: t.field({
        type: [things.UseType],
        description: 'All uses.',
        args: { asOf },
        resolve: (_, args, { store }) => at(store, args.asOf, (r) => store.concepts('Use', r)).then(kept),
      }),
      claim: t.field({
        type: claims.ClaimType,
        nullable: true,
        description: 'One claim; null if there is none of that slug.',
        args: { slug, asOf },
        resolve: async (_, args, c) => read.claimAt(c, args.slug, await c.store.revisionAt(args.asOf ?? null)),
      }),
      claims: t.field({
        type: ClaimConnection,
        description: 'Claims, found by what they say, who said it and where.',
        args: {
          ...PAGE_ARGS,
          filter: t.arg({ type: ClaimFilterInput, required: false, description: 'Which.' }),
          orderBy: t.arg({
            type: enums.ClaimOrderEnum,
            required: true,
            defaultValue: 'SLUG',
            description: 'In which order.',
          }),
          asOf,
        },
        resolve: async (_, args, c) => {
          const revision = await c.store.revisionAt(args.asOf ?? null)
          const { dataCategory, use, ...rest } = args.filter ?? {}
          const filter: ClaimFilter = {
            ...rest,
            data: dataCategory
              ? await withNarrower(c, 'DataCategory', dataCategory, revision, 'filter.dataCategory')
              : null,
            uses: use ? await withNarrower(c, 'Use', use, revision, 'filter.use') : null,
          }
          await requireKnown(c, rest, revision)
          return claimConnection(c, filter, args.orderBy, args, revision)
        },
      }),
      source: t.field({
        type: things.SourceType,
        nullable: true,
        description: 'One document; null if there is none of that slug.',
        args: { slug, asOf },
        resolve: async (_, args, c) => read.sourceAt(c, args.slug, await c.store.revisionAt(args.asOf ?? null)),
      }),
      sources: t.field({
        type: SourceConnection,
        description: 'Documents, by slug.',
        args: { ...PAGE_ARGS, asOf },
        resolve: (_, args, { store }) => listOf(store, args, (page, r) => store.sourcePage(page, r), 'Source'),
      }),
      stats: t.field({
        type: StatsType,
        description: 'How much there is.',
        args: { asOf },
        resolve: async (_, args, { store }) => {
          const revision = await store.revisionAt(args.asOf ?? null)
          const [statuses, kinds] = await Promise.all([store.countByStatus(revision), store.countByKind(revision)])
          return {
            revision,
            byStatus: STATUSES.map((status) => ({ status, count: statuses[status] ?? 0 })),
            byKind: THING_KINDS.map((kind) => ({ kind, count: kinds[kind] })),
          }
        },
      }),
      revisions: t.field({
        type: [claims.RevisionType],
        description: 'Every change of this record, oldest first.',
        resolve: async (_, __, { store }) => [...(await store.revisions())],
      }),
    }
  },
})

interface Stats {
  readonly revision: number
  readonly byStatus: readonly { readonly status: (typeof STATUSES)[number]; readonly count: number }[]
  readonly byKind: readonly { readonly kind: string; readonly count: number }[]
}
const StatusCount = builder.objectRef<Stats['byStatus'][number]>('StatusCount').implement({
  description: 'How many claims have a status.',
  fields: (t) => ({
    status: t.field({ type: enums.StatusEnum, description: 'The status.', resolve: (s) => s.status }),
    count: t.exposeInt('count', { description: 'How many claims.' }),
  }),
})
const KindCount = builder.objectRef<Stats['byKind'][number]>('KindCount').implement({
  description: 'How many things there are of a kind.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Entity, DataCategory, Use, Claim, Source or Story.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})
const StatsType = builder.objectRef<Stats>('Stats').implement({
  description: 'How much the record holds.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'At which revision.' }),
    byStatus: t.field({ type: [StatusCount], description: 'Claims by status.', resolve: (s) => [...s.byStatus] }),
    byKind: t.field({ type: [KindCount], description: 'Things by kind.', resolve: (s) => [...s.byKind] }),
  }),
})

const PAGE_ARGS = builder.args((t) => ({
  first: t.int({ required: false, description: `How many, 1 to ${MAX_PAGE}; ${DEFAULT_PAGE} unless given.` }),
  after: t.string({ required: false, description: 'The endCursor of the page before.' }),
  last: t.int({ required: false, description: `How many from the end, 1 to ${MAX_PAGE}.` }),
  before: t.string({ required: false, description: 'The startCursor of the page after.' }),
}))

async function at<T>(
  store: GraphStore,
  asOf: string | null | undefined,
  read: (revision: number) => Promise<readonly T[]>,
) {
  const revision = await store.revisionAt(asOf ?? null)
  return (await read(revision)).map((value) => ({ value, at: revision }))
}
const kept = <T>(things: readonly At<T | null>[]): At<T>[] =>
  things.flatMap(({ value, at: r }) => (value ? [{ value, at: r }] : []))
const first = <T>(things: readonly At<T | null>[]): At<T> | null => kept(things)[0] ?? null

async function listOf<T>(
  store: GraphStore,
  args: PageArgs & { asOf?: string | null | undefined },
  read: (page: ReturnType<typeof toPageRequest>, revision: number) => Promise<Page<T>>,
  kind: 'Story' | 'Entity' | 'Source',
): Promise<Connection<At<T>>> {
  const request = toPageRequest(args, kind)
  const revision = await store.revisionAt(args.asOf ?? null)
  const page = await read(request, revision)
  const items = page.items.map((value) => ({ value, at: revision }))
  return toConnection({ ...page, items }, request, kind, async () => (await store.countByKind(revision))[kind])
}

async function claimConnection(
  { store, loaders }: Context,
  filter: ClaimFilter,
  order: ClaimOrder,
  args: PageArgs,
  revision: number,
): Promise<Connection<Objects['Claim']>> {
  const request = toPageRequest(args, order)
  const page = await store.claimPage(filter, order, request, revision)
  loaders.prime(page.items, revision)
  const items = page.items.map((value) => ({ value, at: revision }))
  return toConnection({ ...page, items }, request, order, () => store.countClaims(filter, revision))
}

async function withNarrower(
  c: Context,
  kind: 'DataCategory' | 'Use',
  slug: string,
  revision: number,
  argument: string,
) {
  const all = await c.loaders.concepts.load({ kind, at: revision })
  if (!all.some((concept) => concept.id === slug)) throw unknown(argument)
  const found = new Set([slug])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const concept of all) if (concept.broader.some((id) => found.has(id))) found.add(concept.id)
  }
  return [...found]
}

/** An empty answer to a misspelt slug would read as "nobody said so". */
async function requireKnown(c: Context, filter: ClaimFilter, revision: number): Promise<void> {
  const { store, loaders } = c
  for (const key of ['subject', 'party', 'object', 'claimant'] as const) {
    const id = filter[key]
    if (id && !(await loaders.entities.load({ id, at: revision }))) throw unknown(`filter.${key}`)
  }
  if (filter.source && !(await loaders.sources.load({ id: filter.source, at: revision })))
    throw unknown('filter.source')
  if (filter.story && !(await store.stories([filter.story], revision))[0]) throw unknown('filter.story')
}
const unknown = (argument: string): DomainError =>
  new DomainError(
    'NOT_FOUND',
    `There is nothing with the slug given as ${argument}; the lists and search show what there is.`,
    { at: argument },
  )
