import type { WholeClaim } from '../domain/graph-store.ts'
import type { Labels } from '../domain/labels.ts'
import type { Revision } from '../domain/revision.ts'
import { formatDate } from '../text/languages.ts'
import { el, type Markup } from '../widgets/markup.ts'
import { sourceTitle } from '../widgets/source-title.ts'
import type { PageContext } from './page.ts'
import { pinPath } from './pin-links.ts'
import { entrySentence } from './taken-out-words.ts'

const MOST_REVISIONS = 20

/** When this record learnt what on one claim, our own mistakes included: nothing disappears without a word. */
export function claimHistory(
  whole: WholeClaim,
  revisions: readonly Revision[],
  labels: Labels,
  { messages }: PageContext,
): Markup {
  const { ui, tag } = messages
  const entries = whole.assertions
    .map((assertion) => ({ assertion, number: whole.recordedIn[assertion.id] ?? 0 }))
    .sort((a, b) => a.number - b.number)
  const items = entries.map(({ assertion, number }) => {
    const at = revisions.find((revision) => revision.number === number)?.at
    const day = at === undefined ? ui.dateUnknown : formatDate(at, tag)
    const source = labels.source(assertion.sourceId)
    const isOut = assertion.withdrawn !== null
    return el(
      'li',
      {},
      at === undefined || isOut ? day : ui.recorded(day),
      `: ${entrySentence(assertion, whole, labels, messages)} · `,
      source ? sourceTitle(source, messages) : assertion.sourceId,
      isOut && ` · ${ui.events.WITHDRAWN}: ${assertion.withdrawn}`,
    )
  })
  return section(items, messages.ui.history)
}

/** When this record learnt how much of many claims, each state to be looked at. */
export function recordHistory(
  claims: readonly WholeClaim[],
  permalink: string,
  revisions: readonly Revision[],
  { messages }: PageContext,
): Markup | null {
  const { ui, tag } = messages
  const learnt = new Map<number, { recorded: number; out: number; readonly claims: Set<string> }>()
  for (const { claim, assertions, recordedIn } of claims) {
    for (const { id, withdrawn, stance } of assertions) {
      const number = recordedIn[id] ?? 0
      const entry = learnt.get(number) ?? { recorded: 0, out: 0, claims: new Set<string>() }
      learnt.set(number, entry)
      if (withdrawn !== null || stance === 'RETRACTS') entry.out += 1
      else {
        entry.recorded += 1
        entry.claims.add(claim.id)
      }
    }
  }
  const shown = revisions.filter(({ number }) => learnt.has(number)).slice(-MOST_REVISIONS)
  if (shown.length === 0) return null
  const items = shown.map(({ number, at }) => {
    const { recorded = 0, out = 0, claims: touched } = learnt.get(number) ?? {}
    const parts = [
      ...(recorded === 0 ? [] : [ui.recordedThen(recorded, touched?.size ?? 0)]),
      ...(out === 0 ? [] : [ui.takenOutThen(out)]),
    ]
    return el(
      'li',
      {},
      `${ui.recorded(formatDate(at, tag))}: ${parts.join(', ')} · `,
      el('a', { href: pinPath(permalink, at) }, ui.seeThen),
    )
  })
  return section(items, ui.history)
}

const section = (items: readonly Markup[], heading: string): Markup =>
  el(
    'section',
    { 'aria-labelledby': 'history' },
    el('h2', { id: 'history' }, heading),
    el('ol', { class: 'site-history' }, items),
  )
