import { resolveClaimQuery } from '../../domain/claim-query.ts'
import { builder } from '../builder.ts'
import { nameOfList, toConnection, toPageRequest } from '../connection.ts'
import * as acts from './assertion-enums.ts'
import { AS_OF, ClaimConnection, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { loadRevision, slugFinder } from './load.ts'

const AssertedBetween = builder.inputType('AssertedBetween', {
  description:
    'Period in which an assertion was made (`assertedAt`). Both bounds are inclusive; either may be left out.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'First day; a partial date counts from its first day.' }),
    until: t.field({ type: 'Date', description: 'Last day; a partial date counts to its last day.' }),
    undated: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether assertions without a known day match too.',
    }),
  }),
})

export const ClaimFilterInput = builder.inputType('ClaimFilter', {
  description:
    'Conditions on claims. A claim matches if it meets all conditions that are given; of a list, one value is enough. `claimant`, `source`, `stances`, `evidentialities`, `assertedBetween` and `validOn` must all be true of one assertion: `{ claimant: "x", stances: [DENIES] }` finds claims that X denies, not claims that X states and others deny.',
  fields: (t) => ({
    claim: t.string({ description: 'Slug of the claim itself, also a former one.' }),
    story: t.string({ description: 'Slug of a story that selects the claim.' }),
    subject: t.string({ description: 'Slug of the entity that is the subject.' }),
    party: t.string({ description: 'Slug of an entity that is the subject or the object.' }),
    about: t.string({
      description:
        'Slug of an entity that is the subject or the object, or that the claim mentions (`Claim.mentions`).',
    }),
    object: t.string({ description: 'Slug of the entity that is the object.' }),
    predicates: t.field({ type: [enums.PredicateEnum], description: 'Predicates, one of which matches.' }),
    dataCategory: t.string({
      description: 'Slug of a data category that the claim names; narrower categories match too.',
    }),
    use: t.string({
      description: 'Slug of a use that the claim names, also as its object (PURSUES); narrower uses match too.',
    }),
    statuses: t.field({
      type: [enums.StatusEnum],
      description: 'Statuses, one of which matches: by all assertions or, with `validOn`, on that day.',
    }),
    polarity: t.field({
      type: acts.PolarityEnum,
      description:
        'Side of the status, by all assertions or, with `validOn`, on that day: AFFIRMS and NEGATES keep “stated” and “stated not to” apart. UNKNOWN finds statuses on neither side or on both, such as DISPUTED. A single assertion may be on another side.',
    }),
    stances: t.field({ type: [acts.StanceEnum], description: 'Stances, one of which an assertion on the claim has.' }),
    claimant: t.string({ description: 'Slug of an entity that is the claimant of an assertion on the claim.' }),
    source: t.string({ description: 'Slug of a document in which an assertion on the claim was read.' }),
    notInSource: t.string({
      description:
        'Slug of a document in which no assertion on the claim was read. With `source`, a claim also matches if this document takes another side (affirms, negates, neither) than `source`.',
    }),
    evidentialities: t.field({
      type: [acts.EvidentialityEnum],
      description: 'Evidentialities, one of which an assertion on the claim has.',
    }),
    validOn: t.field({
      type: 'Date',
      description:
        'Day on which the claim may be valid and its source may have contained an assertion on it; unknown bounds do not exclude. The condition `statuses`, the order MOST_CONTESTED, and `status`, `sentence` and `headline` of the results are those of that day.',
    }),
    assertedBetween: t.field({
      type: AssertedBetween,
      description: 'Period in which an assertion on the claim was made.',
    }),
    text: t.string({
      description:
        'Words, or beginnings of words, all of which occur in the texts of the claim: the names of everything it names, its object and condition, quotes and claimants, compared as by `search`.',
    }),
  }),
})

/** A filter as a resolver gets it. */
export type ClaimFilterValue = NonNullable<typeof ClaimFilterInput.$inferInput>

builder.queryFields((t) => ({
  claims: t.field({
    type: ClaimConnection,
    description: 'Claims that match a filter, one page at a time.',
    args: {
      ...PAGE_ARGS,
      filter: t.arg({
        type: ClaimFilterInput,
        required: false,
        description: 'Conditions on the claims; all claims unless given.',
      }),
      orderBy: t.arg({
        type: enums.ClaimOrderEnum,
        required: true,
        defaultValue: 'SLUG',
        description: 'Order of the list; slugs break ties.',
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
      return toConnection({ ...page, items, revision }, request, list, () => c.store.countClaims(filter, revision))
    },
  }),
}))
