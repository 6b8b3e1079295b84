import { representatives } from '../../domain/claim-status.ts'
import { driftsOf } from '../../domain/drifts.ts'
import { statusWordIn } from '../../sentences/sentence.ts'
import { builder, type Objects } from '../builder.ts'
import * as acts from './assertion-enums.ts'
import * as enums from './enums.ts'
import { loadEntity, pickAssertions } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Assertion, Entity } from './node-types.ts'
import { ClaimRelation } from './relation.ts'
import { SpeaksFor } from './speaks-for.ts'

const Representative = builder.objectRef<Objects['Representative']>('Representative').implement({
  description: "A deciding assertion that counts as a first party's word because its speaker speaks for that party.",
  fields: (t) => ({
    assertion: t.field({
      type: Assertion,
      resolve: ({ assertion }) => assertion,
    }),
    reason: t.field({
      type: enums.PresumptionEnum,
      nullable: true,
      description:
        'Reason why it is uncertain that the speaker spoke for the party on that day; null if it is certain.',
      resolve: ({ representative }) => representative.why,
    }),
    speaker: t.field({
      type: Entity,
      nullable: true,
      description: 'Claimant of the assertion, or the publisher of an unsigned document.',
      resolve: ({ representative, assertion: { revision } }, _, c) => loadEntity(c, representative.speakerId, revision),
    }),
    parties: t.field({
      type: [Entity],
      description: 'Parties for which the speaker spoke on that day or, with a `reason`, may have spoken.',
      resolve: async ({ representative, assertion: { revision } }, _, c) => {
        const found = await Promise.all(representative.partyIds.map((id) => loadEntity(c, id, revision)))
        return found.filter((entity) => entity !== null)
      },
    }),
    periods: t.field({
      type: [SpeaksFor],
      description: 'Periods that make the word count, each with its `provenance`.',
      resolve: ({ representative, assertion: { revision } }) =>
        representative.periods.map((value) => ({ value, revision })),
    }),
  }),
})

export const ClaimStatus = builder.objectRef<Objects['ClaimStatus']>('ClaimStatus').implement({
  description: 'Status of a claim with its explanation: the assertions that decided it.',
  fields: (t) => ({
    value: t.field({
      type: enums.StatusEnum,
      description: 'Status: that of the first row that applies in the table of the type Status.',
      resolve: ({ value }) => value.status.status,
    }),
    label: t.field({
      type: Text,
      description: 'Status in a word for readers; a negating one says so (“reported not to”).',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => statusWordIn(language, value.status),
    }),
    polarity: t.field({
      type: acts.PolarityEnum,
      nullable: true,
      description: 'Side of the deciding assertions; null if they take both sides or none.',
      resolve: ({ value }) => value.status.polarity,
    }),
    decidedBy: t.field({
      type: [Assertion],
      description: 'Assertions that decided the status; empty for UNKNOWN and RETRACTED.',
      resolve: ({ value, revision }) => pickAssertions(value.claim, value.status.because, revision),
    }),
    caveats: t.field({
      type: [Assertion],
      description:
        'Assertions with the stance REPORTS_UNKNOWN: the claim is not known, not confirmed or without evidence. They do not decide the status.',
      resolve: ({ value, revision }) => pickAssertions(value.claim, value.status.caveats, revision),
    }),
    representatives: t.field({
      type: [Representative],
      description:
        "Deciding assertions that count as the first party's word because their speakers speak for it, certainly or possibly.",
      resolve: ({ value: { status, claim }, revision }) =>
        representatives(claim, status).flatMap((representative) =>
          pickAssertions(claim, [representative.assertionId], revision).map((assertion) => ({
            representative,
            assertion,
          })),
        ),
    }),
    contradictsItself: t.boolean({
      description:
        'Whether assertions of the first party stand on both sides. Show it only together with the `drifts`: a party may contradict a paraphrase of its words.',
      resolve: ({ value }) => value.status.contradictsItself,
    }),
    drifts: t.field({
      type: [ClaimRelation],
      description: 'Relations that say how the words of a deciding assertion changed on their way into its source.',
      resolve: ({ value, revision }) =>
        driftsOf(value.claim, value.status).map((relation) => ({ value: relation, revision, validOn: null })),
    }),
  }),
})
