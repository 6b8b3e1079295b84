import { claimStatus } from '../../domain/claim-status.ts'
import { pickText } from '../../text/languages.ts'
import { holdsOn } from '../../text/partial-date.ts'
import { builder, type Objects } from '../builder.ts'
import * as enums from './enums.ts'
import { claimAt, conceptsAt, entityAt, sourceAt } from './read.ts'
import { DataCategoryType, EntityType, LANGUAGE, QuoteType, SourceType, Text, UseType } from './things.ts'

export const AssertionType = builder.objectRef<Objects['Assertion']>('Assertion').implement({
  description:
    "One party's act on one claim: who, what stance, which way, how sure, how it reached us, when, where, in which words.",
  fields: (t) => ({
    slug: t.string({ description: 'Its key.', resolve: ({ value }) => value.id }),
    stance: t.field({ type: enums.StanceEnum, description: 'The speech act.', resolve: ({ value }) => value.stance }),
    polarity: t.field({ type: enums.PolarityEnum, description: 'Which way.', resolve: ({ value }) => value.polarity }),
    certainty: t.field({
      type: enums.CertaintyEnum,
      description: 'How sure, as the claimant puts it.',
      resolve: ({ value }) => value.certainty,
    }),
    evidentiality: t.field({
      type: enums.EvidentialityEnum,
      description: 'How it reached us.',
      resolve: ({ value }) => value.evidentiality,
    }),
    claimant: t.field({
      type: EntityType,
      nullable: true,
      description: 'Who said it; null where nobody is named.',
      resolve: ({ value, at }, _, c) => entityAt(c, value.claimantId, at),
    }),
    claimantAsPrinted: t.field({
      type: Text,
      nullable: true,
      description: 'The words the source used for the claimant.',
      resolve: ({ value }) => value.claimantAsPrinted,
    }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: 'The document it was read in.',
      resolve: ({ value, at }, _, c) => sourceAt(c, value.sourceId, at),
    }),
    quote: t.field({
      type: QuoteType,
      nullable: true,
      description: 'In which words.',
      resolve: ({ value }) => value.quote,
    }),
    assertedAt: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it was said; null if unknown.',
      resolve: ({ value }) => value.assertedAt,
    }),
    heldFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'Since when a versioned source held it.',
      resolve: ({ value }) => value.heldFrom,
    }),
    heldUntil: t.field({
      type: 'Date',
      nullable: true,
      description: 'Until when a versioned source held it.',
      resolve: ({ value }) => value.heldUntil,
    }),
    withdrawn: t.string({
      nullable: true,
      description: 'Why the newsroom took its own entry out.',
      resolve: ({ value }) => value.withdrawn,
    }),
  }),
})
export const ThingType = builder.unionType('Thing', {
  description: 'A subject: who acts, or a document.',
  types: [EntityType, SourceType],
  resolveType: (thing) => (isSource(thing) ? 'Source' : 'Entity'),
})
export const ClaimStatusType = builder.objectRef<Objects['ClaimStatus']>('ClaimStatus').implement({
  description: 'How a claim stands, and why.',
  fields: (t) => ({
    status: t.field({
      type: enums.StatusEnum,
      description: 'The first row of the table that fits.',
      resolve: ({ value }) => value.status.status,
    }),
    polarity: t.field({
      type: enums.PolarityEnum,
      nullable: true,
      description: 'Which way the deciding voices speak; null for both or none.',
      resolve: ({ value }) => value.status.polarity,
    }),
    because: t.field({
      type: [AssertionType],
      description: 'The assertions that decided.',
      resolve: ({ value, at }) => pick(value.claim, value.status.because, at),
    }),
    caveats: t.field({
      type: [AssertionType],
      description: 'Who says that it is not known or not proven.',
      resolve: ({ value, at }) => pick(value.claim, value.status.caveats, at),
    }),
    contradictsItself: t.boolean({
      description: 'Whether first-party voices stand on both sides.',
      resolve: ({ value }) => value.status.contradictsItself,
    }),
  }),
})
export const ClaimType = builder.objectRef<Objects['Claim']>('Claim')
export const RelationType = builder.objectRef<Objects['ClaimRelation']>('ClaimRelation').implement({
  description: 'How one claim bears on another, as somebody said.',
  fields: (t) => ({
    kind: t.field({ type: enums.RelationKindEnum, description: 'In which way.', resolve: ({ value }) => value.kind }),
    from: t.field({
      type: ClaimType,
      nullable: true,
      description: 'The claim that bears.',
      resolve: ({ value, at }, _, c) => claimAt(c, value.fromClaimId, at),
    }),
    to: t.field({
      type: ClaimType,
      nullable: true,
      description: 'The claim borne on.',
      resolve: ({ value, at }, _, c) => claimAt(c, value.toClaimId, at),
    }),
    drift: t.field({
      type: Text,
      nullable: true,
      description: 'What changed on the way.',
      args: { language: t.arg.string({ required: true, defaultValue: 'en', description: LANGUAGE }) },
      resolve: ({ value }, { language }) => (value.drift ? pickText(value.drift, language) : null),
    }),
  }),
})
ClaimType.implement({
  description: 'A proposition in positive form, whether anybody affirms it or not; its assertions say who does.',
  fields: (t) => ({
    slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.claim.id }),
    status: t.field({
      type: ClaimStatusType,
      description: 'How it stands, and why.',
      args: {
        validOn: t.arg({
          type: 'Date',
          required: false,
          description: 'Count only what versioned sources held on this day.',
        }),
      },
      resolve: ({ value, at }, { validOn }) => ({
        value: { status: validOn ? claimStatus(value, { validOn }) : value.status, claim: value },
        at,
      }),
    }),
    subject: t.field({
      type: ThingType,
      nullable: true,
      description: 'Of whom or what it speaks.',
      resolve: ({ value: { claim }, at }, _, c) =>
        claim.subject.kind === 'Entity' ? entityAt(c, claim.subject.id, at) : sourceAt(c, claim.subject.id, at),
    }),
    predicate: t.field({
      type: enums.PredicateEnum,
      description: 'What it says.',
      resolve: ({ value }) => value.claim.predicate,
    }),
    data: t.field({
      type: [DataCategoryType],
      description: 'Which data.',
      resolve: ({ value, at }, _, c) => conceptsAt(c, 'DataCategory', value.claim.data, at),
    }),
    uses: t.field({
      type: [UseType],
      description: 'For which use.',
      resolve: ({ value, at }, _, c) => conceptsAt(c, 'Use', value.claim.uses, at),
    }),
    object: t.field({
      type: builder.unionType('ClaimObject', {
        description: 'What a claim may have as its object.',
        types: [EntityType, SourceType, ClaimType, UseType, Text],
        resolveType: (object) => objectTypeOf(object),
      }),
      nullable: true,
      description: 'Its object, where its predicate takes one.',
      args: { language: t.arg.string({ required: true, defaultValue: 'en', description: LANGUAGE }) },
      resolve: async ({ value: { claim }, at }, { language }, c) => {
        if (!claim.object) return null
        if (claim.object.kind === 'Text') return pickText(claim.object.text, language)
        if (claim.object.kind === 'Entity') return entityAt(c, claim.object.id, at)
        if (claim.object.kind === 'Source') return sourceAt(c, claim.object.id, at)
        if (claim.object.kind === 'Claim') return claimAt(c, claim.object.id, at)
        return (await conceptsAt(c, 'Use', [claim.object.id], at))[0] ?? null
      },
    }),
    condition: t.field({
      type: Text,
      nullable: true,
      description: 'Under which condition.',
      args: { language: t.arg.string({ required: true, defaultValue: 'en', description: LANGUAGE }) },
      resolve: ({ value }, { language }) => (value.claim.condition ? pickText(value.claim.condition, language) : null),
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'Since when what it says holds.',
      resolve: ({ value }) => value.claim.validFrom,
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'Until when what it says holds.',
      resolve: ({ value }) => value.claim.validTo,
    }),
    holds: t.field({
      type: enums.HoldsEnum,
      description: 'Whether what it says is claimed for this day.',
      args: { on: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
      resolve: ({ value }, { on }) => holdsOn(value.claim.validFrom, value.claim.validTo, on),
    }),
    assertions: t.field({
      type: [AssertionType],
      description: 'Everything said on it, withdrawn entries too.',
      resolve: ({ value, at }) => value.assertions.map((a) => ({ value: a, at })),
    }),
    relations: t.field({
      type: [RelationType],
      description: 'How it bears on other claims, and they on it.',
      resolve: ({ value, at }) => value.relations.map((r) => ({ value: r, at })),
    }),
  }),
})
export const StoryType = builder.objectRef<Objects['Story']>('Story')
export const RevisionType = builder.objectRef<Objects['Revision']>('Revision').implement({
  description: 'One change of this record.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number; record time is this, not a clock.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    author: t.exposeString('author', { description: 'Who.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
  }),
})

const pick = (claim: Objects['Claim']['value'], ids: readonly string[], at: number): Objects['Assertion'][] =>
  claim.assertions.filter((a) => ids.includes(a.id)).map((value) => ({ value, at }))
const isSource = (thing: object): boolean =>
  'value' in thing && typeof thing.value === 'object' && thing.value !== null && 'derivation' in thing.value
function objectTypeOf(object: object): string {
  if ('language' in object) return 'LocalizedText'
  const value = 'value' in object && typeof object.value === 'object' && object.value !== null ? object.value : {}
  return 'derivation' in value ? 'Source' : 'claim' in value ? 'Claim' : 'broader' in value ? 'Use' : 'Entity'
}
