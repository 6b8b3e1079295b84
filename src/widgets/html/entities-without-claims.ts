import type { MatrixView, ViewNode } from '../view/view.ts'
import { el, type Markup } from './markup.ts'
import { nodeLink } from './node-link.ts'

/**
 * Returns a line for each compared entity that has no claim in some or all rows of the table: once for all rows, since a
 * line in each row hides the rows with claims. Some rows are named in a closed element.
 */
export function entitiesWithoutClaims({
  header,
  entities,
  rows,
  cells,
  saysAbsent,
}: MatrixView): readonly (Markup | false)[] {
  if (!saysAbsent) return []
  const { matrixParts } = header.messages.ui
  const kinds = rows.filter(isKind)
  return entities.map((entity) => {
    const own = cells.filter((cell) => cell.entity === entity.id)
    const absent = kinds.filter(({ id }) => !own.some(({ row }) => row === id))
    if (own.length === 0) return el('p', { class: 'sanad-absent' }, matrixParts.noKind(entity.label))
    return (
      absent.length > 0 &&
      el(
        'details',
        { class: 'sanad-absent' },
        el('summary', {}, matrixParts.notOf(entity.label, absent.length, kinds.length)),
        el(
          'ul',
          {},
          absent.map((row) => el('li', {}, nodeLink(row))),
        ),
      )
    )
  })
}

/** False for the row of claims that name no data. */
const isKind = ({ href }: ViewNode): boolean => href !== '#'
