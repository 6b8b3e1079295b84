import { presumedSpeakers } from '../../domain/claim-status.ts'
import { statusWordIn } from '../../sentences/sentence.ts'
import { builder, type Objects } from '../builder.ts'
import * as acts from './assertion-enums.ts'
import * as enums from './enums.ts'
import { loadEntity, pickAssertions } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Assertion, Entity } from './node-types.ts'

const PresumedSpeaker = builder.objectRef<Objects['PresumedSpeaker']>('PresumedSpeaker').implement({
  description:
    "A deciding assertion that counts as a first party's word, although it is uncertain that its speaker spoke for that party on that day.",
  fields: (t) => ({
    assertion: t.field({
      type: Assertion,
      resolve: ({ assertion }) => assertion,
    }),
    reason: t.field({
      type: enums.PresumptionEnum,
      description: 'Reason for the uncertainty.',
      resolve: ({ speaker }) => speaker.why,
    }),
    speaker: t.field({
      type: Entity,
      nullable: true,
      description: 'Claimant of the assertion, or the publisher of an unsigned document.',
      resolve: ({ speaker, assertion: { revision } }, _, c) => loadEntity(c, speaker.speakerId, revision),
    }),
    parties: t.field({
      type: [Entity],
      description: 'Parties for which the speaker spoke at some time, and may have spoken on that day.',
      resolve: async ({ speaker, assertion: { revision } }, _, c) => {
        const found = await Promise.all(speaker.partyIds.map((id) => loadEntity(c, id, revision)))
        return found.filter((entity) => entity !== null)
      },
    }),
  }),
})

export const ClaimStatus = builder.objectRef<Objects['ClaimStatus']>('ClaimStatus').implement({
  description: 'Status of a claim with its explanation: the assertions that decided it.',
  fields: (t) => ({
    value: t.field({
      type: enums.StatusEnum,
      description: 'Status by the first row that applies in the table at Status.',
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
    presumedSpeakers: t.field({
      type: [PresumedSpeaker],
      description:
        "Deciding assertions that count as the first party's word, although it is uncertain that their speakers spoke for it then.",
      resolve: ({ value: { status, claim }, revision }) =>
        presumedSpeakers(claim, status).flatMap((speaker) =>
          pickAssertions(claim, [speaker.assertionId], revision).map((assertion) => ({ speaker: speaker, assertion })),
        ),
    }),
    contradictsItself: t.boolean({
      description: 'Whether assertions of the first party stand on both sides.',
      resolve: ({ value }) => value.status.contradictsItself,
    }),
  }),
})
