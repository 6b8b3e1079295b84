import { allInOrder } from '../../domain/all-in-order.ts'
import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import { idsWithText } from '../../domain/ids-with-text.ts'
import { builder } from '../builder.ts'
import { AS_OF, PAGE_ARGS, SourceConnection } from './connections.ts'
import * as enums from './enums.ts'
import { listOf } from './list.ts'
import { loadCurrentSlug, loadRevision } from './load.ts'

const SourceFilterInput = builder.inputType('SourceFilter', {
  description: 'Conditions on documents. A document matches if it meets all conditions that are given.',
  fields: (t) => ({
    kinds: t.field({ type: [enums.SourceKindEnum], description: 'Kinds, one of which matches.' }),
    story: t.string({
      description:
        'Slug of a story. A document matches if an assertion on a claim of the story was read in it or passed through it (`via`), or if such a claim is about it.',
    }),
    publishedBy: t.string({ description: 'Slug of the entity that published the document.' }),
    text: t.string({ description: 'Words, or beginnings of words, all of which occur in the titles or the slug.' }),
  }),
})

builder.queryFields((t) => ({
  sources: t.field({
    type: SourceConnection,
    description: 'Documents that match a filter, one page at a time.',
    args: {
      ...PAGE_ARGS,
      filter: t.arg({
        type: SourceFilterInput,
        required: false,
        description: 'Conditions on the documents; all documents unless given.',
      }),
      orderBy: t.arg({
        type: enums.SourceOrderEnum,
        required: true,
        defaultValue: 'SLUG',
        description: 'Order of the list; slugs break ties.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      checkNotEmpty({ 'filter.kinds': args.filter?.kinds })
      const revision = await loadRevision(c, args.asOf)
      const { kinds, text, ...named } = args.filter ?? {}
      const [story, publishedBy, ids] = await allInOrder([
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
