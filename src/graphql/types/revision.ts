import { builder, type Objects } from '../builder.ts'
import { AS_OF } from './connections.ts'
import { loadRevision } from './load.ts'

export const Revision = builder.objectRef<Objects['Revision']>('Revision').implement({
  description: 'One change of the database: everything that one load or edit wrote.',
  fields: (t) => ({
    number: t.exposeInt('number', {
      description: 'Place in the order of changes, from 1. Two changes are ordered by it, not by `recordedAt`.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'Instant of the change, for use as `asOf`.' }),
    author: t.exposeString('author', { description: 'Name that the load or the editor gave.' }),
    reason: t.exposeString('reason', {
      description: 'Reason that the author gave; “Seed load: …” if the load gave none.',
    }),
  }),
})

builder.queryFields((t) => ({
  revision: t.field({
    type: Revision,
    nullable: true,
    description:
      'The change whose state of the database the request reads: the newest, or the last one by `asOf`; null before the first. With it, an empty list proves that there was nothing then.',
    args: AS_OF,
    resolve: async (_, { asOf }, c) => {
      const number = await loadRevision(c, asOf)
      const revisions = await c.loaders.revisions.load('')
      return revisions.find((one) => one.number === number) ?? null
    },
  }),
  revisions: t.field({
    type: [Revision],
    description: 'All changes of the database, oldest first, without pages.',
    resolve: async (_, __, c) => [...(await c.loaders.revisions.load(''))],
  }),
}))
