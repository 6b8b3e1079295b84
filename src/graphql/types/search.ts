import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import { matchIn, readMatches } from '../../domain/read-matches.ts'
import { searchFor } from '../../domain/search-for.ts'
import type { SearchMatch as Match } from '../../domain/search-rank.ts'
import { type FoundThing, MAX_FOUND } from '../../domain/store/search-candidate.ts'
import type { TextRange } from '../../text/highlights.ts'
import { type AtRevision, builder } from '../builder.ts'
import { nameOfList, pageOfSorted, toConnection, toPageRequest } from '../connection.ts'
import { MAX_TEXT } from '../limits/bound-arguments.ts'
import { mapMaybePromise } from '../maybe-promise.ts'
import { PolarityEnum } from './assertion-enums.ts'
import { AS_OF, connectionType, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { HeadlineType, loadHeadlineOf } from './headline.ts'
import { loadClaim, loadRevision } from './load.ts'
import { LANGUAGE } from './names.ts'
import { readThing } from './node.ts'
import { Node } from './node-types.ts'

const Highlight = builder.objectRef<TextRange>('Highlight').implement({
  description: 'Place of a found word in the matched text, in Unicode code points, not UTF-16 units.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Offset of the first character, from 0.' }),
    end: t.exposeInt('end', { description: 'Offset after the last character.' }),
  }),
})
const SearchMatch = builder.objectRef<Match>('SearchMatch').implement({
  description: 'Text of an object in which the words were found.',
  fields: (t) => ({
    field: t.field({
      type: enums.SearchFieldEnum,
      resolve: (m) => m.field.field,
    }),
    value: t.string({ description: 'Text as stored, not shortened.', resolve: (m) => m.field.value }),
    language: t.string({
      nullable: true,
      description: 'Language of the text (BCP 47); null for slugs and external ids.',
      resolve: (m) => m.field.language,
    }),
    highlights: t.field({
      type: [Highlight],
      description: 'Words of the text that begin with a searched word, in order.',
      resolve: (m) => m.highlights,
    }),
  }),
})
interface Hit extends AtRevision<FoundThing> {
  /** Reads the texts of all results of the page at the first call. */
  readonly match: () => Promise<Match>
}
const Hit = builder.objectRef<Hit>('SearchHit')
Hit.implement({
  description: 'One result of a search, with the text that matched.',
  fields: (t) => ({
    kind: t.field({
      type: enums.ThingKindEnum,
      resolve: ({ value }) => value.kind,
    }),
    slug: t.string({ resolve: ({ value }) => value.id }),
    node: t.field({
      type: Node,
      nullable: true,
      description: 'Object that was found, with all its fields.',
      resolve: ({ value, revision }, _, c) => readThing(c, value, revision),
    }),
    headline: t.field({
      type: HeadlineType,
      nullable: true,
      description: 'Headline of a claim that was found; null for other objects.',
      args: LANGUAGE,
      resolve: ({ value, revision }, { language }, c) =>
        value.kind === 'Claim' ? loadHeadlineOf(c, value.id, revision, language) : null,
    }),
    polarity: t.field({
      type: PolarityEnum,
      nullable: true,
      description:
        'Side of the assertions that decide the status of a claim that was found; null if they take both sides or none, and for other objects.',
      resolve: ({ value, revision }, _, c) =>
        value.kind === 'Claim'
          ? mapMaybePromise(loadClaim(c, value.id, revision), (claim) => claim?.value.status.polarity ?? null)
          : null,
    }),
    match: t.field({
      type: SearchMatch,
      description: 'Best match among the texts of the object; others may match too.',
      resolve: ({ match }) => match(),
    }),
  }),
})
const SearchConnection = connectionType('SearchHit', Hit)

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnection,
    description:
      'Objects whose texts contain all the words, or words that begin with them; the best match first. Case, diacritics, apostrophes and width do not matter, any part of a text in a script without spaces is found, and all languages are searched.',
    args: {
      text: t.arg.string({
        required: true,
        description: `Words to search for: at most ${MAX_TEXT['text']} characters, of which the first 8 words count. A text in a script without spaces counts as one word for each 6 characters.`,
      }),
      kinds: t.arg({
        type: [enums.ThingKindEnum],
        required: false,
        description: 'Kinds of objects to search; all unless given.',
      }),
      language: t.arg.string({
        required: true,
        defaultValue: 'en',
        description: 'Language (BCP 47) whose texts come first among equal matches; all languages are searched.',
      }),
      ...PAGE_ARGS,
      ...AS_OF,
    },
    resolve: async (_, { text, kinds, language, asOf, ...page }, c) => {
      checkNotEmpty({ kinds })
      const list = nameOfList('search', { text, kinds, language })
      const request = toPageRequest(page, list)
      const revision = await loadRevision(c, asOf)
      // The last results, and those after a cursor, are among all; the first page needs one more than it has.
      const limit = request.backwards || request.cursor !== null ? MAX_FOUND : request.limit + 1
      const { terms, things, total, complete } = await searchFor(text, (terms) =>
        c.store.search({ terms, language, kinds: kinds ?? null, limit }, revision),
      )
      const found = pageOfSorted(things, request)
      let reading: Promise<ReadonlyMap<FoundThing, Match>> | null = null
      const matches = () => (reading ??= readMatches(c.store, found.items, { terms, language }, revision))
      const items = found.items.map((value) => ({
        value,
        revision,
        match: async () => matchIn(await matches(), value),
      }))
      return { ...toConnection({ ...found, items, revision }, request, list, async () => total), complete }
    },
  }),
}))
