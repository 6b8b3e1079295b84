import { mapInSlices } from '../../thread/slices.ts'
import type { MatrixCell, MatrixView, ViewNode } from '../view/view.ts'
import { statusAndBy } from './headline-line.ts'
import { el, type Markup } from './markup.ts'

/**
 * Returns data by use as one table. Each data category has a line for each entity. A cell lists its claims with their
 * headlines, the most contested first; it never merges statuses. On a narrow screen the style sheet shows a list
 * for each category.
 */
export async function matrixTable(view: MatrixView, idPrefix: string): Promise<Markup> {
  const { ui } = view.header.messages
  const { cells } = view
  const entities = view.entities.filter(({ id }) => view.saysAbsent || cells.some((cell) => cell.entity === id))
  const several = entities.length > 1
  const names = entities.map(({ label }) => label).join(' · ')
  const entitiesOf = (row: ViewNode): readonly ViewNode[] =>
    entities.filter(({ id }) => view.saysAbsent || cells.some((cell) => cell.entity === id && cell.row === row.id))
  // A wide table scrolls in its own box, which takes the keyboard focus, so that the page never scrolls sideways.
  return el(
    'div',
    { id: `${idPrefix}list`, class: 'sanad-matrix' },
    el(
      'div',
      { class: 'sanad-scroll', tabindex: 0, role: 'region', 'aria-label': `${ui.matrix}: ${names}` },
      el(
        'table',
        {},
        el('caption', {}, `${ui.matrix}: ${names}`),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            el('th', { scope: 'col', class: 'sanad-of' }, ui.data),
            several && el('th', { scope: 'col', class: 'sanad-whose' }, ui.entity),
            view.columns.map((column) => el('th', { scope: 'col' }, `${ui.use}: `, nodeLink(column))),
          ),
        ),
        await mapInSlices(view.rows, (row) => rowGroup(view, row, entitiesOf(row), several)),
      ),
    ),
  )
}

async function rowGroup(
  view: MatrixView,
  row: MatrixView['rows'][number],
  entities: readonly ViewNode[],
  several: boolean,
): Promise<Markup> {
  const { ui } = view.header.messages
  const head = el(
    'th',
    { scope: 'rowgroup', rowspan: entities.length, class: 'sanad-of' },
    nodeLink(row),
    row.narrower.length > 0 &&
      el(
        'small',
        {},
        `${ui.narrower}: `,
        row.narrower.map((node, i) => [i > 0 && ', ', nodeLink(node)]),
      ),
  )
  return el(
    'tbody',
    {},
    await mapInSlices(entities, (entity) => entityRow(view, row, entity, entity === entities[0] && head, several)),
  )
}

function entityRow(view: MatrixView, row: ViewNode, entity: ViewNode, head: Markup | false, several: boolean): Markup {
  const { ui } = view.header.messages
  const cells = view.cells.filter((cell) => cell.row === row.id && cell.entity === entity.id)
  return el(
    'tr',
    {},
    head,
    several && el('th', { scope: 'row', class: 'sanad-whose' }, nodeLink(entity)),
    cells.length === 0
      ? el('td', { class: 'sanad-none', colspan: view.columns.length }, ui.noSuchHere)
      : view.columns.map((column) => {
          const cell = cells.find((one) => one.column === column.id)
          // Narrow screens show this name, since they have no heads of columns.
          return el('td', { 'data-use': cell ? `${ui.use}: ${column.label}` : null }, cell ? cellContent(cell) : null)
        }),
  )
}

const cellContent = ({ claims }: MatrixCell): Markup =>
  el(
    'ul',
    { class: 'sanad-cell' },
    claims.map(({ headline, status, href }) =>
      el(
        'li',
        {},
        el('a', { href, target: '_top' }, headline.proposition),
        ' ',
        el('span', { class: 'sanad-by' }, statusAndBy(headline, status)),
      ),
    ),
  )

const nodeLink = (node: ViewNode): Markup | string =>
  node.href === '#' ? node.label : el('a', { href: node.href, target: '_top' }, node.label)
