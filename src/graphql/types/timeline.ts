import type { Capture } from '../../domain/captures.ts'
import { checkDays } from '../../domain/check-days.ts'
import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { unknownSlug } from '../../domain/current-slug.ts'
import { DomainError } from '../../domain/errors.ts'
import { CLOCKS, type TimelineEvent, timelineOf, timelineOfEntity } from '../../domain/timeline.ts'
import { type AtRevision, builder } from '../builder.ts'
import { nameOfList, pageOfSorted, toConnection, toPageRequest } from '../connection.ts'
import type { Context } from '../context.ts'
import { AS_OF, connectionType, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { loadClaim, loadCurrentSlug, loadRevision, toAssertion } from './load.ts'
import { manyClaims } from './many-claims.ts'
import { Assertion, Claim, Source } from './node-types.ts'
import { Version } from './source.ts'

const Captured = builder.objectRef<AtRevision<Capture>>('Capture')
Captured.implement({
  description: 'A document as it was captured, and what is known of the words quoted from it.',
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: 'The document.',
      resolve: ({ value, revision }) => ({ value: value.source, revision }),
    }),
    version: t.field({ type: Version, description: 'The capture.', resolve: ({ value }) => value.version }),
    found: t.field({
      type: [Assertion],
      description: 'Of the claims of this timeline: whose words stand in it.',
      resolve: ({ value, revision }) => value.found.map((one) => toAssertion(one.claim, one.assertion, revision)),
    }),
    absent: t.field({
      type: [Assertion],
      description: 'Whose words were looked for in it and not found; of all others it is not known.',
      resolve: ({ value, revision }) => value.absent.map((one) => toAssertion(one.claim, one.assertion, revision)),
    }),
  }),
})

const Event = builder.objectRef<AtRevision<TimelineEvent>>('TimelineEvent')
Event.implement({
  description: 'Something that happened to a claim, or to a document that claims rest on, on one of three clocks.',
  fields: (t) => ({
    clock: t.field({
      type: enums.ClockEnum,
      description: 'Which clock tells its date.',
      resolve: ({ value }) => value.clock,
    }),
    kind: t.field({
      type: enums.TimelineEventEnum,
      description: 'What happened then.',
      resolve: ({ value }) => value.kind,
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'When, as precisely as it is known; null if unknown. By the clock RECORDED it is an instant.',
      resolve: ({ value }) => value.date,
    }),
    claim: t.field({
      type: Claim,
      nullable: true,
      description: 'The claim that it happened to; null for the capture of a document, on which several may rest.',
      resolve: ({ value, revision }) => value.claim && { value: value.claim, revision },
    }),
    assertion: t.field({
      type: Assertion,
      nullable: true,
      description: 'The assertion that was made, held or recorded; null for what belongs to the claim itself.',
      resolve: ({ value, revision }) => (value.assertion ? toAssertion(value.claim, value.assertion, revision) : null),
    }),
    capture: t.field({
      type: Captured,
      nullable: true,
      description: 'For CAPTURED: the document, and whose words were found in it, or looked for in vain.',
      resolve: ({ value, revision }) => value.capture && { value: value.capture, revision },
    }),
  }),
})
const TimelineConnection = connectionType('TimelineEvent', Event)

builder.queryFields((t) => ({
  timeline: t.field({
    type: TimelineConnection,
    description:
      'What was said, held and recorded of an entity (or by it), a claim or a story: oldest first, unknown last.',
    args: {
      entity: t.arg.string({
        required: false,
        description: 'Slug of an entity: what was said of it and what it said.',
      }),
      claim: t.arg.string({ required: false, description: 'Slug of a claim; give one of entity, claim and story.' }),
      story: t.arg.string({
        required: false,
        description: 'Slug of a story: what happened to the claims that it selects.',
      }),
      clocks: t.arg({
        type: [enums.ClockEnum],
        required: true,
        defaultValue: ['SAID', 'HOLDS'],
        description: 'By which clocks; RECORDED is left out unless given.',
      }),
      from: t.arg({ type: 'Date', required: false, description: 'The first day; leaves out what has no known date.' }),
      until: t.arg({ type: 'Date', required: false, description: 'The last day; leaves out what has no known date.' }),
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
      return { ...toConnection({ ...found, items }, request, list, async () => events.length), complete }
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
  /** The slug that the entity asked for has now; null where a claim or a story was asked for. */
  readonly ofEntity: string | null
}

async function claimsOf(c: Context, { entity, claim, story }: Whose, revision: number): Promise<Found> {
  if (claim != null) {
    const found = await loadClaim(c, claim, revision)
    if (!found) throw unknownSlug('claim')
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
