import { claimantName, mentionsOf } from '../domain/claimant-name.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Labels } from '../domain/labels.ts'
import { propositionOf } from '../domain/proposition.ts'
import { statusWord } from '../domain/sentence.ts'
import type { TimelineEvent } from '../domain/timeline.ts'
import type { Messages } from '../messages/en.ts'
import { formatDate } from '../text/languages.ts'
import { conceptNodes, entityNode, type ViewContext } from './build-views.ts'
import { pagePath } from './paths.ts'
import type { MatrixView, TimelineView, ViewEvent, ViewNode } from './view.ts'

export function timelineView(events: readonly TimelineEvent[], { frame, labels }: ViewContext): TimelineView {
  return { kind: 'timeline', frame, events: events.map((event) => eventOf(event, labels, frame.messages)) }
}

function eventOf(event: TimelineEvent, labels: Labels, messages: Messages): ViewEvent {
  const { ui } = messages
  const { claim, assertion, clock, kind, date } = event
  const what = propositionOf(claim.claim, labels, messages)
  const who = assertion ? claimantName(assertion, labels, messages, mentionsOf(labels, messages)).name : null
  const hedge = assertion ? ui.certainties[assertion.certainty] : ''
  const act = assertion ? [ui.acts[assertion.stance], hedge].filter(Boolean).join(', ') : ui.events[kind]
  const said = kind === 'ASSERTED' ? act : `${ui.events[kind]}, ${act}`
  return {
    clock,
    clockWord: ui.clocks[clock],
    date: date === null ? null : date.slice(0, 10),
    when: date === null ? ui.dateUnknown : formatDate(date, messages.tag),
    text: who === null ? `${what}: ${ui.events[kind]}` : `${who} (${said}): ${what}`,
    status: claim.status.status,
    statusWord: statusWord(claim.status, messages),
    href: pagePath({ kind: 'claim', slug: claim.claim.id }, messages.tag),
  }
}

export function matrixView(comparison: Comparison, { frame, labels }: ViewContext): MatrixView {
  const { messages } = frame
  const { ui } = messages
  const rowNode = (id: string | null): ViewNode => nodeOr(id, 'DataCategory', ui.noData, labels, messages)
  const columnNode = (id: string | null): ViewNode => nodeOr(id, 'Use', ui.noUse, labels, messages)
  return {
    kind: 'matrix',
    frame,
    entities: comparison.entityIds.map((id) => entityNode(id, labels, messages)),
    rows: comparison.rows.map(({ dataId, narrower }) => ({ ...rowNode(dataId), narrower: narrower.map(rowNode) })),
    columns: comparison.columns.map(columnNode),
    cells: comparison.cells.map((cell) => ({
      entity: `Entity:${cell.entityId}`,
      row: rowNode(cell.dataId).id,
      column: columnNode(cell.useId).id,
      counts: cell.counts.map(({ status, count }) => ({ status, count, word: messages.statuses[status] })),
      claims: cell.claims.map((whole) => ({
        proposition: propositionOf(whole.claim, labels, messages),
        status: whole.status.status,
        statusWord: statusWord(whole.status, messages),
        href: pagePath({ kind: 'claim', slug: whole.claim.id }, messages.tag),
      })),
    })),
  }
}

const nodeOr = (
  id: string | null,
  kind: 'DataCategory' | 'Use',
  otherwise: string,
  labels: Labels,
  messages: Messages,
): ViewNode => {
  const [node] = id === null ? [] : conceptNodes([id], kind, labels, messages)
  return node ?? { id: `${kind}:`, label: otherwise, href: '#' }
}
