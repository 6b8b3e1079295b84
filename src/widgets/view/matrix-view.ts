import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Comparison } from '../../domain/comparison.ts'
import type { Predicate } from '../../domain/predicate.ts'
import { countByName, standingName } from '../../domain/standing.ts'
import { headline } from '../../sentences/headline.ts'
import { statusLabel } from '../../sentences/status-label.ts'
import { capitalised } from '../../text/languages.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { orderColumns, orderRows } from './matrix-order.ts'
import type { MatrixCell, MatrixView, ViewNode } from './view.ts'
import { conceptNodes, entityNode, type ViewContext } from './view-context.ts'

/** Columns that fit an article's column, alone and beside the names of entities. */
const MAX_COLUMNS = 10
const MAX_BESIDE_NAMES = 9
/** Id of the column of claims that an entity collects data, which is the first. */
const COLLECTS = 'Predicate:COLLECTS'
/** Id of the column of all uses that have no column of their own. */
const OTHER_USES = 'Use:other'

/**
 * Returns data by use. A claim without a use is in the column of its predicate: "collects", "sells". If there are too many
 * columns, the least used ones become one, "other uses".
 *
 * @param saysAbsent true if cells of an entity without claims say so, as in a comparison
 */
export async function matrixView(comparison: Comparison, context: ViewContext, saysAbsent = true): Promise<MatrixView> {
  const { header } = context
  const { ui } = header.messages
  const placed = comparison.cells.flatMap(({ entityId, dataId, useId, claims }) =>
    claims.map((details) => ({ entityId, dataId, details, column: columnOf(useId, details, context) })),
  )
  const columns = orderColumns(
    placed.map(({ column, entityId, dataId }) => ({ column, cell: `${entityId} ${dataId}` })),
    {
      first: COLLECTS,
      max: comparison.entityIds.length > 1 ? MAX_BESIDE_NAMES : MAX_COLUMNS,
      other: wordNode(OTHER_USES, ui.matrixParts.otherUses, context),
    },
  )
  const shown = new Set(columns.map(({ id }) => id))
  const cells = new Map<string, Place & { readonly placed: Placed[] }>()
  for (const { entityId, dataId, details, column } of placed) {
    const id = shown.has(column.id) ? column.id : OTHER_USES
    const place = { entity: `Entity:${entityId}`, row: rowId(dataId), column: id }
    const key = JSON.stringify(place)
    const cell = cells.get(key) ?? { ...place, placed: [] }
    cell.placed.push({ details, use: id === column.id ? '' : column.label })
    cells.set(key, cell)
  }
  const claimsOfRow = new Map<string, Set<ClaimDetails>>()
  for (const { dataId, details } of placed)
    claimsOfRow.set(rowId(dataId), (claimsOfRow.get(rowId(dataId)) ?? new Set()).add(details))
  const rows = orderRows(
    comparison.rows.map(({ dataId, narrower }) => ({
      ...nodeOr(dataId, context),
      narrower: narrower.map(rowId),
    })),
    new Map([...claimsOfRow].map(([id, claims]) => [id, claims.size])),
  )
  return {
    kind: 'matrix',
    header,
    entities: comparison.entityIds.map((id) => entityNode(id, context)),
    saysAbsent,
    rows,
    columns,
    cells: await mapInSlices([...cells.values()], (cell) => cellOf(cell, cell.placed, context)),
  }
}

type Place = Pick<MatrixCell, 'entity' | 'row' | 'column'>

interface Placed {
  readonly details: ClaimDetails
  /** Name of the use, in the column of other uses. */
  readonly use: string
}

async function cellOf(
  { entity, row, column }: Place,
  placed: readonly Placed[],
  context: ViewContext,
): Promise<MatrixCell> {
  const { header, names, links } = context
  const { messages } = header
  return {
    entity,
    row,
    column,
    counts: countByName(placed.map(({ details }) => details.status)).map(({ name, count }) => ({
      status: name,
      count,
      word: statusLabel(name, messages),
    })),
    claims: await mapInSlices(placed, ({ details, use }) => ({
      // A cell is narrow: it names one claimant, and counts the others with their stances.
      headline: headline(details, names, messages, { maxNamed: 1 }),
      use,
      status: standingName(details.status),
      href: links.page({ kind: 'claim', slug: details.claim.id }),
    })),
  }
}

/** Returns the column of a claim: its use, or what is done with the data. */
function columnOf(useId: string | null, { claim }: ClaimDetails, context: ViewContext): ViewNode {
  const [use] = useId === null ? [] : conceptNodes([useId], 'Use', context)
  if (use) return use
  const { ui } = context.header.messages
  const words: Readonly<Partial<Record<Predicate, string>>> = ui.matrixParts.predicates
  const word = words[claim.predicate]
  return word === undefined
    ? wordNode('Use:', ui.noUse, context)
    : wordNode(`Predicate:${claim.predicate}`, word, context)
}

const rowId = (dataId: string | null): string => `DataCategory:${dataId ?? ''}`

function nodeOr(id: string | null, context: ViewContext): ViewNode {
  const [node] = id === null ? [] : conceptNodes([id], 'DataCategory', context)
  return node ?? wordNode(rowId(null), context.header.messages.ui.noData, context)
}

/** Returns a node without a page. */
const wordNode = (id: string, word: string, { header }: ViewContext): ViewNode => ({
  id,
  label: capitalised(word, header.messages.tag),
  href: '#',
})
