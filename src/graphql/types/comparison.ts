import { allInOrder } from '../../domain/all-in-order.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Comparison, ComparisonCell, ComparisonRow } from '../../domain/comparison.ts'
import { DomainError } from '../../domain/errors.ts'
import { readComparison } from '../../domain/read-comparison.ts'
import type { Slug } from '../../domain/slug.ts'
import { type AtRevision, builder } from '../builder.ts'
import { ALLOWS_REPEATS, listOfAtMost } from '../limits/bound-arguments.ts'
import { PolarityEnum } from './assertion-enums.ts'
import { checkBetween } from './check-between.ts'
import { AS_OF } from './connections.ts'
import { HeadlineType, loadHeadline } from './headline.ts'
import { loadConcepts, loadCurrentSlug, loadEntity, loadRevision } from './load.ts'
import { manyClaims } from './many-claims.ts'
import { LANGUAGE } from './names.ts'
import { Claim, DataCategory, Entity, Use } from './node-types.ts'
import { StatusCount } from './stats.ts'

const MAX_ENTITIES = 5

const Row = builder.objectRef<AtRevision<ComparisonRow>>('ComparisonRow').implement({
  description: 'Row of a comparison: one data category, in the last row null for claims that name none.',
  fields: (t) => ({
    dataCategory: t.field({
      type: DataCategory,
      nullable: true,
      description: 'Data category of the row; null in the row of claims that name none.',
      resolve: async ({ value, revision }, _, c) =>
        value.dataId === null ? null : ((await loadConcepts(c, 'DataCategory', [value.dataId], revision))[0] ?? null),
    }),
    narrower: t.field({
      type: [DataCategory],
      description:
        'Data categories of other rows that are directly narrower. Their claims are not counted in this row.',
      resolve: ({ value, revision }, _, c) => loadConcepts(c, 'DataCategory', value.narrower, revision),
    }),
  }),
})
const Column = builder.objectRef<AtRevision<{ readonly useId: Slug | null }>>('ComparisonColumn').implement({
  description: 'Column of a comparison: one use, or null for claims that name none.',
  fields: (t) => ({
    use: t.field({
      type: Use,
      nullable: true,
      description: 'Use of the column; null in the column of claims that name none.',
      resolve: async ({ value, revision }, _, c) =>
        value.useId === null ? null : ((await loadConcepts(c, 'Use', [value.useId], revision))[0] ?? null),
    }),
  }),
})
const Cell = builder.objectRef<AtRevision<ComparisonCell>>('ComparisonCell').implement({
  description: 'Claims about one entity, one data category and one use. Each keeps its own status; a cell has none.',
  fields: (t) => ({
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'Subject of the claims in the cell.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.entityId, revision),
    }),
    dataCategorySlug: t.string({
      nullable: true,
      description: 'Slug of the data category of the row; null for claims that name none.',
      resolve: ({ value }) => value.dataId,
    }),
    useSlug: t.string({
      nullable: true,
      description: 'Slug of the use of the column; null for claims that name none.',
      resolve: ({ value }) => value.useId,
    }),
    counts: t.field({
      type: [StatusCount],
      description: 'Number of claims for each status and polarity that occurs, the most contested first.',
      resolve: ({ value }) => value.counts,
    }),
    polarity: t.field({
      type: PolarityEnum,
      nullable: true,
      description:
        'Side of the assertions that decide the statuses of the claims; null if claims or assertions differ, or there are none.',
      resolve: ({ value: { claims } }) => sharedPolarity(claims),
    }),
    headlines: t.field({
      type: [HeadlineType],
      description: 'Headlines of `claims`, in the same order.',
      args: LANGUAGE,
      resolve: ({ value, revision }, { language }, c) =>
        Promise.all(value.claims.map((claim) => loadHeadline(c, { value: claim, revision }, language))),
    }),
    claims: t.field({
      type: [Claim],
      description: 'Claims of the cell, the most contested first, then by slug.',
      resolve: ({ value, revision }) => value.claims.map((claim) => ({ value: claim, revision })),
    }),
  }),
})
const Matrix = builder.objectRef<AtRevision<Comparison> & { readonly complete: boolean }>('Comparison').implement({
  description: 'Matrix of data categories and uses, with the claims about one or several entities in its cells.',
  fields: (t) => ({
    rows: t.field({
      type: [Row],
      description: 'Data categories that at least one claim names, by slug.',
      resolve: ({ value, revision }) => value.rows.map((one) => ({ value: one, revision })),
    }),
    columns: t.field({
      type: [Column],
      description: 'Uses that at least one claim names, the use with the most cells first.',
      resolve: ({ value, revision }) => value.columns.map((useId) => ({ value: { useId }, revision })),
    }),
    cells: t.field({
      type: [Cell],
      description: 'Cells that contain claims, by entity, data category and use.',
      resolve: ({ value, revision }) => value.cells.map((cell) => ({ value: cell, revision })),
    }),
    complete: t.exposeBoolean('complete', {
      description: 'False if an entity has more claims than one comparison reads.',
    }),
  }),
})

builder.queryFields((t) => ({
  comparison: t.field({
    type: Matrix,
    description:
      'Comparison of entities: their claims by data category and use. Claims that name neither are left out.',
    args: {
      entities: t.arg.stringList({
        required: true,
        description: `Slugs of the entities, 1 to ${MAX_ENTITIES}, each once.`,
        extensions: { ...ALLOWS_REPEATS, ...listOfAtMost(MAX_ENTITIES) },
      }),
      ...AS_OF,
    },
    resolve: async (_, { entities, asOf }, c) => {
      checkBetween('entities', entities.length, MAX_ENTITIES)
      const revision = await loadRevision(c, asOf)
      const known = await allInOrder(entities.map((slug) => loadCurrentSlug(c, 'Entity', slug, revision, 'entities')))
      const slugs = known.flatMap((slug) => slug ?? [])
      const twice = slugs.find((slug, i) => slugs.indexOf(slug) < i)
      if (twice !== undefined) {
        const message = `entities names ${twice} more than once, by this or a former slug: name each entity once.`
        throw new DomainError('BAD_INPUT', message, { argument: 'entities' })
      }
      const { claims, complete } = await manyClaims(
        c,
        slugs.map((subject) => ({ subject })),
        revision,
      )
      c.loaders.prime(claims, revision)
      return { value: await readComparison(c.store, slugs, claims, revision), revision, complete }
    },
  }),
}))

function sharedPolarity(claims: readonly ClaimDetails[]): ClaimDetails['status']['polarity'] {
  const [first, ...others] = claims.map(({ status }) => status.polarity)
  return others.every((polarity) => polarity === first) ? (first ?? null) : null
}
