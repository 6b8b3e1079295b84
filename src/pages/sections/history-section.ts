import { type Assertion, wasSaid } from '../../domain/assertion.ts'
import { byAssertionDay } from '../../domain/assertion-order.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Revision } from '../../domain/revision.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Source } from '../../domain/source.ts'
import { entrySentence } from '../../sentences/correction-phrases.ts'
import type { Names } from '../../sentences/names.ts'
import { titleInSentence } from '../../sentences/source-title.ts'
import { formatDate } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import { linksIn } from '../../widgets/view/links.ts'
import type { PageContext } from '../page.ts'
import { fold } from '../parts/fold.ts'

const MAX_REVISIONS = 20

/** History of a claim by revision, withdrawals included. */
export async function claimHistory(
  details: ClaimDetails,
  revisions: readonly Revision[],
  names: Names,
  revision: RevisionNumber,
  { store, messages }: PageContext,
): Promise<Markup> {
  const { ui } = messages
  const first = await firstRecorded(details, store, revision)
  const firstOf = ({ id }: Assertion): number => first.get(id) ?? details.recordedIn[id] ?? 0
  const day = dayOf(revisions, messages)
  const lines = [...details.assertions]
    .sort((a, b) => firstOf(a) - firstOf(b) || byAssertionDay(a, b))
    .map((assertion): HistoryLine => {
      const { withdrawn, sourceId } = assertion
      const sentence = entrySentence(assertion, details, names, messages)
      const source = names.source(sourceId)
      const isNamed = source !== null && sentence.includes(titleInSentence(source, messages))
      const reason = withdrawn === null || withdrawn.trim() === '' ? '' : `: ${withdrawn.trim()}`
      return {
        said: `${ui.recorded(day(firstOf(assertion)))}: ${sentence}`,
        source: isNamed ? null : (source ?? sourceId),
        out: withdrawn === null ? '' : ` · ${day(details.recordedIn[assertion.id])}: ${ui.events.WITHDRAWN}${reason}`,
      }
    })
  const keyOf = ({ said, source, out }: HistoryLine): string =>
    JSON.stringify([said, source !== null && typeof source === 'object' ? source.id : source, out])
  const distinct = [...new Map(lines.map((line) => [keyOf(line), line])).values()]
  const items = distinct.map(({ said, source, out }) =>
    el(
      'li',
      {},
      said,
      source !== null && [' · ', typeof source === 'string' ? source : sourceTitle(source, messages)],
      out,
    ),
  )
  return historyFold(items, messages)
}

interface HistoryLine {
  readonly said: string
  /** Source of the line, or its id if `names` lacks it; null if the sentence names it. */
  readonly source: Source | string | null
  /** Date and reason of the withdrawal; empty without one. */
  readonly out: string
}

/** Revisions of assertions. A withdrawn one has that of its withdrawal, so the revision of its recording is read. */
async function firstRecorded(
  { assertions }: ClaimDetails,
  store: PageContext['store'],
  revision: RevisionNumber,
): Promise<ReadonlyMap<string, number>> {
  const ids = assertions.flatMap((one) => (wasSaid(one) ? [] : [one.id]))
  const lifetimes = ids.length === 0 ? [] : await store.lifetimes('Assertion', ids, revision)
  return new Map(
    ids.flatMap((id, i): readonly [string, number][] => {
      const lifetime = lifetimes[i]
      return lifetime ? [[id, lifetime.recordedIn]] : []
    }),
  )
}

const dayOf =
  (revisions: readonly Revision[], { ui, tag }: PageContext['messages']) =>
  (number: number | undefined): string => {
    const asOf = revisions.find((revision) => revision.number === number)?.recordedAt
    return asOf === undefined ? ui.dateUnknown : formatDate(asOf, tag)
  }

/** History of many claims: the number of changes by revision, with links to each state. */
export function databaseHistory(
  claims: readonly ClaimDetails[],
  permalink: string,
  revisions: readonly Revision[],
  { messages }: PageContext,
): Markup | null {
  const { ui, tag } = messages
  const learnt = new Map<number, { recorded: number; out: number; readonly claims: Set<string> }>()
  for (const { claim, assertions, recordedIn } of claims) {
    for (const one of assertions) {
      const number = recordedIn[one.id] ?? 0
      const entry = learnt.get(number) ?? { recorded: 0, out: 0, claims: new Set<string>() }
      learnt.set(number, entry)
      if (!wasSaid(one) || one.stance === 'RETRACTS') entry.out += 1
      else {
        entry.recorded += 1
        entry.claims.add(claim.id)
      }
    }
  }
  const shown = revisions.filter(({ number }) => learnt.has(number)).slice(-MAX_REVISIONS)
  if (shown.length === 0) return null
  const items = shown.map(({ number, recordedAt: asOf }) => {
    const { recorded = 0, out = 0, claims: touched } = learnt.get(number) ?? {}
    const parts = [
      ...(recorded === 0 ? [] : [ui.recordedThen(recorded, touched?.size ?? 0)]),
      ...(out === 0 ? [] : [ui.correctionsThen(out)]),
    ]
    return el(
      'li',
      {},
      `${ui.recorded(formatDate(asOf, tag))}: ${parts.join(', ')} · `,
      el('a', { href: linksIn(tag, asOf).own(permalink) }, ui.seeThen),
    )
  })
  return historyFold(items, messages)
}

const historyFold = (items: readonly Markup[], { ui }: PageContext['messages']): Markup =>
  fold(ui.history, [el('ol', { class: 'site-history' }, items)], { id: 'history', note: ui.entries(items.length) })
