import type { Assertion } from '../../domain/assertion.ts'
import type { Capture, Spoken } from '../../domain/captures.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { standingName } from '../../domain/standing.ts'
import { standingOfAct } from '../../domain/standing-of-act.ts'
import type { TimelineEvent } from '../../domain/timeline.ts'
import { claimantName, mentionsOf } from '../../sentences/claimant-name.ts'
import { headline } from '../../sentences/headline.ts'
import { entryWords, sentenceOf } from '../../sentences/sentence.ts'
import { titleAsSaid, titleInSentence } from '../../sentences/source-title.ts'
import { formatDate } from '../../text/languages.ts'
import type { ViewEvent } from './view.ts'
import type { ViewContext } from './view-context.ts'

/** Returns the words of an event: those of a capture, of an assertion, or of the claim itself. */
export function eventOf({ capture, claim, assertion, kind }: TimelineEvent, context: ViewContext): ViewEvent {
  if (capture) return captureEvent(capture, context)
  if (assertion === null) return claimEvent(claim, context)
  // The end of a period and a retraction need the words of a whole sentence.
  const isWhole = kind === 'HELD_UNTIL' || assertion.stance === 'RETRACTS'
  return isWhole ? wholeSentence(claim, assertion, kind, context) : assertionEvent({ claim, assertion }, context)
}

/** Returns one assertion as a hedged clause with the act of its speaker, and its document: "X states that …". */
export function assertionEvent({ claim, assertion }: Spoken, context: WordContext): ViewEvent {
  const { names, links, header } = context
  const { messages } = header
  const text = entryWords(assertion, claim, names, messages)
  const { name } = claimantName(assertion, names, messages, mentionsOf(names, messages))
  const source = names.source(assertion.sourceId)
  const title = source ? titleInSentence(source, messages) : assertion.sourceId
  return {
    ...plainEvent(claim, context),
    text,
    printed: assertion.claimantAsPrinted === null ? [] : [assertion.claimantAsPrinted],
    act: standingOfAct(assertion, claim),
    speaker: text.startsWith(name) ? name : '',
    source: text.includes(title) ? null : { title, href: links.page({ kind: 'source', slug: assertion.sourceId }) },
  }
}

function wholeSentence(
  claim: ClaimDetails,
  assertion: Assertion,
  kind: TimelineEvent['kind'],
  context: ViewContext,
): ViewEvent {
  // The sentence ignores facts of later days: the end of validity, unless the event is that end, and a withdrawal.
  const alone = { ...assertion, withdrawn: null, heldUntil: kind === 'HELD_UNTIL' ? assertion.heldUntil : null }
  const record = { ...claim, assertions: [alone] }
  const text = sentenceOf(record, { validOn: null }, context.names, context.header.messages, { isQuoted: false })
  const printed = assertion.claimantAsPrinted === null ? [] : [assertion.claimantAsPrinted]
  return { ...plainEvent(claim, context), text, printed, act: standingOfAct(assertion, claim) }
}

/** Parts of the context that words need. */
export type WordContext = Omit<ViewContext, 'header'> & { readonly header: Pick<ViewContext['header'], 'messages'> }

const plainEvent = ({ claim }: ClaimDetails, { links }: WordContext): ViewEvent => ({
  text: '',
  printed: [],
  act: null,
  speaker: '',
  source: null,
  badge: null,
  by: '',
  href: links.page({ kind: 'claim', slug: claim.id }),
  parts: [],
})

/** Returns an event of the claim itself, without a speaker: its headline. */
function claimEvent(details: ClaimDetails, context: ViewContext): ViewEvent {
  const { proposition, status, by } = headline(details, context.names, context.header.messages)
  const badge = { status: standingName(details.status), word: `${status}:` }
  return { ...plainEvent(details, context), text: proposition, badge, by }
}

/** Returns the event of a capture: its validity, and the assertions whose quotes it has or lacks. */
function captureEvent({ source, version, found, absent }: Capture, context: ViewContext): ViewEvent {
  const { ui, tag } = context.header.messages
  const from = version.effectiveFrom === null ? null : formatDate(version.effectiveFrom, tag)
  const text = ui.captureOf(titleInSentence(source, context.header.messages), from)
  const part = (spoken: readonly Spoken[], words: (count: number) => string) =>
    spoken.length === 0
      ? []
      : [{ words: words(spoken.length), events: once(spoken.map((one) => assertionEvent(one, context))) }]
  return {
    text: version.incomplete ? `${text} (${ui.incomplete})` : text,
    printed: [titleAsSaid(source, tag)],
    act: null,
    speaker: '',
    source: null,
    badge: null,
    by: '',
    href: context.links.page({ kind: 'source', slug: source.id }),
    parts: [...part(found, ui.wordsFound), ...part(absent, ui.wordsAbsent)],
  }
}

/** Returns events without those that look the same as an earlier one. */
const once = (events: readonly ViewEvent[]): readonly ViewEvent[] => [
  ...new Map(events.map((event) => [`${event.href} ${event.text}`, event])).values(),
]
