import { provenanceOfRelation } from '../../domain/claim.ts'
import { pickText } from '../../text/languages.ts'
import { builder, type Objects } from '../builder.ts'
import * as enums from './enums.ts'
import { loadClaim, loadEntity, loadSource } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Claim, Entity, Source } from './node-types.ts'
import { ProvenanceType } from './provenance.ts'
import { Quote } from './quote.ts'

export const ClaimRelation = builder.objectRef<Objects['ClaimRelation']>('ClaimRelation').implement({
  description:
    'A relation between two claims that a claimant, a source or the newsroom draws. The program never computes one.',
  fields: (t) => ({
    kind: t.field({
      type: enums.RelationKindEnum,
      resolve: ({ value }) => value.kind,
    }),
    from: t.field({
      type: Claim,
      nullable: true,
      description: 'Claim that supports, qualifies or disagrees with the other, or is made out of it.',
      resolve: ({ value, revision, validOn }, _, c) => loadClaim(c, value.fromClaimId, revision, validOn),
    }),
    to: t.field({
      type: Claim,
      nullable: true,
      description: 'Claim that is supported, qualified or disagreed with, or is the origin of the other.',
      resolve: ({ value, revision, validOn }, _, c) => loadClaim(c, value.toClaimId, revision, validOn),
    }),
    claimant: t.field({
      type: Entity,
      nullable: true,
      description: 'Entity that draws the relation; null if nobody is named.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.claimantId, revision),
    }),
    claimantAsPrinted: t.field({
      type: Text,
      nullable: true,
      description: 'Words of the source for the claimant; null if none are recorded.',
      resolve: ({ value }) => value.claimantAsPrinted,
    }),
    claimantTranslations: t.field({
      type: [Text],
      description: "The newsroom's translations of `claimantAsPrinted`, to show beside it, never in its place.",
      resolve: ({ value }) => value.claimantAsPrinted?.translations ?? [],
    }),
    source: t.field({
      type: Source,
      nullable: true,
      description: "Document in which the relation was read; null for the newsroom's own judgement, in `provenance`.",
      resolve: ({ value, revision }, _, c) => loadSource(c, value.sourceId, revision),
    }),
    quote: t.field({
      type: Quote,
      nullable: true,
      description: 'Words of the source that draw the relation; null if none are recorded.',
      resolve: ({ value }) => value.quote,
    }),
    provenance: t.field({
      type: ProvenanceType,
      description: "Origin of the relation: `source` and `quote`, or the newsroom's own judgement.",
      resolve: ({ value, revision }) => ({ value: provenanceOfRelation(value), revision }),
    }),
    drift: t.field({
      type: Text,
      nullable: true,
      description:
        'Difference in meaning between the derived claim and its origin, for DERIVED_FROM; null if none is recorded.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => (value.drift ? pickText(value.drift, language) : null),
    }),
  }),
})
