import { statusBadge } from './claim-list.ts'
import { el, join, type Markup } from './markup.ts'
import type { MatrixCell, MatrixView, ViewNode } from './view.ts'

/**
 * Data by use as a table, one for each entity. A cell counts its claims by status, the most contested first, and lists
 * them: they are never merged into one status.
 */
export function matrixTable(view: MatrixView, idPrefix: string): Markup {
  const several = view.entities.length > 1
  return el(
    'div',
    { id: `${idPrefix}list`, class: 'sanad-matrix' },
    view.entities.map((entity) => entityTable(view, entity, several)),
  )
}

function entityTable(view: MatrixView, entity: ViewNode, named: boolean): Markup | null {
  const { ui } = view.frame.messages
  const cells = view.cells.filter((cell) => cell.entity === entity.id)
  if (cells.length === 0 && view.entities.length > 1) return el('p', {}, `${entity.label}: ${ui.noClaims}`)
  const columns = view.columns.filter((column) => cells.some((cell) => cell.column === column.id))
  const rows = view.rows.filter((row) => cells.some((cell) => cell.row === row.id))
  // A wide table scrolls in its own box, which the keyboard must reach: the page never scrolls sideways.
  return el(
    'div',
    { class: 'sanad-scroll', tabindex: 0, role: 'region', 'aria-label': `${ui.matrix}: ${entity.label}` },
    el(
      'table',
      {},
      el('caption', {}, named ? `${entity.label}: ${ui.matrix}` : ui.matrix),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, `${ui.data} × ${ui.use}`),
          columns.map((column) => el('th', { scope: 'col' }, nodeLink(column))),
        ),
      ),
      el(
        'tbody',
        {},
        rows.map((row) =>
          el(
            'tr',
            {},
            el(
              'th',
              { scope: 'row' },
              nodeLink(row),
              row.narrower.length > 0 &&
                el(
                  'small',
                  {},
                  ` ${ui.narrower}: `,
                  row.narrower.map((node, i) => [i > 0 && ', ', nodeLink(node)]),
                ),
            ),
            columns.map((column) =>
              el('td', {}, cellContent(cells.find((c) => c.row === row.id && c.column === column.id))),
            ),
          ),
        ),
      ),
    ),
  )
}

function cellContent(cell: MatrixCell | undefined): Markup | null {
  if (!cell) return null
  return join(
    el(
      'ul',
      { class: 'sanad-counts' },
      cell.counts.map(({ status, word, count }) => el('li', {}, statusBadge(status, `${count} ${word}`))),
    ),
    el(
      'ul',
      { class: 'sanad-cell' },
      cell.claims.map((claim) =>
        el('li', {}, el('a', { href: claim.href, target: '_top' }, `${claim.proposition} (${claim.statusWord})`)),
      ),
    ),
  )
}

const nodeLink = (node: ViewNode): Markup | string =>
  node.href === '#' ? node.label : el('a', { href: node.href, target: '_top' }, node.label)
