import type { Capture } from '../../domain/captures.ts'
import { checkDays } from '../../domain/check-days.ts'
import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { UnknownSlugError } from '../../domain/current-slug.ts'
import { DomainError } from '../../domain/errors.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { toSlug } from '../../domain/slug.ts'
import { CLOCKS, type TimelineEvent, timelineOf, timelineOfEntity } from '../../domain/timeline.ts'
import { type AtRevision, builder } from '../builder.ts'
import { nameOfList, pageOfSorted, toConnection, toPageRequest } from '../connection.ts'
import type { Context } from '../context.ts'
import { PolarityEnum } from './assertion-enums.ts'
import { AS_OF, connectionType, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { HeadlineType, loadHeadline } from './headline.ts'
import { loadClaim, loadCurrentSlug, loadRevision, toAssertion } from './load.ts'
import { manyClaims } from './many-claims.ts'
import { LANGUAGE } from './names.ts'
import { Assertion, Claim, Source } from './node-types.ts'
import { Version } from './source.ts'

const Captured = builder.objectRef<AtRevision<Capture>>('Capture')
Captured.implement({
  description: 'A source version, with the assertions whose quotes were found in it or are absent from it.',
  fields: (t) => ({
    source: t.field({
      type: Source,
      resolve: ({ value, revision }) => ({ value: value.source, revision }),
    }),
    version: t.field({ type: Version, resolve: ({ value }) => value.version }),
    found: t.field({
      type: [Assertion],
      description: 'Assertions on claims of this timeline whose quotes stand in the capture.',
      resolve: ({ value, revision }) => value.found.map((one) => toAssertion(one.claim, one.assertion, revision)),
    }),
    absent: t.field({
      type: [Assertion],
      description:
        'Assertions whose quotes were searched for in the capture and are not in it. Assertions in neither list were not searched for.',
      resolve: ({ value, revision }) => value.absent.map((one) => toAssertion(one.claim, one.assertion, revision)),
    }),
  }),
})

const Event = builder.objectRef<AtRevision<TimelineEvent>>('TimelineEvent')
Event.implement({
  description: 'An event of a claim, or of a document that claims rest on, dated by one of three clocks.',
  fields: (t) => ({
    clock: t.field({
      type: enums.ClockEnum,
      resolve: ({ value }) => value.clock,
    }),
    kind: t.field({
      type: enums.TimelineEventEnum,
      resolve: ({ value }) => value.kind,
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Date by `clock`, as precise as it is known; null if unknown. For the clock RECORDED it is an instant.',
      resolve: ({ value }) => value.date,
    }),
    claim: t.field({
      type: Claim,
      nullable: true,
      description: 'Claim of the event; null for CAPTURED, which may concern several claims.',
      resolve: ({ value, revision }) => value.claim && { value: value.claim, revision },
    }),
    headline: t.field({
      type: HeadlineType,
      nullable: true,
      description: 'Headline of `claim`, by all that is known now, not on the day of the event; null for CAPTURED.',
      args: LANGUAGE,
      resolve: ({ value, revision }, { language }, c) =>
        value.claim && loadHeadline(c, { value: value.claim, revision }, language),
    }),
    polarity: t.field({
      type: PolarityEnum,
      nullable: true,
      description:
        'Polarity of `assertion`; without one, the side of the assertions that decide the status of `claim`, null if they take both sides or none.',
      resolve: ({ value: { assertion, claim } }) => (assertion ?? claim?.status)?.polarity ?? null,
    }),
    assertion: t.field({
      type: Assertion,
      nullable: true,
      description: 'Assertion of the event; null for CAPTURED, VALID_FROM and VALID_TO.',
      resolve: ({ value, revision }) => (value.assertion ? toAssertion(value.claim, value.assertion, revision) : null),
    }),
    capture: t.field({
      type: Captured,
      nullable: true,
      description: 'Document and quotes of a CAPTURED event; null for all other kinds.',
      resolve: ({ value, revision }) => value.capture && { value: value.capture, revision },
    }),
  }),
})
const TimelineConnection = connectionType('TimelineEvent', Event)

builder.queryFields((t) => ({
  timeline: t.field({
    type: TimelineConnection,
    description:
      'Events of an entity, a claim or a story, of which exactly one must be given; oldest first, unknown dates last.',
    args: {
      entity: t.arg.string({
        required: false,
        description:
          'Slug of an entity: events of claims that name it as subject or object, and of claims on which it made an assertion.',
      }),
      claim: t.arg.string({ required: false, description: 'Slug of a claim, current or former.' }),
      story: t.arg.string({
        required: false,
        description: 'Slug of a story: events of the claims that it selects.',
      }),
      clocks: t.arg({
        type: [enums.ClockEnum],
        required: true,
        defaultValue: ['SAID', 'HOLDS'],
        description: 'Clocks whose events are included; RECORDED only if it is given.',
      }),
      from: t.arg({
        type: 'Date',
        required: false,
        description: 'First day, inclusive; events without a known date are left out.',
      }),
      until: t.arg({
        type: 'Date',
        required: false,
        description: 'Last day, inclusive; events without a known date are left out.',
      }),
      ...PAGE_ARGS,
      ...AS_OF,
    },
    resolve: async (_, { entity, claim, story, clocks, from, until, asOf, ...page }, c) => {
      checkNotEmpty({ clocks })
      checkDays('from', from, until)
      const list = nameOfList('timeline', { entity, claim, story, clocks, from, until })
      const request = toPageRequest(page, list)
      if ([entity, claim, story].filter((slug) => slug != null).length !== 1) {
        throw new DomainError('BAD_INPUT', 'Give one of entity, claim and story.', { argument: 'entity' })
      }
      const revision = await loadRevision(c, asOf)
      const [{ claims, complete, ofEntity }, revisions] = await Promise.all([
        claimsOf(c, { entity, claim, story }, revision),
        c.loaders.revisions.load(''),
      ])
      c.loaders.prime(claims, revision)
      const range = {
        clocks: CLOCKS.filter((clock) => clocks.includes(clock)),
        from: from ?? null,
        until: until ?? null,
      }
      const events =
        ofEntity === null ? timelineOf(claims, revisions, range) : timelineOfEntity(ofEntity, claims, revisions, range)
      const found = pageOfSorted(events, request)
      const items = found.items.map((value) => ({ value, revision }))
      return { ...toConnection({ ...found, items, revision }, request, list, async () => events.length), complete }
    },
  }),
}))

interface Whose {
  readonly entity?: string | null | undefined
  readonly claim?: string | null | undefined
  readonly story?: string | null | undefined
}

interface Found {
  readonly claims: readonly ClaimDetails[]
  readonly complete: boolean
  /** Current slug of the entity; null for the timeline of a claim or a story. */
  readonly ofEntity: string | null
}

async function claimsOf(c: Context, { entity, claim, story }: Whose, revision: RevisionNumber): Promise<Found> {
  if (claim != null) {
    const found = await loadClaim(c, toSlug(claim), revision)
    if (!found) throw new UnknownSlugError('claim', { kind: 'Claim', slug: toSlug(claim), revision })
    return { claims: [found.value], complete: true, ofEntity: null }
  }
  if (story != null) {
    const slug = await loadCurrentSlug(c, 'Story', story, revision, 'story')
    return { ...(await manyClaims(c, [{ story: slug }], revision)), ofEntity: null }
  }
  const whose = await loadCurrentSlug(c, 'Entity', entity, revision, 'entity')
  const found = await manyClaims(c, [{ party: whose }, { claimant: whose, alsoWithdrawn: true }], revision)
  return { ...found, ofEntity: whose }
}
