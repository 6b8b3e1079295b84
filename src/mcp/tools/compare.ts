import { z } from 'zod'
import { STATUSES, type Status } from '../../domain/claim-status-types.ts'
import { POLARITIES, type Polarity } from '../../domain/stance.ts'
import { COMMON_ARGUMENTS, limit, slug } from '../arguments.ts'
import { cardText } from '../card-text.ts'
import { CARD } from '../claim-card.ts'
import { REVISION, type RevisionData, type TextData } from '../claim-data.ts'
import { listText } from '../list-text.ts'
import { readClaims } from '../read-claims.ts'
import { STATE, toState } from '../result-state.ts'
import type { QueryDocument } from '../run-query.ts'
import { createTool } from '../tool.ts'

interface NamedData {
  readonly slug: string
  readonly name: TextData
}

interface CellData {
  readonly entity: NamedData | null
  readonly dataCategorySlug: string | null
  readonly useSlug: string | null
  readonly counts: readonly { readonly status: Status; readonly polarity: Polarity | null; readonly count: number }[]
  readonly claims: readonly { readonly slug: string }[]
}

interface ComparisonData extends RevisionData {
  readonly comparison: {
    readonly rows: readonly { readonly dataCategory: NamedData | null }[]
    readonly columns: readonly { readonly use: NamedData | null }[]
    readonly cells: readonly CellData[]
    readonly complete: boolean
  }
}

const COMPARISON: QueryDocument<ComparisonData> = {
  text: `query Comparison($entities: [String!]!, $language: String!, $asOf: DateTime) {
  ${REVISION}
  comparison(entities: $entities, asOf: $asOf) {
    rows { dataCategory { slug name(language: $language) { value } } }
    columns { use { slug name(language: $language) { value } } }
    cells {
      entity { slug name(language: $language) { value } }
      dataCategorySlug useSlug
      counts { status polarity count }
      claims { slug }
    }
    complete
  }
}`,
}

const MAX_ENTITIES = 5

const NAMED = z.strictObject({ slug: z.string(), name: z.string() })

const CELL = z.strictObject({
  entity: NAMED,
  dataCategory: NAMED.nullable().describe('Kind of data; null for claims that name none.'),
  use: NAMED.nullable().describe('Use; null for claims that name none.'),
  counts: z.array(
    z.strictObject({ status: z.enum(STATUSES), polarity: z.enum(POLARITIES).nullable(), count: z.int() }),
  ),
  claims: z.array(CARD),
})

export const compare = createTool({
  name: 'compare',
  title: 'Comparison',
  description:
    'Compares entities by kind of data and use: the claims about each of them, cell by cell. Each claim keeps its own status; a cell has none.',
  input: z.strictObject({
    entities: z.array(slug).min(1).max(MAX_ENTITIES).describe('Slugs of the entities, each once.'),
    dataCategory: slug.describe('Slug of a kind of data: cells of it alone.').optional(),
    use: slug.describe('Slug of a use: cells of it alone.').optional(),
    limit: limit(60, 20).describe('Number of claims at most, in all cells together.'),
    ...COMMON_ARGUMENTS,
  }),
  output: z.strictObject({
    state: STATE,
    cells: z.array(CELL),
    cellsLeftOut: z.int().describe('Number of further cells: name a kind of data or a use, or give a higher limit.'),
    complete: z.boolean().describe('False if cells are left out, or an entity has more claims than are compared.'),
  }),
  run: async (request) => {
    const { given, words, asOf, read } = request
    const { data } = await read(COMPARISON, { entities: given.entities })
    const { rows, columns, cells, complete } = data.comparison
    const wanted = cells.filter(
      ({ dataCategorySlug, useSlug }) =>
        (given.dataCategory === undefined || given.dataCategory === dataCategorySlug) &&
        (given.use === undefined || given.use === useSlug),
    )
    const shown = firstCells(wanted, given.limit)
    const slugs = shown.flatMap(({ claims }) => claims.map((one) => one.slug))
    const cards = await readClaims(request, slugs, data)
    const named = namesOf([...rows.map((one) => one.dataCategory), ...columns.map((one) => one.use)])
    const found = shown.flatMap(({ entity, dataCategorySlug, useSlug, counts, claims }) =>
      entity === null
        ? []
        : [
            {
              entity: { slug: entity.slug, name: entity.name.value },
              dataCategory: named(dataCategorySlug),
              use: named(useSlug),
              counts: counts.map(({ status, polarity, count }) => ({ status, polarity, count })),
              claims: claims.flatMap((one) => cards.get(one.slug) ?? []),
            },
          ],
    )
    const state = toState(data, asOf)
    const cellsLeftOut = wanted.length - shown.length
    const isComplete = complete && cellsLeftOut === 0
    const items = found.map(({ entity, dataCategory, use, claims }) =>
      [
        words.cell(entity.name, dataCategory?.name ?? words.none, use?.name ?? words.none),
        ...claims.map((card) => cardText(card, words)),
      ].join('\n'),
    )
    return {
      structured: { state, cells: found, cellsLeftOut, complete: isComplete },
      text: listText({ state, items, total: wanted.length, complete: isComplete }, words),
    }
  },
})

/** Returns cells up to a number of claims. All are complete, but the first is cut if it has more claims. */
function firstCells(cells: readonly CellData[], maxClaims: number): readonly CellData[] {
  let left = maxClaims
  const shown: CellData[] = []
  for (const cell of cells) {
    if (shown.length > 0 && cell.claims.length > left) break
    shown.push({ ...cell, claims: cell.claims.slice(0, left) })
    left -= cell.claims.length
    if (left <= 0) break
  }
  return shown
}

function namesOf(things: readonly (NamedData | null)[]) {
  const known = new Map(things.flatMap((one) => (one ? [[one.slug, one.name.value] as const] : [])))
  return (found: string | null): { slug: string; name: string } | null =>
    found === null ? null : { slug: found, name: known.get(found) ?? found }
}
