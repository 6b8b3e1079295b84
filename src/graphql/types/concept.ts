import { narrowerOf } from '../../domain/concept-tree.ts'
import { pickText } from '../../text/languages.ts'
import { builder } from '../builder.ts'
import { AS_OF, ClaimConnection, PAGE_ARGS } from './connections.ts'
import { loadClaimsBelow, loadConcept, loadConcepts, loadNamed, loadRevision } from './load.ts'
import { NameType } from './name.ts'
import { ExternalIdType, LANGUAGE, nameText, Text } from './names.ts'
import { DataCategory, Node, Use } from './node-types.ts'

const implement = (kind: 'DataCategory' | 'Use', ref: typeof DataCategory, description: string): void => {
  ref.implement({
    description,
    interfaces: [Node],
    fields: (t) => ({
      slug: t.string({
        description: 'Id in URLs and seeds, unique for its kind. A former slug finds the same object.',
        resolve: ({ value }) => value.id,
      }),
      name: t.field({
        type: Text,
        description: 'Preferred name; the slug (language `und`) if there is no name.',
        args: LANGUAGE,
        resolve: (concept, { language }) => nameText(concept, language),
      }),
      names: t.field({
        type: [NameType],
        description: 'Names in all languages: preferred, alternative and former ones.',
        resolve: ({ value, revision }) => value.names.map((name) => ({ value: name, revision })),
      }),
      definition: t.field({
        type: Text,
        nullable: true,
        description: "The newsroom's definition; null if there is none.",
        args: LANGUAGE,
        resolve: ({ value }, { language }) => pickText(value.definition, language),
      }),
      externalIds: t.field({
        type: [ExternalIdType],
        description: 'Matching concepts in other vocabularies, such as DPV.',
        resolve: ({ value }) => value.externalIds,
      }),
      broader: t.field({
        type: [ref],
        description: 'Directly broader concepts by slug, of which this one is a kind; empty at the top of the tree.',
        resolve: ({ value, revision }, _, c) => loadConcepts(c, kind, value.broader, revision),
      }),
      narrower: t.field({
        type: [ref],
        description: 'Directly narrower concepts, each of which is a kind of this one.',
        resolve: async ({ value, revision }, _, c) => {
          const tree = await c.store.conceptTree(kind, revision)
          return narrowerOf(value.id, tree).map((concept) => ({ value: concept, revision }))
        },
      }),
      claims: t.field({
        type: ClaimConnection,
        description:
          'Claims that name exactly this concept, by slug. A filter of `claims` finds those that name narrower ones too.',
        args: PAGE_ARGS,
        resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, kind, { id: value.id, revision }, args),
      }),
    }),
  })
}
implement('DataCategory', DataCategory, 'A kind of personal data, in a tree from broader to narrower (SKOS).')
implement('Use', Use, 'A purpose that data is used for, or is said to be, in a tree from broader to narrower (SKOS).')

const TREE = builder.args((t) => ({
  topOnly: t.boolean({
    required: true,
    defaultValue: false,
    description: 'Whether to return only concepts without a broader one: the tops of the tree.',
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
        const concepts = await c.store.conceptTree(kind, revision)
        const wanted = args.topOnly ? concepts.all.filter((concept) => concept.broader.length === 0) : concepts.all
        return wanted.map((value) => ({ value, revision }))
      },
    })
  const one = (kind: 'DataCategory' | 'Use', ref: typeof DataCategory, description: string) =>
    t.field({
      type: ref,
      nullable: true,
      description,
      args: {
        slug: t.arg.string({ required: true, description: 'Slug, current or former.' }),
        ...AS_OF,
      },
      resolve: (_, { slug, asOf }, c) =>
        loadNamed(c, kind, slug, asOf, (context, id, revision) => loadConcept(context, kind, id, revision)),
    })
  return {
    dataCategory: one('DataCategory', DataCategory, 'One data category by slug; null if there is none.'),
    use: one('Use', Use, 'One use by slug; null if there is none.'),
    dataCategories: all('DataCategory', DataCategory, 'All data categories by slug, without pages.'),
    uses: all('Use', Use, 'All uses by slug, without pages.'),
  }
})
