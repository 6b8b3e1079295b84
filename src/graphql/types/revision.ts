import { builder, type Objects } from '../builder.ts'

export const Revision = builder.objectRef<Objects['Revision']>('Revision').implement({
  description: 'A change of this record: all that one load or edit wrote.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number; record time is this, not a clock.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    author: t.exposeString('author', { description: 'Who changed the record.' }),
    reason: t.exposeString('reason', { description: 'Why it was changed.' }),
  }),
})

builder.queryFields((t) => ({
  revisions: t.field({
    type: [Revision],
    description: 'Every change of this record, oldest first.',
    resolve: async (_, __, c) => [...(await c.loaders.revisions.load(''))],
  }),
}))
