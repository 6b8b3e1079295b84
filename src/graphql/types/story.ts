import { pickText } from '../../text/languages.ts'
import { builder } from '../builder.ts'
import { AS_OF, ClaimConnection, PAGE_ARGS, StoryConnection } from './connections.ts'
import { listOf } from './list.ts'
import { loadClaim, loadClaimsBelow, loadNamed, loadSource, loadStory } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Claim, Node, Source, Story } from './node-types.ts'

Story.implement({
  description: "An editor's titled, ordered selection of claims. The article that it starts from is a source.",
  interfaces: [Node],
  fields: (t) => ({
    slug: t.string({
      description:
        'Id in URLs and seeds, unique among stories, such as x-privacy-2023. A former slug finds the same object.',
      resolve: ({ value }) => value.id,
    }),
    title: t.field({
      type: Text,
      nullable: true,
      description: 'Title by the editor, not that of the article; null if there is none.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => pickText(value.title, language),
    }),
    summary: t.field({
      type: Text,
      nullable: true,
      description: 'Summary in one or two sentences; null if there is none.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => pickText(value.summary, language),
    }),
    leadSource: t.field({
      type: Source,
      nullable: true,
      description: 'Document that the story starts from; null if there is none.',
      resolve: ({ value, revision }, _, c) => loadSource(c, value.leadSourceId, revision),
    }),
    picture: t.field({
      type: [Claim],
      description:
        'Claims that the editor chose for the picture, in its order: at most 12. Empty if the rule of balance chooses them.',
      resolve: async ({ value, revision }, _, c) => {
        const claims = await Promise.all(value.pictureIds.map((id) => loadClaim(c, id, revision)))
        return claims.flatMap((claim) => claim ?? [])
      },
    }),
    claims: t.field({
      type: ClaimConnection,
      description: "Selected claims in the editor's order, not by slug.",
      args: PAGE_ARGS,
      resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, 'Story', { id: value.id, revision }, args),
    }),
  }),
})

builder.queryFields((t) => ({
  story: t.field({
    type: Story,
    nullable: true,
    description: 'One story by slug; null if none has or had that slug.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug, current or former, such as x-privacy-2023.' }),
      ...AS_OF,
    },
    resolve: (_, args, c) => loadNamed(c, 'Story', args.slug, args.asOf, loadStory),
  }),
  stories: t.field({
    type: StoryConnection,
    description: 'All stories by slug, one page at a time.',
    args: { ...PAGE_ARGS, ...AS_OF },
    resolve: (_, args, c) =>
      listOf(
        c,
        args,
        (page, revision) => c.store.storyPage(page, revision),
        'Story',
        'SLUG',
        (revision) => c.store.countStories(revision),
      ),
  }),
}))
