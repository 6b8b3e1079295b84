import { resolveClaimQuery } from '../../domain/claim-query.ts'
import { builder } from '../builder.ts'
import { nameOfList, toConnection, toPageRequest } from '../connection.ts'
import * as acts from './assertion-enums.ts'
import { AS_OF, ClaimConnection, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { loadRevision, slugFinder } from './load.ts'

const AssertedBetween = builder.inputType('AssertedBetween', {
  description: 'That something was said on it in a time; both bounds count, either may be left out.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day; the whole of a partial date counts.' }),
    to: t.field({ type: 'Date', description: 'The last day; the whole of a partial date counts.' }),
    undated: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether what was said on no known day counts too.',
    }),
  }),
})

const ClaimFilterInput = builder.inputType('ClaimFilter', {
  description:
    'All that is given must hold; lists mean any of. What is asked of who said something (`claimant`, `source`, `stance`, `evidentiality`, `assertedBetween`, `validOn`) must be true of one and the same assertion: whoever denied is not who stated.',
  fields: (t) => ({
    story: t.string({ description: 'Slug of a story that selects it.' }),
    subject: t.string({ description: 'Slug of the entity it speaks of.' }),
    party: t.string({ description: 'Slug of an entity that is its subject or object.' }),
    object: t.string({ description: 'Slug of the entity that is its object.' }),
    predicate: t.field({ type: [enums.PredicateEnum], description: 'What it says of its subject.' }),
    dataCategory: t.string({ description: 'Slug of a data category; narrower ones count too.' }),
    use: t.string({ description: 'Slug of a use that it names, also as what is aimed at; narrower ones count too.' }),
    status: t.field({
      type: [enums.StatusEnum],
      description: 'How it stands, by all that was said on it; with `validOn`, by what was held then.',
    }),
    stance: t.field({ type: [acts.StanceEnum], description: 'That somebody took this stance on it.' }),
    claimant: t.string({ description: 'Slug of an entity that said something on it.' }),
    source: t.string({ description: 'Slug of a document that something on it was read in.' }),
    notInSource: t.string({
      description:
        'Slug of a document that nothing on it was read in; with `source`, in which nothing was read on the side that the source takes.',
    }),
    evidentiality: t.field({
      type: [acts.EvidentialityEnum],
      description: 'That something on it reached us by one of these ways.',
    }),
    validOn: t.field({
      type: 'Date',
      description:
        'That it may hold then, and that what was read on it may have been held then: unknown bounds do not exclude. `status`, the order by status, and `status`, `sentence` and `proposition` of what is found are those of that day.',
    }),
    assertedBetween: t.field({ type: AssertedBetween, description: 'That something was said on it in a time.' }),
    text: t.string({
      description:
        'Words, or beginnings of words, that all stand in what it says, in its quotes, or in the names of what it names and of who speaks on it.',
    }),
  }),
})

builder.queryFields((t) => ({
  claims: t.field({
    type: ClaimConnection,
    description: 'Claims, found by what they say, who said it, when and where.',
    args: {
      ...PAGE_ARGS,
      filter: t.arg({ type: ClaimFilterInput, required: false, description: 'Which claims; all unless given.' }),
      orderBy: t.arg({
        type: enums.ClaimOrderEnum,
        required: true,
        defaultValue: 'SLUG',
        description: 'In which order they come.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      const list = nameOfList(args.orderBy, { filter: args.filter })
      const request = toPageRequest(args, list)
      const revision = await loadRevision(c, args.asOf)
      const findSlug = slugFinder(c)
      const filter = await resolveClaimQuery(c.store, args.filter ?? {}, { revision, prefix: 'filter.', findSlug })
      const page = await c.store.claimPage(filter, args.orderBy, request, revision)
      c.loaders.prime(page.items, revision)
      const { validOn } = filter
      const items = page.items.map((value) => ({ value, revision, validOn }))
      return toConnection({ ...page, items }, request, list, () => c.store.countClaims(filter, revision))
    },
  }),
}))
