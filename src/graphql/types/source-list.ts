import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import { idsWithText } from '../../domain/ids-with-text.ts'
import { builder } from '../builder.ts'
import { AS_OF, PAGE_ARGS, SourceConnection } from './connections.ts'
import * as enums from './enums.ts'
import { listOf } from './list.ts'
import { loadCurrentSlug, loadRevision } from './load.ts'

const SourceFilterInput = builder.inputType('SourceFilter', {
  description: 'All that is given must hold; lists mean any of.',
  fields: (t) => ({
    kinds: t.field({ type: [enums.SourceKindEnum], description: 'What it is: an article, a policy, …' }),
    story: t.string({
      description: 'Slug of a story: something on its claims was read in it or came through it, or they are about it.',
    }),
    publishedBy: t.string({ description: 'Slug of the entity that published it.' }),
    text: t.string({ description: 'Words, or beginnings of words, that all stand in its titles or its slug.' }),
  }),
})

builder.queryFields((t) => ({
  sources: t.field({
    type: SourceConnection,
    description: 'Documents, found by what they are, who published them, whose story they are in and their titles.',
    args: {
      ...PAGE_ARGS,
      filter: t.arg({ type: SourceFilterInput, required: false, description: 'Which documents; all unless given.' }),
      orderBy: t.arg({
        type: enums.SourceOrderEnum,
        required: true,
        defaultValue: 'SLUG',
        description: 'In which order they come.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      checkNotEmpty({ 'filter.kinds': args.filter?.kinds })
      const revision = await loadRevision(c, args.asOf)
      const { kinds, text, ...named } = args.filter ?? {}
      const [story, publishedBy, ids] = await Promise.all([
        loadCurrentSlug(c, 'Story', named.story, revision, 'filter.story'),
        loadCurrentSlug(c, 'Entity', named.publishedBy, revision, 'filter.publishedBy'),
        idsWithText(c.store, 'Source', text, revision, 'filter.text'),
      ])
      const filter = { kinds, story, publishedBy, ids }
      const count = () => c.store.countSources(filter, revision)
      return listOf(
        c,
        args,
        (page) => c.store.sourcePage(filter, args.orderBy, page, revision),
        'Source',
        args.orderBy,
        count,
      )
    },
  }),
}))
