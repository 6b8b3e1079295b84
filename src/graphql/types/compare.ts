import { type Comparison, type ComparisonCell, type ComparisonRow, compare } from '../../domain/comparison.ts'
import { type AtRevision, builder } from '../builder.ts'
import { listOfAtMost } from '../limits/bound-arguments.ts'
import { checkBetween } from './check-between.ts'
import { AS_OF } from './connections.ts'
import { loadConcepts, loadCurrentSlug, loadEntity, loadRevision } from './load.ts'
import { manyClaims } from './many-claims.ts'
import { Claim, DataCategory, Entity, Use } from './node-types.ts'
import { StatusCount } from './stats.ts'

const MAX_ENTITIES = 5

const Row = builder.objectRef<AtRevision<ComparisonRow>>('ComparisonRow').implement({
  description: 'A kind of data; the row of claims that name none has null.',
  fields: (t) => ({
    dataCategory: t.field({
      type: DataCategory,
      nullable: true,
      description: 'Which data; null where none is named.',
      resolve: async ({ value, revision }, _, c) =>
        value.dataId === null ? null : ((await loadConcepts(c, 'DataCategory', [value.dataId], revision))[0] ?? null),
    }),
    narrower: t.field({
      type: [DataCategory],
      description: 'Rows of this matrix that are directly narrower; this row counts only what was said of itself.',
      resolve: ({ value, revision }, _, c) => loadConcepts(c, 'DataCategory', value.narrower, revision),
    }),
  }),
})
const Column = builder.objectRef<AtRevision<{ readonly useId: string | null }>>('ComparisonColumn').implement({
  description: 'A use; the column of claims that state none has null.',
  fields: (t) => ({
    use: t.field({
      type: Use,
      nullable: true,
      description: 'For which use; null where none is stated.',
      resolve: async ({ value, revision }, _, c) =>
        value.useId === null ? null : ((await loadConcepts(c, 'Use', [value.useId], revision))[0] ?? null),
    }),
  }),
})
const Cell = builder.objectRef<AtRevision<ComparisonCell>>('ComparisonCell').implement({
  description: 'What is said of one entity, one kind of data and one use. Each claim keeps its own status.',
  fields: (t) => ({
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'Of which entity.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.entityId, revision),
    }),
    dataCategory: t.string({
      nullable: true,
      description: 'Slug of its row; null for no data named.',
      resolve: ({ value }) => value.dataId,
    }),
    use: t.string({
      nullable: true,
      description: 'Slug of its column; null for no use stated.',
      resolve: ({ value }) => value.useId,
    }),
    counts: t.field({
      type: [StatusCount],
      description: 'How many of its claims have each status, the most contested first.',
      resolve: ({ value }) => value.counts,
    }),
    claims: t.field({
      type: [Claim],
      description: 'Its claims, the most contested first.',
      resolve: ({ value, revision }) => value.claims.map((claim) => ({ value: claim, revision })),
    }),
  }),
})
const Matrix = builder.objectRef<AtRevision<Comparison> & { readonly complete: boolean }>('Comparison').implement({
  description: 'Data by use, for one entity or several.',
  fields: (t) => ({
    rows: t.field({
      type: [Row],
      description: 'Kinds of data that something was said of.',
      resolve: ({ value, revision }) => value.rows.map((row) => ({ value: row, revision })),
    }),
    columns: t.field({
      type: [Column],
      description: 'Uses that something was said of, those that fill most cells first.',
      resolve: ({ value, revision }) => value.columns.map((useId) => ({ value: { useId }, revision })),
    }),
    cells: t.field({
      type: [Cell],
      description: 'What is said, by entity, data and use; a cell that is missing holds no claims.',
      resolve: ({ value, revision }) => value.cells.map((cell) => ({ value: cell, revision })),
    }),
    complete: t.exposeBoolean('complete', { description: 'False where an entity has more claims than were read.' }),
  }),
})

builder.queryFields((t) => ({
  compare: t.field({
    type: Matrix,
    description: 'What is said of some entities side by side: a matrix of kinds of data and uses.',
    args: {
      entities: t.arg.stringList({
        required: true,
        description: `Slugs of the entities, 1 to ${MAX_ENTITIES}.`,
        extensions: listOfAtMost(MAX_ENTITIES),
      }),
      ...AS_OF,
    },
    resolve: async (_, { entities, asOf }, c) => {
      checkBetween('entities', entities.length, MAX_ENTITIES)
      const revision = await loadRevision(c, asOf)
      const known = await Promise.all(entities.map((slug) => loadCurrentSlug(c, 'Entity', slug, revision, 'entities')))
      const slugs = known.flatMap((slug) => slug ?? [])
      const [{ claims, complete }, categories] = await Promise.all([
        manyClaims(
          c,
          slugs.map((subject) => ({ subject })),
          revision,
        ),
        c.store.concepts('DataCategory', revision),
      ])
      c.loaders.prime(claims, revision)
      return { value: compare(slugs, claims, categories), revision, complete }
    },
  }),
}))
