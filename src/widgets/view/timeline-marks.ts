import type { Assertion } from '../../domain/assertion.ts'
import type { TimelineEvent } from '../../domain/timeline.ts'
import { claimantName, isNobody, mentionsOf } from '../../sentences/claimant-name.ts'
import { titleInSentence } from '../../sentences/source-title.ts'
import { formatList } from '../../text/languages.ts'
import type { MarkKind, TimelineMark } from './view.ts'
import type { ViewContext } from './view-context.ts'

/** Maximum of speakers or documents that a label names. */
const MAX_NAMED = 2

/**
 * Returns the marks of dated events: one for all that was said on a day, one for its captures, one for its recordings, and one
 * bar for each period in force.
 *
 * @param isBoth whether an assertion came into force on the day on which it was said
 * @param numbers number of each day in the list
 */
export function timelineMarks(
  events: readonly TimelineEvent[],
  isBoth: (event: TimelineEvent) => boolean,
  numbers: ReadonlyMap<string, number>,
  context: ViewContext,
): readonly TimelineMark[] {
  const found = new Map<string, Omit<TimelineMark, 'label'> & { readonly labels: Set<string>; count: number }>()
  const add = (kind: MarkKind, date: string, until: string | null, label: string): void => {
    const from = date.slice(0, 10)
    const key = JSON.stringify([kind, from, until])
    const number = numbers.get(from)
    if (number === undefined) return
    const mark = found.get(key) ?? { kind, number, from, until, labels: new Set<string>(), count: 0 }
    mark.labels.add(label)
    mark.count += 1
    found.set(key, mark)
  }
  for (const event of events) {
    const { kind, date, claim, assertion, capture } = event
    if (date === null) continue
    if (capture) add('CAPTURED', date, null, titleInSentence(capture.source, context.header.messages))
    else if (kind === 'RECORDED' || kind === 'WITHDRAWN') add('RECORDED', date, null, '')
    else if (assertion === null) {
      if (kind === 'VALID_FROM') add('HOLDS', date, claim.claim.validTo, '')
    } else {
      if (kind === 'ASSERTED') add('SAID', date, null, speaker(assertion, context))
      if (kind === 'HELD_FROM' || isBoth(event)) add('HOLDS', date, assertion.heldUntil, document(assertion, context))
    }
  }
  const { statements } = context.header.messages.ui
  return [...found.values()].map(({ labels, count, ...mark }) => {
    const label = listed([...labels], context)
    return { ...mark, label: mark.kind === 'HOLDS' && label !== '' ? `${label}: ${statements(count)}` : label }
  })
}

function speaker(assertion: Assertion, { names, header: { messages } }: ViewContext): string {
  if (isNobody(assertion)) return messages.ui.unnamed
  return claimantName(assertion, names, messages, mentionsOf(names, messages)).name
}

function document({ sourceId }: Assertion, { names, header: { messages } }: ViewContext): string {
  const source = names.source(sourceId)
  return source ? titleInSentence(source, messages) : sourceId
}

function listed(labels: readonly string[], { header: { messages } }: ViewContext): string {
  const named = labels.filter((label) => label !== '')
  const others = named.length - MAX_NAMED
  const shown = named.slice(0, MAX_NAMED)
  return formatList(others > 0 ? [...shown, messages.byLine.others(others)] : shown, messages.tag)
}
