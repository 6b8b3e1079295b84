import type { Assertion } from '../../domain/assertion.ts'
import type { Capture, Spoken } from '../../domain/captures.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { standingName } from '../../domain/standing.ts'
import type { TimelineEvent } from '../../domain/timeline.ts'
import type { Messages } from '../../messages/en.ts'
import { headline } from '../../sentences/headline.ts'
import { sentenceOf } from '../../sentences/sentence.ts'
import { titleAsSaid, titleInSentence } from '../../sentences/source-title.ts'
import { formatDate } from '../../text/languages.ts'
import { mapInSlices } from '../../thread/slices.ts'
import type { ViewContext } from './graph-view.ts'
import type { TimelineView, ViewEvent, ViewEventGroup } from './view.ts'

/**
 * Groups events by day, then by kind: one document that comes into force brings events of many claims. The words of a
 * long timeline are made in slices.
 */
export async function timelineView(events: readonly TimelineEvent[], context: ViewContext): Promise<TimelineView> {
  const { header } = context
  const { messages } = header
  const days = new Map<
    string,
    { date: string | null; when: string; groups: Map<string, ViewEventGroup & { events: ViewEvent[] }> }
  >()
  const said = entriesOn(events, 'ASSERTED')
  const inForce = entriesOn(events, 'HELD_FROM')
  const isBoth = (event: TimelineEvent): boolean => said.has(entryOn(event)) && inForce.has(entryOn(event))
  // An assertion that was said and came into force on one day is one event, under both heads.
  const shown = events.filter((event) => event.kind !== 'HELD_FROM' || !isBoth(event))
  const viewEvents = await mapInSlices(shown, (event) => eventOf(event, context))
  for (const [i, event] of shown.entries()) {
    const key = event.kind === 'ASSERTED' && isBoth(event) ? 'BOTH' : event.kind
    const date = dayOf(event)
    const day = days.get(date ?? '') ?? { date, when: whenOf(event, messages), groups: new Map() }
    const head = { clock: event.clock, word: messages.ui.events[event.kind] }
    const group = day.groups.get(key) ?? {
      heads: key === 'BOTH' ? [head, { clock: 'HOLDS', word: messages.ui.events.HELD_FROM }] : [head],
      isRoutine: event.kind === 'RECORDED',
      events: [],
    }
    group.events.push(...viewEvents.slice(i, i + 1))
    day.groups.set(key, group)
    days.set(date ?? '', day)
  }
  return {
    kind: 'timeline',
    header,
    days: [...days.values()].map(({ date, when, groups }) => ({ date, when, groups: [...groups.values()] })),
  }
}

const dayOf = ({ date }: TimelineEvent): string | null => (date === null ? null : date.slice(0, 10))
/** Returns a key for one assertion on one claim on one day. */
const entryOn = (event: TimelineEvent): string =>
  JSON.stringify([dayOf(event), event.claim?.claim.id, event.assertion?.id])
const entriesOn = (events: readonly TimelineEvent[], kind: TimelineEvent['kind']): ReadonlySet<string> =>
  new Set(events.filter((event) => event.kind === kind).map(entryOn))

const whenOf = ({ date }: TimelineEvent, { ui, tag }: Messages): string =>
  date === null ? ui.dateUnknown : formatDate(date, tag)

function eventOf(event: TimelineEvent, context: ViewContext): ViewEvent {
  if (event.capture) return captureOf(event.capture, context)
  const { claim, assertion, kind } = event
  const proposed = claimEvent(claim, context)
  if (assertion === null) return proposed
  const { claimantAsPrinted } = assertion
  return {
    ...proposed,
    text: said(claim, assertion, kind, context),
    badge: null,
    by: '',
    printed: claimantAsPrinted === null ? [] : [claimantAsPrinted],
  }
}

function claimEvent(details: ClaimDetails, { header: { messages }, names, links }: ViewContext): ViewEvent {
  const { proposition, status, by } = headline(details, names, messages)
  return {
    text: proposition,
    printed: [],
    badge: { status: standingName(details.status), word: `${status}:` },
    by,
    href: links.page({ kind: 'claim', slug: details.claim.id }),
    parts: [],
  }
}

/** Returns the event of a capture: its validity, and the claims whose quotes it has or lacks. */
function captureOf({ source, version, found, absent }: Capture, context: ViewContext): ViewEvent {
  const { messages } = context.header
  const { ui, tag } = messages
  const from = version.effectiveFrom === null ? null : formatDate(version.effectiveFrom, tag)
  const text = ui.captureOf(titleInSentence(source, messages), from)
  const part = (spoken: readonly Spoken[], words: (count: number) => string) => {
    const claims = new Map(spoken.map(({ claim }) => [claim.claim.id, claim]))
    const events = [...claims.values()].map((claim) => claimEvent(claim, context))
    return events.length === 0 ? [] : [{ words: words(spoken.length), events }]
  }
  return {
    text: version.incomplete ? `${text} (${ui.incomplete})` : text,
    printed: [titleAsSaid(source, tag)],
    badge: null,
    by: '',
    href: context.links.page({ kind: 'source', slug: source.id }),
    parts: [...part(found, ui.wordsFound), ...part(absent, ui.wordsAbsent)],
  }
}

/** Returns one assertion as a hedged sentence: "X states that it may collect biometric data." */
function said(
  details: ClaimDetails,
  assertion: Assertion,
  kind: TimelineEvent['kind'],
  { header: { messages }, names }: ViewContext,
): string {
  // The sentence ignores facts of later days: the end of validity, unless the event is that end, and a withdrawal.
  const alone = { ...assertion, withdrawn: null, heldUntil: kind === 'HELD_UNTIL' ? assertion.heldUntil : null }
  return sentenceOf({ ...details, assertions: [alone] }, { validOn: null }, names, messages, { isQuoted: false })
}
