import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import { rankHits, type SearchHit, type TextRange } from '../../domain/search-rank.ts'
import type { SearchField } from '../../domain/store/search-candidate.ts'
import { queryTerms } from '../../text/fold.ts'
import { type AtRevision, builder } from '../builder.ts'
import { nameOfList, pageOfSorted, toConnection, toPageRequest } from '../connection.ts'
import { MAX_TEXT } from '../limits/bound-arguments.ts'
import { AS_OF, connectionType, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { loadRevision } from './load.ts'
import { LANGUAGE } from './names.ts'
import { readThing } from './node.ts'
import { Node } from './node-types.ts'

const Highlight = builder.objectRef<TextRange>('Highlight').implement({
  description: 'Where a searched word stands in the matched text: Unicode code points, the end exclusive.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins: how many code points stand before it.' }),
    end: t.exposeInt('end', { description: 'Where it ends, exclusive.' }),
  }),
})
const Match = builder
  .objectRef<{ readonly field: SearchField; readonly highlights: readonly TextRange[] }>('Match')
  .implement({
    description: 'The text by which something was found.',
    fields: (t) => ({
      field: t.field({
        type: enums.SearchFieldEnum,
        description: 'What the text is to the thing: its name, a quote, …',
        resolve: (m) => m.field.field,
      }),
      value: t.string({ description: 'The text, as it stands in the record.', resolve: (m) => m.field.value }),
      language: t.string({
        nullable: true,
        description: 'Its language (BCP 47); null for keys and outside ids.',
        resolve: (m) => m.field.language,
      }),
      highlights: t.field({
        type: [Highlight],
        description: 'Where the searched words stand in it.',
        resolve: (m) => m.highlights,
      }),
    }),
  })
const Hit = builder.objectRef<AtRevision<SearchHit>>('SearchHit')
Hit.implement({
  description: 'Something that was found, and why.',
  fields: (t) => ({
    kind: t.field({
      type: enums.ThingKindEnum,
      description: 'What kind of thing.',
      resolve: ({ value }) => value.kind,
    }),
    slug: t.string({ description: 'Slug of what was found.', resolve: ({ value }) => value.id }),
    thing: t.field({
      type: Node,
      nullable: true,
      description: 'The thing, to read more of it.',
      resolve: ({ value, revision }, _, c) => readThing(c, `${value.kind}:${value.id}`, revision),
    }),
    match: t.field({
      type: Match,
      description: 'The text that fits best.',
      resolve: ({ value }) => ({ field: value.matched, highlights: value.highlights }),
    }),
  }),
})
const SearchConnection = connectionType('SearchHit', Hit)

const MAX_CANDIDATES = 1000

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnection,
    description: 'Whatever holds all the words, or beginnings of words, case and diacritics aside; best first.',
    args: {
      text: t.arg.string({
        required: true,
        description: `What to look for; ${MAX_TEXT['text']} characters, 8 words count.`,
      }),
      kinds: t.arg({ type: [enums.ThingKindEnum], required: false, description: 'Only these kinds.' }),
      ...LANGUAGE,
      ...PAGE_ARGS,
      ...AS_OF,
    },
    resolve: async (_, { text, kinds, language, asOf, ...page }, c) => {
      checkNotEmpty({ kinds })
      const list = nameOfList('search', { text, kinds, language })
      const request = toPageRequest(page, list)
      const terms = queryTerms(text)
      const revision = await loadRevision(c, asOf)
      const { candidates, complete } = await c.store.searchCandidates(terms, kinds ?? null, MAX_CANDIDATES, revision)
      const hits = rankHits(candidates, terms, language)
      const found = pageOfSorted(hits, request)
      const items = found.items.map((value) => ({ value, revision }))
      return { ...toConnection({ ...found, items }, request, list, async () => hits.length), complete }
    },
  }),
}))
