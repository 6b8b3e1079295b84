import { STANDING_NAMES } from '../../domain/standing.ts'
import { statusLabel } from '../../sentences/status-label.ts'
import { mapInSlices } from '../../thread/slices.ts'
import type { MatrixCell, MatrixRow, MatrixView, ViewNode } from '../view/view.ts'
import { entitiesWithoutClaims } from './entities-without-claims.ts'
import { statusAndBy } from './headline-line.ts'
import { el, type Markup } from './markup.ts'
import { nodeLink } from './node-link.ts'
import { standingKey } from './status-badge.ts'

/** Rows before the others fold: twice as many where an entity would otherwise have none in sight. */
const SHOWN_ROWS = 12

/**
 * Returns data by use as a table of marks. A cell opens on a tap, and by Enter or Space, to its claims with their
 * headlines, the most contested first; it never merges statuses. On a narrow screen the style sheet shows a block for
 * each category, with words beside the marks.
 */
export async function matrixTable(view: MatrixView, idPrefix: string): Promise<Markup> {
  const { ui } = view.header.messages
  const entities = view.entities.filter(({ id }) => view.saysAbsent || view.cells.some((cell) => cell.entity === id))
  const names = entities.map(({ label }) => label).join(' · ')
  const caption = `${ui.matrix}: ${names}`
  const first = new Set(view.rows.slice(0, SHOWN_ROWS).map(({ id }) => id))
  const inSight = new Set(view.cells.flatMap(({ row, entity }) => (first.has(row) ? [entity] : [])))
  const place = view.cells.every(({ entity }) => inSight.has(entity)) ? SHOWN_ROWS : 2 * SHOWN_ROWS
  const [shown, later] = [view.rows.slice(0, place), view.rows.slice(place)]
  const present = STANDING_NAMES.filter((status) =>
    view.cells.some(({ counts }) => counts.some((count) => count.status === status)),
  )
  return el(
    'div',
    { id: `${idPrefix}list`, class: 'sanad-matrix' },
    ...entitiesWithoutClaims(view),
    await table(view, shown, entities, caption, `${idPrefix}cell`),
    later.length > 0 &&
      el(
        'details',
        { class: 'sanad-later' },
        el('summary', {}, ui.matrixParts.moreKinds(later.length)),
        await table(view, later, entities, caption, `${idPrefix}cell`),
      ),
    el(
      'ul',
      { class: 'sanad-key' },
      present.map((status) => el('li', {}, standingKey(status, statusLabel(status, view.header.messages)))),
    ),
  )
}

async function table(
  view: MatrixView,
  rows: readonly MatrixRow[],
  entities: readonly ViewNode[],
  caption: string,
  group: string,
): Promise<Markup> {
  const { ui } = view.header.messages
  const several = entities.length > 1
  return el(
    'table',
    {},
    el('caption', { class: 'sanad-hidden' }, caption),
    // A browser that knows the number of columns does not move them while the head of the table arrives.
    el('colgroup', {}, el('col', {}), several && el('col', {}), el('col', { span: view.columns.length })),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('td', {}),
        several && el('td', {}),
        view.columns.map((column) => el('th', { scope: 'col' }, el('span', {}, nodeLink(column)))),
      ),
    ),
    await mapInSlices(rows, async (row) => {
      const own = entities.filter(({ id }) => view.cells.some((cell) => cell.entity === id && cell.row === row.id))
      const head = el(
        'th',
        { scope: 'rowgroup', rowspan: own.length, class: row.isNarrower ? 'sanad-of sanad-narrower' : 'sanad-of' },
        row.isNarrower && el('span', { class: 'sanad-hidden' }, `${ui.narrower}: `),
        nodeLink(row),
      )
      return el(
        'tbody',
        {},
        await mapInSlices(own, (entity, i = own.indexOf(entity)) =>
          entityRow(
            view,
            row,
            entity,
            [i === 0 && head, several && el('th', { scope: 'row', class: 'sanad-whose' }, nodeLink(entity))],
            group,
          ),
        ),
      )
    }),
  )
}

function entityRow(
  view: MatrixView,
  row: MatrixRow,
  entity: ViewNode,
  heads: readonly (Markup | false)[],
  group: string,
): Markup {
  const cells = view.cells.filter((cell) => cell.row === row.id && cell.entity === entity.id)
  return el(
    'tr',
    {},
    heads,
    view.columns.map((column) => {
      const cell = cells.find((one) => one.column === column.id)
      return el('td', {}, cell ? cellContent(cell, row, column, group) : null)
    }),
  )
}

/** Marks of a cell, which open to its claims. Cells of one table close each other. */
const cellContent = ({ counts, claims }: MatrixCell, row: ViewNode, column: ViewNode, group: string): Markup =>
  el(
    'details',
    { class: 'sanad-cell', name: group },
    el(
      'summary',
      {},
      el('span', { class: 'sanad-use' }, column.label),
      el(
        'span',
        { class: 'sanad-marks' },
        counts.map(({ status, word, count }) =>
          standingKey(status, el('span', {}, count, el('span', { class: 'sanad-word' }, ` ${word} `))),
        ),
        counts.length > 2 && el('span', { class: 'sanad-more', 'aria-hidden': 'true' }, `+${counts.length - 2}`),
      ),
    ),
    el(
      'div',
      { class: 'sanad-panel' },
      el('p', {}, `${row.label} · ${column.label}`),
      el(
        'ul',
        {},
        claims.map(({ headline, use, status, href }) =>
          el(
            'li',
            {},
            use !== '' && `${use}: `,
            el('a', { href }, headline.proposition),
            ' ',
            el('span', { class: 'sanad-by' }, statusAndBy(headline, status)),
          ),
        ),
      ),
    ),
  )
