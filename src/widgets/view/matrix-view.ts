import type { Comparison } from '../../domain/comparison.ts'
import type { Messages } from '../../messages/en.ts'
import { headingOf } from '../../sentences/heading.ts'
import type { Names } from '../../sentences/names.ts'
import { statusWord } from '../../sentences/sentence.ts'
import { conceptNodes, entityNode, type ViewContext } from './graph-view.ts'
import { pagePath } from './paths.ts'
import type { MatrixView, ViewNode } from './view.ts'

export { timelineView } from './timeline-view.ts'

export function matrixView(
  comparison: Comparison,
  { header: frame, names: labels }: ViewContext,
  saysAbsent = true,
): MatrixView {
  const { messages } = frame
  const { ui } = messages
  const rowNode = (id: string | null): ViewNode => nodeOr(id, 'DataCategory', ui.noData, labels, messages)
  const columnNode = (id: string | null): ViewNode => nodeOr(id, 'Use', ui.noUse, labels, messages)
  return {
    kind: 'matrix',
    header: frame,
    entities: comparison.entityIds.map((id) => entityNode(id, labels, messages)),
    saysAbsent,
    rows: comparison.rows.map(({ dataId, narrower }) => ({ ...rowNode(dataId), narrower: narrower.map(rowNode) })),
    columns: comparison.columns.map(columnNode),
    cells: comparison.cells.map((cell) => ({
      entity: `Entity:${cell.entityId}`,
      row: rowNode(cell.dataId).id,
      column: columnNode(cell.useId).id,
      counts: cell.counts.map(({ status, count }) => ({ status, count, word: messages.statuses[status] })),
      claims: cell.claims.map((details) => ({
        proposition: headingOf(details, labels, messages),
        status: details.status.status,
        statusWord: statusWord(details.status, messages),
        href: pagePath({ kind: 'claim', slug: details.claim.id }, messages.tag),
      })),
    })),
  }
}

const nodeOr = (
  id: string | null,
  kind: 'DataCategory' | 'Use',
  fallback: string,
  names: Names,
  messages: Messages,
): ViewNode => {
  const [node] = id === null ? [] : conceptNodes([id], kind, names, messages)
  return node ?? { id: `${kind}:`, label: fallback, href: '#' }
}
