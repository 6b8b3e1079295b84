import { ascendingKey, firstDay, lastDay } from '../text/partial-date.ts'
import { type Assertion, wasSaid } from './assertion.ts'
import { type Capture, capturesOf } from './captures.ts'
import type { ClaimDetails } from './claim-details.ts'
import type { Revision } from './revision.ts'

/** The three clocks: day of the assertion, period of the claimed thing, revision of the database. */
export const CLOCKS = ['SAID', 'HOLDS', 'RECORDED'] as const
export type Clock = (typeof CLOCKS)[number]

export const TIMELINE_EVENTS = [
  'CAPTURED',
  'ASSERTED',
  'HELD_FROM',
  'HELD_UNTIL',
  'VALID_FROM',
  'VALID_TO',
  'RECORDED',
  'WITHDRAWN',
] as const
export type TimelineEventKind = (typeof TIMELINE_EVENTS)[number]

export type TimelineEvent = ClaimEvent | CaptureEvent

interface Dated {
  readonly clock: Clock
  /** Partial date or instant; null where unknown, ordered last. */
  readonly date: string | null
  /** Sort key, unique; the string order is the order of the timeline. */
  readonly sortKey: string
}

/** An event of a claim. */
export interface ClaimEvent extends Dated {
  readonly kind: Exclude<TimelineEventKind, 'CAPTURED'>
  readonly claim: ClaimDetails
  /** Assertion of the event; null for an event of the claim itself. */
  readonly assertion: Assertion | null
  readonly capture: null
}

/** An event of a source, listed once for all claims that rest on it. */
export interface CaptureEvent extends Dated {
  readonly kind: 'CAPTURED'
  readonly claim: null
  readonly assertion: null
  readonly capture: Capture
}

export interface TimelineRange {
  readonly clocks: readonly Clock[]
  /** Inclusive partial dates; with either, events without a date are left out. */
  readonly from: string | null
  readonly until: string | null
}

/** Events of claims and of their sources, on the requested clocks, oldest first, unknown dates last. */
export function timelineOf(
  claims: readonly ClaimDetails[],
  revisions: readonly Revision[],
  range: TimelineRange,
): readonly TimelineEvent[] {
  const recordedAt = new Map(revisions.map((revision) => [revision.number, revision.recordedAt]))
  const events = [...claims.flatMap((claim) => eventsOf(claim, recordedAt)), ...capturesOf(claims).map(captureEvent)]
  return events.filter((event) => range.clocks.includes(event.clock) && isWithin(event.date, range)).sort(bySortKey)
}

/**
 * Events of an entity's claims. If only a withdrawn assertion ties the entity to a claim, the withdrawal is the only event.
 *
 * @param claims claims where the entity is a party or a claimant, by withdrawn assertions too
 */
export function timelineOfEntity(
  id: string,
  claims: readonly ClaimDetails[],
  revisions: readonly Revision[],
  range: TimelineRange,
): readonly TimelineEvent[] {
  const isTied = ({ claim: { subject, object }, assertions }: ClaimDetails): boolean =>
    [subject, object].some((thing) => thing?.kind === 'Entity' && thing.id === id) ||
    assertions.some((assertion) => wasSaid(assertion) && assertion.claimantId === id)
  const untied = claims.filter((claim) => !isTied(claim))
  const corrections = timelineOf(untied, revisions, range).filter(
    ({ kind, assertion }) => kind === 'WITHDRAWN' && assertion?.claimantId === id,
  )
  return [...timelineOf(claims.filter(isTied), revisions, range), ...corrections].sort(bySortKey)
}

const bySortKey = (a: TimelineEvent, b: TimelineEvent): number => (a.sortKey < b.sortKey ? -1 : 1)

function eventsOf(claim: ClaimDetails, recordedAt: ReadonlyMap<number, string>): readonly ClaimEvent[] {
  const { validFrom, validTo } = claim.claim
  const event = (
    clock: Clock,
    kind: ClaimEvent['kind'],
    date: string | null,
    assertion: Assertion | null,
  ): ClaimEvent => ({
    clock,
    kind,
    date,
    claim,
    assertion,
    capture: null,
    sortKey: sortKeyOf(kind, date, claim.claim.id, assertion?.id ?? ''),
  })
  const known = (
    clock: Clock,
    kind: ClaimEvent['kind'],
    date: string | null,
    assertion: Assertion | null,
  ): readonly ClaimEvent[] => (date === null ? [] : [event(clock, kind, date, assertion)])

  return [
    ...known('HOLDS', 'VALID_FROM', validFrom, null),
    ...known('HOLDS', 'VALID_TO', validTo, null),
    ...claim.assertions.flatMap((assertion): readonly ClaimEvent[] => {
      const recorded = recordedAt.get(claim.recordedIn[assertion.id] ?? -1) ?? null
      // A withdrawn assertion counts as never made: its recording and withdrawal are its only events.
      if (!wasSaid(assertion)) return known('RECORDED', 'WITHDRAWN', recorded, assertion)
      return [
        event('SAID', 'ASSERTED', assertion.assertedAt, assertion),
        ...known('HOLDS', 'HELD_FROM', assertion.heldFrom, assertion),
        ...known('HOLDS', 'HELD_UNTIL', assertion.heldUntil, assertion),
        ...known('RECORDED', 'RECORDED', recorded, assertion),
      ]
    }),
  ]
}

/** Events of captures, on the clock SAID: a capture shows the document on that day. */
function captureEvent(capture: Capture): CaptureEvent {
  const { source, version } = capture
  const date = version.capturedAt
  const sortKey = sortKeyOf('CAPTURED', date, source.id, version.id)
  return { clock: 'SAID', kind: 'CAPTURED', date, claim: null, assertion: null, capture, sortKey }
}

const sortKeyOf = (kind: TimelineEventKind, date: string | null, ...ids: readonly string[]): string =>
  [ascendingKey(date), date ?? '', String(TIMELINE_EVENTS.indexOf(kind)), ...ids].join('|')

function isWithin(date: string | null, { from, until }: TimelineRange): boolean {
  if (from === null && until === null) return true
  if (date === null) return false
  const day = date.slice(0, 10)
  return (from === null || lastDay(day) >= firstDay(from)) && (until === null || firstDay(day) <= lastDay(until))
}
