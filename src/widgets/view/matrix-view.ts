import type { Comparison } from '../../domain/comparison.ts'
import { countByName, standingName } from '../../domain/standing.ts'
import { headline } from '../../sentences/headline.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { conceptNodes, entityNode, type ViewContext } from './graph-view.ts'
import type { MatrixView, ViewNode } from './view.ts'

export async function matrixView(comparison: Comparison, context: ViewContext, saysAbsent = true): Promise<MatrixView> {
  const { header, names, links } = context
  const { messages } = header
  const { ui } = messages
  const rowNode = (id: string | null): ViewNode => nodeOr(id, 'DataCategory', ui.noData, context)
  const columnNode = (id: string | null): ViewNode => nodeOr(id, 'Use', ui.noUse, context)
  return {
    kind: 'matrix',
    header,
    entities: comparison.entityIds.map((id) => entityNode(id, context)),
    saysAbsent,
    rows: comparison.rows.map(({ dataId, narrower }) => ({ ...rowNode(dataId), narrower: narrower.map(rowNode) })),
    columns: comparison.columns.map(columnNode),
    cells: await mapInSlices(comparison.cells, async (cell) => ({
      entity: `Entity:${cell.entityId}`,
      row: rowNode(cell.dataId).id,
      column: columnNode(cell.useId).id,
      counts: countByName(cell.claims.map(({ status }) => status)).map(({ name, count }) => ({
        status: name,
        count,
        word: messages.statuses[name],
      })),
      claims: await mapInSlices(cell.claims, (details) => ({
        // A cell is narrow: it names one claimant, and counts the others with their stances.
        headline: headline(details, names, messages, { maxNamed: 1 }),
        status: standingName(details.status),
        href: links.page({ kind: 'claim', slug: details.claim.id }),
      })),
    })),
  }
}

const nodeOr = (id: string | null, kind: 'DataCategory' | 'Use', fallback: string, context: ViewContext): ViewNode => {
  const [node] = id === null ? [] : conceptNodes([id], kind, context)
  return node ?? { id: `${kind}:`, label: fallback, href: '#' }
}
