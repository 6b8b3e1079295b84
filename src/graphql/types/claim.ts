import { verdictOf } from '../../domain/assessment.ts'
import type { Claim as ClaimFrame } from '../../domain/claim.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { claimStatus } from '../../domain/claim-status.ts'
import type { ClaimStatus as ClaimStatusOf } from '../../domain/claim-status-types.ts'
import { headingIn, sentenceIn } from '../../sentences/sentence.ts'
import { pickText } from '../../text/languages.ts'
import { holdsOn } from '../../text/partial-date.ts'
import { builder, type Objects } from '../builder.ts'
import type { Context } from '../context.ts'
import { mapMaybePromise } from '../maybe-promise.ts'
import { Assessment } from './assessment.ts'
import { AS_OF } from './connections.ts'
import { ENTITY_TYPES } from './entity-kinds.ts'
import { EntityOrSource } from './entity-or-source.ts'
import * as enums from './enums.ts'
import { loadClaim, loadConcepts, loadEntity, loadNames, loadRevision, loadSource, toAssertion } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Assertion, Claim, DataCategory, Node, Source, Use } from './node-types.ts'
import { ClaimRelation } from './relation.ts'
import { ClaimStatus } from './status.ts'
import { typeNameOf } from './thing-kind.ts'

const ClaimObject = builder.unionType('ClaimObject', {
  description: 'What a claim may have as its object: a thing, another claim, or something put in words.',
  types: [...ENTITY_TYPES, Source, Claim, Use, Text],
  resolveType: (object) => ('language' in object ? 'LocalizedText' : typeNameOf(object)),
})

const VALID_ON = builder.args((t) => ({
  validOn: t.field({
    type: 'Date',
    required: false,
    description:
      'Count only what versioned sources held on this day. Unless given, the day of the list of claims that led here (`filter.validOn`), if it had one; null counts the whole record.',
  }),
}))

/** The day asked for, else that of the list above; null, given or not, is the whole record. */
const dayOf = (list: string | null | undefined, asked: string | null | undefined): string | null =>
  (asked === undefined ? list : asked) ?? null

const statusOn = (details: ClaimDetails, validOn: string | null): ClaimStatusOf =>
  validOn === null ? details.status : claimStatus(details, { validOn })

Claim.implement({
  description: 'A proposition in positive form, whether anybody affirms it or not; its assertions say who does.',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.claim.id }),
    proposition: t.field({
      type: Text,
      description:
        'What it says, with the tense that all share on whom its status rests (“will”), and their weakest hedge where all hedge and affirm (“may”): not to be shown without that status.',
      args: { ...LANGUAGE, ...VALID_ON },
      resolve: ({ value, revision, validOn }, args, c) =>
        mapMaybePromise(loadNames(c, value, revision), (names) =>
          headingIn(args.language, { ...value, status: statusOn(value, dayOf(validOn, args.validOn)) }, names),
        ),
    }),
    sentence: t.field({
      type: Text,
      description: 'How it stands, in one sentence with every hedge and all claimants: in English or Indonesian.',
      args: { ...LANGUAGE, ...VALID_ON },
      resolve: ({ value, revision, validOn }, args, c) =>
        mapMaybePromise(loadNames(c, value, revision), (names) =>
          sentenceIn(args.language, value, { validOn: dayOf(validOn, args.validOn) }, names),
        ),
    }),
    status: t.field({
      type: ClaimStatus,
      description: 'How it stands, by all that was said on it, and why.',
      args: VALID_ON,
      resolve: ({ value, revision, validOn }, args) => ({
        value: { status: statusOn(value, dayOf(validOn, args.validOn)), claim: value },
        revision,
      }),
    }),
    subject: t.field({
      type: EntityOrSource,
      nullable: true,
      description: 'Of whom or what it speaks.',
      resolve: ({ value: { claim }, revision }, _, c) =>
        claim.subject.kind === 'Entity'
          ? loadEntity(c, claim.subject.id, revision)
          : loadSource(c, claim.subject.id, revision),
    }),
    predicate: t.field({
      type: enums.PredicateEnum,
      description: 'What it says of its subject; data, uses and object complete it.',
      resolve: ({ value }) => value.claim.predicate,
    }),
    data: t.field({
      type: [DataCategory],
      description: 'Which kinds of data it names.',
      resolve: ({ value, revision }, _, c) => loadConcepts(c, 'DataCategory', value.claim.data, revision),
    }),
    uses: t.field({
      type: [Use],
      description: 'Which uses it names.',
      resolve: ({ value, revision }, _, c) => loadConcepts(c, 'Use', value.claim.uses, revision),
    }),
    object: t.field({
      type: ClaimObject,
      nullable: true,
      description: 'Its object, where its predicate takes one.',
      args: LANGUAGE,
      resolve: ({ value, ...when }, { language }, c) => readObject(c, value.claim, when, language),
    }),
    condition: t.field({
      type: Text,
      nullable: true,
      description: 'A condition that is part of the claim, such as "based on the consent".',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => (value.claim.condition ? pickText(value.claim.condition, language) : null),
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'Since when what it says is claimed to hold; null if unknown.',
      resolve: ({ value }) => value.claim.validFrom,
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'Until when what it says is claimed to hold; null if unknown or still so.',
      resolve: ({ value }) => value.claim.validTo,
    }),
    holds: t.field({
      type: enums.HoldsEnum,
      description: 'Whether what it says is claimed for this day.',
      args: { on: t.arg({ type: 'Date', required: true, description: 'The day, which may be a month or a year.' }) },
      resolve: ({ value }, { on }) => holdsOn(value.claim.validFrom, value.claim.validTo, on),
    }),
    assertions: t.field({
      type: [Assertion],
      description: 'Everything said on it, withdrawn entries too.',
      resolve: ({ value, revision }) => value.assertions.map((assertion) => toAssertion(value, assertion, revision)),
    }),
    assessment: t.field({
      type: enums.VerdictEnum,
      description: "The newsroom's own judgement that holds now.",
      resolve: ({ value }) => verdictOf(value.assessments),
    }),
    assessments: t.field({
      type: [Assessment],
      description: 'All judgements of it by the newsroom, the newest first.',
      resolve: ({ value }) => value.assessments,
    }),
    relations: t.field({
      type: [ClaimRelation],
      description: 'How it bears on other claims, and they on it.',
      resolve: ({ value, ...when }) => value.relations.map((relation) => ({ value: relation, ...when })),
    }),
  }),
})

async function readObject(
  c: Context,
  { object }: ClaimFrame,
  { revision, validOn }: Omit<Objects['Claim'], 'value'>,
  language: string,
): Promise<Objects['Entity'] | Objects['Source'] | Objects['Claim'] | Objects['Concept'] | Objects['Text'] | null> {
  if (!object) return null
  if (object.kind === 'Text') return pickText(object.text, language)
  if (object.kind === 'Entity') return loadEntity(c, object.id, revision)
  if (object.kind === 'Source') return loadSource(c, object.id, revision)
  if (object.kind === 'Claim') return loadClaim(c, object.id, revision, validOn)
  return (await loadConcepts(c, 'Use', [object.id], revision))[0] ?? null
}

builder.queryFields((t) => ({
  claim: t.field({
    type: Claim,
    nullable: true,
    description: 'One claim; null if none has or had that slug.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug of the claim, such as x-sells-user-data.' }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => loadClaim(c, args.slug, await loadRevision(c, args.asOf)),
  }),
}))
