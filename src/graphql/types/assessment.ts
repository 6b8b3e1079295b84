import { pickText } from '../../text/languages.ts'
import { builder, type Objects } from '../builder.ts'
import * as enums from './enums.ts'
import { LANGUAGE, Text } from './names.ts'

export const Assessment = builder.objectRef<Objects['Assessment']>('Assessment').implement({
  description:
    "The newsroom's own dated judgement of a claim: no part of any assertion, and without weight for the status.",
  fields: (t) => ({
    slug: t.string({ description: 'Its key, never reused.', resolve: ({ id }) => id }),
    verdict: t.field({ type: enums.VerdictEnum, description: 'What was found.', resolve: ({ verdict }) => verdict }),
    assessedAt: t.field({ type: 'Date', description: 'When it was judged.', resolve: ({ assessedAt }) => assessedAt }),
    author: t.exposeString('author', { description: 'Who judged.' }),
    note: t.field({
      type: Text,
      nullable: true,
      description: 'Why; null where no reason is recorded.',
      args: LANGUAGE,
      resolve: ({ note }, { language }) => pickText(note, language),
    }),
  }),
})
