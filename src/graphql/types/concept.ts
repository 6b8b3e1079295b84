import { narrowerOf } from '../../domain/concept-tree.ts'
import { pickText } from '../../text/languages.ts'
import { builder } from '../builder.ts'
import { AS_OF, ClaimConnection, PAGE_ARGS } from './connections.ts'
import { loadClaimsBelow, loadConcepts, loadRevision } from './load.ts'
import { ExternalIdType, LANGUAGE, NameType, nameText, Text } from './names.ts'
import { DataCategory, Node, Use } from './node-types.ts'

const implement = (kind: 'DataCategory' | 'Use', ref: typeof DataCategory, description: string): void => {
  ref.implement({
    description,
    interfaces: [Node],
    fields: (t) => ({
      slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.id }),
      name: t.field({
        type: Text,
        description: 'What to call it.',
        args: LANGUAGE,
        resolve: (concept, { language }) => nameText(concept, language),
      }),
      names: t.field({
        type: [NameType],
        description: 'All names that it has or had.',
        resolve: ({ value }) => value.names,
      }),
      definition: t.field({
        type: Text,
        nullable: true,
        description: 'What counts as it, in our words.',
        args: LANGUAGE,
        resolve: ({ value }, { language }) => pickText(value.definition, language),
      }),
      externalIds: t.field({
        type: [ExternalIdType],
        description: 'What it is called in other vocabularies, such as DPV.',
        resolve: ({ value }) => value.externalIds,
      }),
      broader: t.field({
        type: [ref],
        description: 'Those directly broader; it is a kind of each of them.',
        resolve: ({ value, revision }, _, c) => loadConcepts(c, kind, value.broader, revision),
      }),
      narrower: t.field({
        type: [ref],
        description: 'Those directly narrower; each is a kind of it.',
        resolve: async ({ value, revision }, _, c) => {
          const tree = await c.store.concepts(kind, revision)
          return narrowerOf(value.id, tree).map((concept) => ({ value: concept, revision }))
        },
      }),
      claims: t.field({
        type: ClaimConnection,
        description: 'Claims that name it itself, by slug; those on narrower ones are found by a filter of `claims`.',
        args: PAGE_ARGS,
        resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, kind, { id: value.id, revision }, args),
      }),
    }),
  })
}
implement('DataCategory', DataCategory, 'A kind of personal data, in a tree from broader to narrower.')
implement('Use', Use, 'What data is, or is said to be, used for, in a tree from broader to narrower.')

const TREE = builder.args((t) => ({
  topOnly: t.boolean({
    required: true,
    defaultValue: false,
    description: 'Only those with nothing broader: the tops of the tree, to go down from by narrower.',
  }),
}))

builder.queryFields((t) => {
  const all = (kind: 'DataCategory' | 'Use', ref: typeof DataCategory, description: string) =>
    t.field({
      type: [ref],
      description,
      args: { ...TREE, ...AS_OF },
      resolve: async (_, args, c) => {
        const revision = await loadRevision(c, args.asOf)
        const concepts = await c.store.concepts(kind, revision)
        const wanted = args.topOnly ? concepts.all.filter((concept) => concept.broader.length === 0) : concepts.all
        return wanted.map((value) => ({ value, revision }))
      },
    })
  return {
    dataCategories: all('DataCategory', DataCategory, 'All kinds of data, by slug.'),
    uses: all('Use', Use, 'All uses, by slug.'),
  }
})
