import { provenanceOfRelation } from '../../domain/claim.ts'
import { claimsOfDescent } from '../../domain/descent.ts'
import { descentSentenceIn } from '../../sentences/descent.ts'
import { namesOf } from '../../sentences/names-of-claims.ts'
import { pickText } from '../../text/languages.ts'
import { builder, type Objects } from '../builder.ts'
import { toAssertion } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Assertion, Claim } from './node-types.ts'
import { ProvenanceType } from './provenance.ts'

const DescentStepType = builder.objectRef<Objects['DescentStep']>('DescentStep').implement({
  description: 'A step of a descent: the words of one assertion come from an earlier one.',
  fields: (t) => ({
    derived: t.string({
      description: 'Slug of the later assertion: `assertion` of the descent, or of an earlier step.',
      resolve: ({ value }) => value.derived,
    }),
    assertion: t.field({
      type: Assertion,
      description: 'Earlier assertion, from which the words come.',
      resolve: ({ value: { details, assertion }, revision }) => toAssertion(details, assertion, revision),
    }),
    claim: t.field({
      type: Claim,
      description: 'Claim of the earlier assertion: the same claim, or another if the proposition changed on the way.',
      resolve: ({ value: { details: value }, revision }) => ({ value, revision }),
    }),
    drift: t.field({
      type: Text,
      nullable: true,
      description: 'Difference in meaning between the two; null if none is recorded.',
      args: LANGUAGE,
      resolve: ({ value: { relation } }, { language }) => (relation.drift ? pickText(relation.drift, language) : null),
    }),
    provenance: t.field({
      type: ProvenanceType,
      description:
        'Origin of the knowledge that the words come from there. JUDGED: a judgement, never to be shown as a fact.',
      resolve: ({ value: { relation }, revision }) => ({ value: provenanceOfRelation(relation), revision }),
    }),
  }),
})

export const DescentType = builder.objectRef<Objects['Descent']>('Descent').implement({
  description: 'Descent of the words of an assertion, step by step to the earliest wording found.',
  fields: (t) => ({
    assertion: t.field({
      type: Assertion,
      description: 'Assertion whose words have the descent.',
      resolve: ({ value: { details, assertion }, revision }) => toAssertion(details, assertion, revision),
    }),
    sentence: t.field({
      type: Text,
      description:
        'Descent in one sentence, in English or Indonesian: who says so, and the earliest wording found. It says if that is a judgement.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => descentSentenceIn(language, value, namesOf(claimsOfDescent(value))),
    }),
    steps: t.field({
      type: [DescentStepType],
      description: 'Steps from the latest to the earliest assertion, 8 at most; several may begin at one assertion.',
      resolve: ({ value, revision }) => value.steps.map((step) => ({ value: step, revision })),
    }),
  }),
})
