import { STATUSES, type Status } from '../../domain/claim-status-types.ts'
import { THING_KINDS, type ThingKind } from '../../domain/thing-kind.ts'
import { builder } from '../builder.ts'
import { AS_OF } from './connections.ts'
import * as enums from './enums.ts'
import { loadRevision } from './load.ts'

interface Stats {
  readonly revision: number
  readonly byStatus: readonly { readonly status: Status; readonly count: number }[]
  readonly byKind: readonly { readonly kind: ThingKind; readonly count: number }[]
}
export const StatusCount = builder.objectRef<Stats['byStatus'][number]>('StatusCount').implement({
  description: 'How many claims have a status.',
  fields: (t) => ({
    status: t.field({ type: enums.StatusEnum, description: 'A status.', resolve: (s) => s.status }),
    count: t.exposeInt('count', { description: 'How many claims stand so.' }),
  }),
})
const KindCount = builder.objectRef<Stats['byKind'][number]>('KindCount').implement({
  description: 'How many things there are of a kind.',
  fields: (t) => ({
    kind: t.field({ type: enums.ThingKindEnum, description: 'A kind of thing.', resolve: (k) => k.kind }),
    count: t.exposeInt('count', { description: 'How many things of it there are.' }),
  }),
})
const StatsType = builder.objectRef<Stats>('Stats').implement({
  description: 'How much the record holds.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The revision that was counted; 0 before the first.' }),
    byStatus: t.field({
      type: [StatusCount],
      description: 'How many claims there are of each status.',
      resolve: (s) => [...s.byStatus],
    }),
    byKind: t.field({
      type: [KindCount],
      description: 'How many things there are of each kind.',
      resolve: (s) => [...s.byKind],
    }),
  }),
})

builder.queryFields((t) => ({
  stats: t.field({
    type: StatsType,
    description: 'How many things and claims the record holds.',
    args: AS_OF,
    resolve: async (_, args, c) => {
      const revision = await loadRevision(c, args.asOf)
      const [statuses, kinds] = await Promise.all([c.store.countByStatus(revision), c.store.countByKind(revision)])
      return {
        revision,
        byStatus: STATUSES.map((status) => ({ status, count: statuses[status] ?? 0 })),
        byKind: THING_KINDS.map((kind) => ({ kind, count: kinds[kind] })),
      }
    },
  }),
}))
