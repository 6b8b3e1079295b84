import { pickText } from '../../text/languages.ts'
import { builder, type Objects } from '../builder.ts'
import { Quote } from './assertion.ts'
import * as enums from './enums.ts'
import { loadClaim, loadEntity, loadSource } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Claim, Entity, Source } from './node-types.ts'

export const ClaimRelation = builder.objectRef<Objects['ClaimRelation']>('ClaimRelation').implement({
  description: 'How one claim bears on another, as somebody said: never a contradiction that was computed.',
  fields: (t) => ({
    kind: t.field({
      type: enums.RelationKindEnum,
      description: 'How the one bears on the other.',
      resolve: ({ value }) => value.kind,
    }),
    from: t.field({
      type: Claim,
      nullable: true,
      description: 'The claim that supports, qualifies, … the other.',
      resolve: ({ value, revision, validOn }, _, c) => loadClaim(c, value.fromClaimId, revision, validOn),
    }),
    to: t.field({
      type: Claim,
      nullable: true,
      description: 'The claim that is supported, qualified, …',
      resolve: ({ value, revision, validOn }, _, c) => loadClaim(c, value.toClaimId, revision, validOn),
    }),
    claimant: t.field({
      type: Entity,
      nullable: true,
      description: 'Who joins the two; null where nobody is named.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.claimantId, revision),
    }),
    claimantAsPrinted: t.field({
      type: Text,
      nullable: true,
      description: 'The words the source used for the claimant.',
      resolve: ({ value }) => value.claimantAsPrinted,
    }),
    claimantTranslations: t.field({
      type: [Text],
      description: 'The same in other languages, ours: beside the words, never instead of them.',
      resolve: ({ value }) => value.claimantAsPrinted?.translations ?? [],
    }),
    source: t.field({
      type: Source,
      nullable: true,
      description: 'The document it was read in.',
      resolve: ({ value, revision }, _, c) => loadSource(c, value.sourceId, revision),
    }),
    quote: t.field({
      type: Quote,
      nullable: true,
      description: 'The words that say so; null where none are recorded.',
      resolve: ({ value }) => value.quote,
    }),
    drift: t.field({
      type: Text,
      nullable: true,
      description: 'For what was derived: in what it says something else than the claim it was made of.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => (value.drift ? pickText(value.drift, language) : null),
    }),
  }),
})
