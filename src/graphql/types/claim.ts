import { verdictOf } from '../../domain/assessment.ts'
import type { Claim as ClaimValue } from '../../domain/claim.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { claimStatus } from '../../domain/claim-status.ts'
import type { ClaimStatus as ClaimStatusOf } from '../../domain/claim-status-types.ts'
import { conceptsOf, mentionsOf } from '../../domain/mentions.ts'
import { sentenceIn } from '../../sentences/sentence.ts'
import { pickText } from '../../text/languages.ts'
import { holdsOn } from '../../text/partial-date.ts'
import { builder, type Objects } from '../builder.ts'
import type { Context } from '../context.ts'
import { mapMaybePromise } from '../maybe-promise.ts'
import { Assessment } from './assessment.ts'
import { ClaimWording, pickWording } from './claim-wording.ts'
import { AS_OF } from './connections.ts'
import { DescentType } from './descent.ts'
import { ENTITY_TYPES } from './entity-kinds.ts'
import { EntityOrSource } from './entity-or-source.ts'
import * as enums from './enums.ts'
import { HeadlineType, loadHeadline } from './headline.ts'
import {
  loadClaim,
  loadConcepts,
  loadDescents,
  loadEntity,
  loadNamed,
  loadNames,
  loadSource,
  toAssertion,
} from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Assertion, Claim, DataCategory, Entity, Node, Source, Use } from './node-types.ts'
import { ProvenanceType } from './provenance.ts'
import { ClaimRelation } from './relation.ts'
import { ClaimStatus } from './status.ts'
import { typeNameOf } from './thing-kind.ts'

const ClaimObject = builder.unionType('ClaimObject', {
  description: 'Object of a claim: an entity, a document, a use, another claim, or words (LocalizedText).',
  types: [...ENTITY_TYPES, Source, Claim, Use, Text],
  resolveType: (object) => ('language' in object ? 'LocalizedText' : typeNameOf(object)),
})

const VALID_ON = builder.args((t) => ({
  validOn: t.field({
    type: 'Date',
    required: false,
    description:
      'Day whose status is wanted: assertions that their versioned source did not contain on that day are left out. Unless given, `filter.validOn` of the list of claims that led here, if it has one. Null counts all assertions.',
  }),
}))

/**
 * Day of the status: the argument if given, else the day of the list that led to the claim. Null counts all assertions.
 */
const dayOf = (list: string | null | undefined, argument: string | null | undefined): string | null =>
  (argument === undefined ? list : argument) ?? null

const statusOn = (details: ClaimDetails, validOn: string | null): ClaimStatusOf =>
  validOn === null ? details.status : claimStatus(details, { validOn })

Claim.implement({
  description:
    'A proposition in positive form, whether anybody affirms it or not. Its assertions say who does; its proposition never changes.',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.string({
      description:
        'Id in URLs and seeds, unique among claims, such as x-sells-user-data. A former slug finds the same object.',
      resolve: ({ value }) => value.claim.id,
    }),
    headline: t.field({
      type: HeadlineType,
      description: 'Claim in three short parts, for lists and drawings: proposition, status and by-line.',
      args: { ...LANGUAGE, ...VALID_ON },
      resolve: (claim, args, c) => loadHeadline(c, claim, args.language, dayOf(claim.validOn, args.validOn)),
    }),
    sentence: t.field({
      type: Text,
      description:
        'Claim in words, with all claimants, hedges, caveats, documents and known days, in English or Indonesian. A short post is quoted in place of a clause: show it together with `headline`.',
      args: { ...LANGUAGE, ...VALID_ON },
      resolve: ({ value, revision, validOn }, args, c) =>
        mapMaybePromise(loadNames(c, value, revision), (names) =>
          c.slices.run(() => sentenceIn(args.language, value, { validOn: dayOf(validOn, args.validOn) }, names)),
        ),
    }),
    status: t.field({
      type: ClaimStatus,
      description: 'Status of the claim, derived from its assertions, with the assertions that decided it.',
      args: VALID_ON,
      resolve: ({ value, revision, validOn }, args, c) =>
        c.slices.run(() => ({
          value: { status: statusOn(value, dayOf(validOn, args.validOn)), claim: value },
          revision,
        })),
    }),
    subject: t.field({
      type: EntityOrSource,
      nullable: true,
      description: 'Entity or document that the claim is about.',
      resolve: ({ value: { claim }, revision }, _, c) =>
        claim.subject.kind === 'Entity'
          ? loadEntity(c, claim.subject.id, revision)
          : loadSource(c, claim.subject.id, revision),
    }),
    predicate: t.field({
      type: enums.PredicateEnum,
      resolve: ({ value }) => value.claim.predicate,
    }),
    data: t.field({
      type: [DataCategory],
      description: 'Data categories that the claim names, by slug; empty if it names none.',
      resolve: ({ value, revision }, _, c) => loadConcepts(c, 'DataCategory', value.claim.data, revision),
    }),
    uses: t.field({
      type: [Use],
      description: 'Uses that the claim names, by slug; empty if it names none.',
      resolve: ({ value, revision }, _, c) => loadConcepts(c, 'Use', value.claim.uses, revision),
    }),
    object: t.field({
      type: ClaimObject,
      nullable: true,
      description:
        'Second party or thing of the predicate, such as the owned company; null if the predicate takes none.',
      args: LANGUAGE,
      resolve: ({ value, ...when }, { language }, c) => readObject(c, value.claim, when, language),
    }),
    mentions: t.field({
      type: [Entity],
      description:
        'Entities that the words of the claim, its data categories or its uses name, beside subject and object; empty if none.',
      resolve: async ({ value: { claim }, revision }, _, c) => {
        const found = await Promise.all(
          conceptsOf(claim).map(([kind, id]) => c.loaders.concepts[kind].find({ id, revision })),
        )
        const known = new Map(found.flatMap((concept) => (concept ? [[`${concept.kind}:${concept.id}`, concept]] : [])))
        const ids = mentionsOf(claim, (kind, id) => known.get(`${kind}:${id}`))
        const entities = await Promise.all(ids.map((id) => loadEntity(c, id, revision)))
        return entities.flatMap((entity) => entity ?? [])
      },
    }),
    condition: t.field({
      type: Text,
      nullable: true,
      description: 'Condition that is part of the claim, such as “based on the user’s consent”; null if it has none.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => (value.claim.condition ? pickText(value.claim.condition, language) : null),
    }),
    wording: t.field({
      type: ClaimWording,
      nullable: true,
      description:
        'Words of an editor for the proposition, from which `sentence` is made; null if the grammar makes them.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => pickWording(value.claim.wording ?? {}, language),
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day on which the claimed thing is true, according to the claim; null if unknown.',
      resolve: ({ value }) => value.claim.validFrom,
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Last day on which the claimed thing is true, according to the claim; null if unknown or still true.',
      resolve: ({ value }) => value.claim.validTo,
    }),
    validityProvenance: t.field({
      type: ProvenanceType,
      nullable: true,
      description: 'Origin of `validFrom` and `validTo`; null if both are.',
      resolve: ({ value: { claim }, revision }) =>
        claim.validFrom === null && claim.validTo === null ? null : { value: claim.validityProvenance, revision },
    }),
    validity: t.field({
      type: enums.ValidityEnum,
      description: 'Whether the day lies between `validFrom` and `validTo`. It says nothing about the status.',
      args: {
        on: t.arg({ type: 'Date', required: true, description: 'Day, month or year; CERTAIN needs all days of it.' }),
      },
      resolve: ({ value }, { on }) => holdsOn(value.claim.validFrom, value.claim.validTo, on),
    }),
    assertions: t.field({
      type: [Assertion],
      description: 'All assertions on the claim by slug, withdrawn ones included.',
      resolve: ({ value, revision }) => value.assertions.map((assertion) => toAssertion(value, assertion, revision)),
    }),
    verdict: t.field({
      type: enums.VerdictEnum,
      description: 'Newest verdict of the newsroom; UNASSESSED if it gave none.',
      resolve: ({ value }) => verdictOf(value.assessments),
    }),
    assessments: t.field({
      type: [Assessment],
      description: 'All verdicts of the newsroom, newest first, with reasons.',
      resolve: ({ value }) => value.assessments,
    }),
    descents: t.field({
      type: [DescentType],
      description:
        'Descents of the words of assertions on this claim, each to the earliest wording found; empty if none is recorded.',
      resolve: async ({ value, revision }, _, c) =>
        (await loadDescents(c, value, revision)).map((descent) => ({ value: descent, revision })),
    }),
    relations: t.field({
      type: [ClaimRelation],
      description: 'Relations from this claim to others and from others to this one.',
      resolve: ({ value, ...when }) => value.relations.map((relation) => ({ value: relation, ...when })),
    }),
  }),
})

async function readObject(
  c: Context,
  { object }: ClaimValue,
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
    description: 'One claim by slug; null if no claim has or had that slug.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug, current or former, such as x-sells-user-data.' }),
      ...AS_OF,
    },
    resolve: (_, args, c) => loadNamed(c, 'Claim', args.slug, args.asOf, loadClaim),
  }),
}))
