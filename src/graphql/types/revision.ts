import { builder, type Objects } from '../builder.ts'

export const Revision = builder.objectRef<Objects['Revision']>('Revision').implement({
  description: 'One change of this record.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number; record time is this, not a clock.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    author: t.exposeString('author', { description: 'Who.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
  }),
})

builder.queryFields((t) => ({
  revisions: t.field({
    type: [Revision],
    description: 'Every change of this record, oldest first.',
    resolve: async (_, __, c) => [...(await c.loaders.revisions.load(''))],
  }),
}))
