import { pickText } from '../../text/languages.ts'
import { builder, type Objects } from '../builder.ts'
import * as enums from './enums.ts'
import { LANGUAGE, Text } from './names.ts'

export const Assessment = builder.objectRef<Objects['Assessment']>('Assessment').implement({
  description:
    "The newsroom's own dated and signed verdict on a claim. It is not an assertion and never changes a status.",
  fields: (t) => ({
    slug: t.string({ description: 'Id in seeds, never reused.', resolve: ({ id }) => id }),
    verdict: t.field({ type: enums.VerdictEnum, resolve: ({ verdict }) => verdict }),
    assessedAt: t.field({
      type: 'Date',
      description: 'Day of the verdict; it may be only a month or a year.',
      resolve: ({ assessedAt }) => assessedAt,
    }),
    author: t.exposeString('author', {
      description: 'Name of the person or desk that gave the verdict, as it is to be printed.',
    }),
    note: t.field({
      type: Text,
      nullable: true,
      description: 'Reasons for the verdict, in short; null if none are recorded.',
      args: LANGUAGE,
      resolve: ({ note }, { language }) => pickText(note, language),
    }),
  }),
})
