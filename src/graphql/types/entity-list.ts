import { allInOrder } from '../../domain/all-in-order.ts'
import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import { idsWithText } from '../../domain/ids-with-text.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { EntityFilter } from '../../domain/store/entity-filter.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { AS_OF, EntityConnection, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { listOf } from './list.ts'
import { loadCurrentSlug, loadRevision } from './load.ts'

const EntityFilterInput = builder.inputType('EntityFilter', {
  description: 'Conditions on entities. An entity matches if it meets all conditions that are given.',
  fields: (t) => ({
    kinds: t.field({ type: [enums.EntityKindEnum], description: 'Kinds, one of which matches.' }),
    story: t.string({
      description:
        'Slug of a story. An entity matches if a claim of the story names it, or if it is claimant, intermediary (`via`) or missing confirmation (`missingFrom`) of an assertion on one.',
    }),
    text: t.string({
      description: 'Words, or beginnings of words, all of which occur in the names, the slug or the external ids.',
    }),
  }),
})

builder.queryFields((t) => ({
  entities: t.field({
    type: EntityConnection,
    description: 'Entities that match a filter, one page at a time.',
    args: {
      ...PAGE_ARGS,
      filter: t.arg({
        type: EntityFilterInput,
        required: false,
        description: 'Conditions on the entities; all entities unless given.',
      }),
      orderBy: t.arg({
        type: enums.EntityOrderEnum,
        required: true,
        defaultValue: 'SLUG',
        description: 'Order of the list; slugs break ties.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      checkNotEmpty({ 'filter.kinds': args.filter?.kinds })
      const revision = await loadRevision(c, args.asOf)
      const filter = await toFilter(c, args.filter, revision)
      const count = () => c.store.countEntities(filter, revision)
      return listOf(
        c,
        args,
        (page) => c.store.entityPage(filter, args.orderBy, page, revision),
        'Entity',
        args.orderBy,
        count,
      )
    },
  }),
}))

type Conditions = Pick<EntityFilter, 'kinds'> & {
  readonly story?: string | null | undefined
  readonly text?: string | null | undefined
}

async function toFilter(
  c: Context,
  filter: Conditions | null | undefined,
  revision: RevisionNumber,
): Promise<EntityFilter> {
  const [story, ids] = await allInOrder([
    loadCurrentSlug(c, 'Story', filter?.story, revision, 'filter.story'),
    idsWithText(c.store, 'Entity', filter?.text, revision, 'filter.text'),
  ])
  return { story, ids, kinds: filter?.kinds ?? null }
}
