import { resolveClaimQuery } from '../../domain/claim-query.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Revision as RecordedRevision } from '../../domain/revision.ts'
import { type RevisionNumber, toRevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import type { ChangedClaims } from '../../domain/store/changed-claims.ts'
import type { ClaimFilter } from '../../domain/store/claim-filter.ts'
import { builder, type Objects } from '../builder.ts'
import type { Context, SubscriptionContext } from '../context.ts'
import { ClaimFilterInput, type ClaimFilterValue } from './claim-list.ts'
import { values } from './enum-values.ts'
import { slugFinder } from './load.ts'
import { Claim } from './node-types.ts'
import { Revision } from './revision.ts'

builder.subscriptionType({
  description:
    'Streams of events, sent as server-sent events to a client that accepts text/event-stream. The id of each event resumes the stream after it (Last-Event-ID).',
})

const CHANGE_KINDS = ['ADDED', 'CHANGED', 'REMOVED', 'UNLISTED'] as const

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'Kind of a change of one claim.',
  values: values(CHANGE_KINDS, {
    ADDED: 'The claim is new, or matches the filter since this revision.',
    CHANGED: 'The claim matched before and matches now; its assertions, its status or its words changed.',
    REMOVED: 'The claim was removed, or does not match the filter any more.',
    UNLISTED:
      'The revision changed more things than are listed, such as a load of many stories: read the claims again. The event has no claim.',
  }),
})

const ClaimChange = builder.objectRef<Objects['ClaimChange']>('ClaimChange').implement({
  description: 'A change of one claim by one revision, with the claim before and after it.',
  fields: (t) => ({
    kind: t.field({ type: ChangeKind, resolve: ({ kind }) => kind }),
    revision: t.field({
      type: Revision,
      description: 'Revision that changed the claim.',
      resolve: ({ revision }) => revision,
    }),
    slug: t.string({
      nullable: true,
      description: 'Slug of the claim; null for UNLISTED.',
      resolve: ({ slug }) => slug,
    }),
    claim: t.field({
      type: Claim,
      nullable: true,
      description: 'Claim as it is since the revision; null where it was removed, and for UNLISTED.',
      resolve: ({ slug, revision }, _, c) => (slug === null ? null : findClaim(c, slug, revision.number)),
    }),
    before: t.field({
      type: Claim,
      nullable: true,
      description: 'Claim as it was before the revision; null where it is new, and for UNLISTED.',
      resolve: ({ slug, revision }, _, c) =>
        slug === null ? null : findClaim(c, slug, toRevisionNumber(revision.number - 1)),
    }),
  }),
})

async function findClaim(c: Context, id: Slug, revision: RevisionNumber): Promise<Objects['Claim'] | null> {
  const value = revision === 0 ? null : await c.loaders.claims.find({ id, revision })
  return value === null ? null : { value, revision }
}

/** An event of a stream, with its place: the number of its revision, and its own number within it from 1. */
export interface StreamEvent<T> {
  readonly id: string
  readonly value: T
}

builder.subscriptionFields((t) => ({
  revisionPublished: t.field({
    type: Revision,
    description: 'Each revision, once it is published.',
    subscribe: (_, __, c) => revisionEvents(streamOf(c), c),
    resolve: ({ value }) => value,
  }),
  claimChanged: t.field({
    type: ClaimChange,
    description:
      'Claims that a revision added, changed or removed, by slug. A change of a name or of a source counts as a change of the claims that it alters.',
    args: {
      filter: t.arg({
        type: ClaimFilterInput,
        required: false,
        description: 'Conditions on the claims, before or after the change; all claims unless given.',
      }),
    },
    subscribe: async (_, args, c) => {
      const stream = streamOf(c)
      const filter = args.filter ?? {}
      // An unknown slug is an error at once: otherwise the stream would have no event for ever.
      const revision = await c.store.revisionAt(null)
      await resolveClaimQuery(c.store, filter, { revision, prefix: 'filter.', findSlug: slugFinder(c) })
      return claimEvents(stream, c, filter)
    },
    resolve: ({ value }) => value,
  }),
}))

function streamOf({ stream }: Context): SubscriptionContext {
  if (stream) return stream
  throw new DomainError('BAD_INPUT', 'A subscription is a stream: send it with the header Accept: text/event-stream.')
}

async function* revisionEvents(
  { watch, after, left, admitted }: SubscriptionContext,
  { store }: Context,
): AsyncIterable<StreamEvent<RecordedRevision>> {
  let known = after.revision
  for (;;) {
    const newest = await watch.later(known, left)
    if (newest === null) return
    const revisions = await admitted(() => store.revisions())
    for (const value of revisions) {
      if (value.number > known && value.number <= newest) yield { id: `${value.number}.1`, value }
    }
    known = newest
  }
}

/** Maximum number of revisions whose changes are read together. A client may resume after any earlier revision. */
export const MAX_REVISIONS = 50

async function* claimEvents(
  { watch, after, left, admitted }: SubscriptionContext,
  { store }: Context,
  filter: ClaimFilterValue,
): AsyncIterable<StreamEvent<Objects['ClaimChange']>> {
  // A client that disconnected within the events of a revision gets the rest of them.
  let known = toRevisionNumber(after.index > 0 ? after.revision - 1 : after.revision)
  for (;;) {
    const published = await watch.later(known, left)
    if (published === null) return
    const newest = toRevisionNumber(Math.min(published, known + MAX_REVISIONS))
    const [revisions, changed] = await admitted(() =>
      Promise.all([store.revisions(), store.changedClaims(known, newest)]),
    )
    for (const one of changed) {
      const revision = revisions.find(({ number }) => number === one.revision)
      if (!revision) continue
      const changes = await admitted(() => changesIn(one, revision, filter, store))
      for (const [i, value] of changes.entries()) {
        const isSent = one.revision === after.revision && i < after.index
        if (!isSent) yield { id: `${one.revision}.${i + 1}`, value }
      }
    }
    known = newest
  }
}

type Store = Context['store']

async function changesIn(
  { revision: number, claims }: ChangedClaims,
  revision: RecordedRevision,
  query: ClaimFilterValue,
  store: Store,
): Promise<readonly Objects['ClaimChange'][]> {
  if (claims === null) return [{ kind: 'UNLISTED', revision, slug: null }]
  const [before, now] = await Promise.all([
    matching(claims, query, toRevisionNumber(number - 1), store),
    matching(claims, query, number, store),
  ])
  return claims.flatMap((slug): readonly Objects['ClaimChange'][] => {
    if (now.has(slug)) return [{ kind: before.has(slug) ? 'CHANGED' : 'ADDED', revision, slug }]
    return before.has(slug) ? [{ kind: 'REMOVED', revision, slug }] : []
  })
}

const PAGE_SIZE = 100

/** Claims of a list that match at a revision. If the filter has a slug that the revision lacks, no claim matches. */
async function matching(
  ids: readonly Slug[],
  query: ClaimFilterValue,
  revision: RevisionNumber,
  store: Store,
): Promise<ReadonlySet<Slug>> {
  const found = new Set<Slug>()
  if (revision === 0) return found
  const filter = await resolveClaimQuery(store, query, { revision, prefix: 'filter.' }).catch(nothingWhereUnknown)
  if (filter === null) return found
  const wanted = filter.ids == null ? ids : ids.filter((id) => filter.ids?.includes(id))
  for (let start = 0; start < wanted.length; start += PAGE_SIZE) {
    const part = wanted.slice(start, start + PAGE_SIZE)
    const page = { limit: PAGE_SIZE, backwards: false, cursor: null }
    const { items } = await store.claimPage({ ...filter, ids: part }, 'SLUG', page, revision)
    for (const { claim } of items) found.add(claim.id)
  }
  return found
}

function nothingWhereUnknown(error: unknown): ClaimFilter | null {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return null
  throw error
}
