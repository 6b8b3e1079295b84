import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import type { EntityKind } from '../../domain/entity.ts'
import { idsWithText } from '../../domain/ids-with-text.ts'
import type { EntityFilter } from '../../domain/store/entity-filter.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { AS_OF, EntityConnection, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { listOf } from './list.ts'
import { loadCurrentSlug, loadRevision } from './load.ts'

const EntityFilterInput = builder.inputType('EntityFilter', {
  description: 'All that is given must hold; lists mean any of.',
  fields: (t) => ({
    kinds: t.field({ type: [enums.EntityKindEnum], description: 'What it is: a person, an organization, …' }),
    story: t.string({
      description:
        'Slug of a story: its claims name it, it said something on them or passed that on, or its confirmation is missing.',
    }),
    text: t.string({
      description:
        'Words, or beginnings of words, that all stand in its names, its slug or what it is called elsewhere.',
    }),
  }),
})

builder.queryFields((t) => ({
  entities: t.field({
    type: EntityConnection,
    description: 'Entities, found by what they are, whose story they are in and what they are called.',
    args: {
      ...PAGE_ARGS,
      filter: t.arg({ type: EntityFilterInput, required: false, description: 'Which entities; all unless given.' }),
      kinds: t.arg({
        type: [enums.EntityKindEnum],
        required: false,
        description: 'Only these kinds.',
        deprecationReason: 'filter.kinds says the same; where both are given, both must hold.',
      }),
      orderBy: t.arg({
        type: enums.EntityOrderEnum,
        required: true,
        defaultValue: 'SLUG',
        description: 'In which order they come.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      checkNotEmpty({ 'filter.kinds': args.filter?.kinds, kinds: args.kinds })
      const revision = await loadRevision(c, args.asOf)
      const filter = await toFilter(c, args, revision)
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

interface ListArguments {
  readonly kinds?: readonly EntityKind[] | null | undefined
  readonly filter?:
    | (Pick<EntityFilter, 'kinds' | 'story'> & { readonly text?: string | null | undefined })
    | null
    | undefined
}

async function toFilter(c: Context, { kinds, filter }: ListArguments, revision: number): Promise<EntityFilter> {
  const [story, ids] = await Promise.all([
    loadCurrentSlug(c, 'Story', filter?.story, revision, 'filter.story'),
    idsWithText(c.store, 'Entity', filter?.text, revision, 'filter.text'),
  ])
  const own = filter?.kinds ?? null
  return { story, ids, kinds: kinds == null ? own : kinds.filter((kind) => own === null || own.includes(kind)) }
}
