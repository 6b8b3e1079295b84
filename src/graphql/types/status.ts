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
    "An assertion that counts as a first party's word, although it is not certain that its speaker spoke for that party when it was said.",
  fields: (t) => ({
    assertion: t.field({
      type: Assertion,
      description: 'What was said; one of those that decided.',
      resolve: ({ assertion }) => assertion,
    }),
    why: t.field({
      type: enums.PresumptionEnum,
      description: 'What is not known.',
      resolve: ({ speaker }) => speaker.why,
    }),
    speaker: t.field({
      type: Entity,
      nullable: true,
      description: 'Who said it: its claimant, or who published the unsigned document.',
      resolve: ({ speaker, assertion: { revision } }, _, c) => loadEntity(c, speaker.speakerId, revision),
    }),
    parties: t.field({
      type: [Entity],
      description: 'For whom the speaker spoke at some time, and may have spoken then.',
      resolve: async ({ speaker, assertion: { revision } }, _, c) => {
        const found = await Promise.all(speaker.partyIds.map((id) => loadEntity(c, id, revision)))
        return found.filter((entity) => entity !== null)
      },
    }),
  }),
})

export const ClaimStatus = builder.objectRef<Objects['ClaimStatus']>('ClaimStatus').implement({
  description: 'How a claim stands, and the assertions that make it stand so.',
  fields: (t) => ({
    status: t.field({
      type: enums.StatusEnum,
      description: 'The status, by the first row that fits of the table at Status.',
      resolve: ({ value }) => value.status.status,
    }),
    word: t.field({
      type: Text,
      description: 'The status in a word; one that negates says so ("reported not to").',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => statusWordIn(language, value.status),
    }),
    polarity: t.field({
      type: acts.PolarityEnum,
      nullable: true,
      description: 'Which way the deciding voices speak; null for both or none.',
      resolve: ({ value }) => value.status.polarity,
    }),
    because: t.field({
      type: [Assertion],
      description: 'The assertions that decided.',
      resolve: ({ value, revision }) => pickAssertions(value.claim, value.status.because, revision),
    }),
    caveats: t.field({
      type: [Assertion],
      description: 'Who says that it is not known, not confirmed, or without evidence.',
      resolve: ({ value, revision }) => pickAssertions(value.claim, value.status.caveats, revision),
    }),
    presumed: t.field({
      type: [PresumedSpeaker],
      description:
        "Which of those that decided count as the first party's word, although it is not certain that their speakers spoke for it then.",
      resolve: ({ value: { status, claim }, revision }) =>
        presumedSpeakers(claim, status).flatMap((speaker) =>
          pickAssertions(claim, [speaker.assertionId], revision).map((assertion) => ({ speaker: speaker, assertion })),
        ),
    }),
    contradictsItself: t.boolean({
      description: 'Whether first-party voices stand on both sides.',
      resolve: ({ value }) => value.status.contradictsItself,
    }),
  }),
})
