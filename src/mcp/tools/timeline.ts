import { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'
import { CLOCKS, type Clock, TIMELINE_EVENTS, type TimelineEventKind } from '../../domain/timeline.ts'
import { after, COMMON_ARGUMENTS, date, limit, listOf, slug } from '../arguments.ts'
import { cardText, evidenceText } from '../card-text.ts'
import { CARD, EVIDENCE, toEvidence } from '../claim-card.ts'
import {
  type ClaimPageData,
  EVIDENCE_FRAGMENT,
  type EvidenceData,
  REVISION,
  type RevisionData,
  type TextData,
} from '../claim-data.ts'
import { LIST_PAGE, listText, nextOf } from '../list-text.ts'
import { readClaims } from '../read-claims.ts'
import { STATE, toState } from '../result-state.ts'
import type { QueryDocument } from '../run-query.ts'
import { createTool } from '../tool.ts'

interface EventData {
  readonly clock: Clock
  readonly kind: TimelineEventKind
  readonly date: string | null
  readonly claim: { readonly slug: string } | null
  readonly assertion: EvidenceData | null
  readonly capture: {
    readonly source: { readonly slug: string; readonly title: TextData | null; readonly url: string | null }
    readonly found: readonly { readonly slug: string }[]
    readonly absent: readonly { readonly slug: string }[]
  } | null
}

interface TimelineData extends RevisionData {
  readonly timeline: Pick<ClaimPageData, 'totalCount' | 'pageInfo'> & {
    readonly nodes: readonly EventData[]
    readonly complete: boolean
  }
}

const TIMELINE: QueryDocument<TimelineData> = {
  text: `query Timeline($entity: String, $claim: String, $story: String, $clocks: [Clock!]!, $from: Date, $until: Date, $first: Int!, $after: String, $language: String!, $asOf: DateTime) {
  ${REVISION}
  timeline(entity: $entity, claim: $claim, story: $story, clocks: $clocks, from: $from, until: $until, first: $first, after: $after, asOf: $asOf) {
    nodes {
      clock kind date
      claim { slug }
      assertion { ...Evidence }
      capture { source { slug title(language: $language) { value } url } found { slug } absent { slug } }
    }
    totalCount complete
    pageInfo { hasNextPage endCursor }
  }
}
${EVIDENCE_FRAGMENT}`,
}

const CAPTURE = z.strictObject({
  source: z.string(),
  sourceSlug: z.string(),
  url: z.string().nullable(),
  permalink: z.string(),
  quotesFound: z.int().describe('Number of quotes that are in this capture.'),
  quotesAbsent: z.int().describe('Number of quotes that were searched for and are not in it.'),
})

export const timeline = createTool({
  name: 'timeline',
  title: 'Timeline',
  description:
    'Lists the events of an entity, a claim or a story, oldest first, unknown days last: assertions (clock SAID), the period of the claimed thing according to the claim (HOLDS), changes of the database (RECORDED). The headline of a claim is by all that is known now, not on the day of the event.',
  input: z.strictObject({
    entity: slug.describe('Slug of an entity. Give exactly one of entity, claim and story.').optional(),
    claim: slug.describe('Slug of a claim.').optional(),
    story: slug.describe('Slug of a story.').optional(),
    clocks: listOf(z.enum(CLOCKS)).default(['SAID', 'HOLDS']),
    from: date.describe('First day; events without a known day are left out then.').optional(),
    until: date.describe('Last day; events without a known day are left out then.').optional(),
    limit: limit(50, 20).describe('Number of events at most.'),
    after,
    ...COMMON_ARGUMENTS,
  }),
  output: z.strictObject({
    state: STATE,
    ...LIST_PAGE,
    complete: z.boolean(),
    events: z.array(
      z.strictObject({
        clock: z.enum(CLOCKS),
        kind: z.enum(TIMELINE_EVENTS),
        date: z.string().nullable().describe('Day or instant, as precise as it is known; null if unknown.'),
        assertion: EVIDENCE.nullable().describe('Assertion of the event.'),
        claim: CARD.nullable().describe('Claim of the event; null for a capture of a document.'),
        capture: CAPTURE.nullable().describe('Captured document of the event.'),
      }),
    ),
  }),
  run: async (request) => {
    const { given, words, ui, asOf, read, permalinks } = request
    const { entity = null, claim = null, story = null, clocks, from = null, until = null } = given
    if ([entity, claim, story].filter((one) => one !== null).length !== 1)
      throw new DomainError('BAD_INPUT', 'Give exactly one of entity, claim and story.', { argument: 'entity' })
    const page = { first: given.limit, after: given.after ?? null }
    const { data } = await read(TIMELINE, { entity, claim, story, clocks, from, until, ...page })
    const { nodes, totalCount: total, complete } = data.timeline
    const slugs = nodes.flatMap((event) => event.claim?.slug ?? [])
    const cards = await readClaims(request, slugs, data)
    const links = permalinks(data)
    const events = nodes.map((event) => ({
      clock: event.clock,
      kind: event.kind,
      date: event.date,
      assertion: event.assertion && toEvidence(event.assertion, links),
      claim: event.claim && (cards.get(event.claim.slug) ?? null),
      capture: event.capture && {
        source: event.capture.source.title?.value ?? event.capture.source.slug,
        sourceSlug: event.capture.source.slug,
        url: event.capture.source.url,
        permalink: links.permalink('Source', event.capture.source.slug),
        quotesFound: event.capture.found.length,
        quotesAbsent: event.capture.absent.length,
      },
    }))
    const state = toState(data, asOf)
    const next = nextOf(data.timeline)
    // Several events of one claim share its text.
    const cardTexts = new Map([...cards].map(([of, card]) => [of, cardText(card, words)]))
    const items = events.map((event) => {
      const { assertion, capture } = event
      return [
        `${event.date ?? words.noDay}: ${ui.events[event.kind]}`,
        ...(assertion === null ? [] : [evidenceText(assertion, words)]),
        ...(event.claim === null ? [] : [cardTexts.get(event.claim.slug) ?? '']),
        ...(capture === null
          ? []
          : [
              words.captured(capture.source, capture.quotesFound, capture.quotesAbsent),
              words.permalink(capture.permalink),
            ]),
      ].join('\n')
    })
    return {
      structured: { state, total, next, complete, events },
      text: listText({ state, items, total, next, complete }, words),
    }
  },
})
