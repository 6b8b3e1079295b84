import { statusWordIn } from '../../domain/sentence.ts'
import { builder, type Objects } from '../builder.ts'
import * as enums from './enums.ts'
import { LANGUAGE, Text } from './names.ts'
import * as read from './read.ts'
import { Assertion } from './refs.ts'

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
      type: enums.PolarityEnum,
      nullable: true,
      description: 'Which way the deciding voices speak; null for both or none.',
      resolve: ({ value }) => value.status.polarity,
    }),
    because: t.field({
      type: [Assertion],
      description: 'The assertions that decided.',
      resolve: ({ value, at }) => read.pickAssertions(value.claim, value.status.because, at),
    }),
    caveats: t.field({
      type: [Assertion],
      description: 'Who says that it is not known, not confirmed, or without evidence.',
      resolve: ({ value, at }) => read.pickAssertions(value.claim, value.status.caveats, at),
    }),
    contradictsItself: t.boolean({
      description: 'Whether first-party voices stand on both sides.',
      resolve: ({ value }) => value.status.contradictsItself,
    }),
  }),
})
