import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { StandingCount } from '../../domain/standing.ts'
import { THING_KINDS, type ThingKind } from '../../domain/thing-kind.ts'
import { builder } from '../builder.ts'
import * as acts from './assertion-enums.ts'
import { AS_OF } from './connections.ts'
import * as enums from './enums.ts'
import { loadRevision } from './load.ts'

interface Stats {
  readonly revision: RevisionNumber
  readonly byStatus: readonly StandingCount[]
  readonly byKind: readonly { readonly kind: ThingKind; readonly count: number }[]
}
export const StatusCount = builder.objectRef<StandingCount>('StatusCount').implement({
  description: 'Number of claims with one status on one side: “stated” and “stated not to” are counted apart.',
  fields: (t) => ({
    status: t.field({ type: enums.StatusEnum, resolve: (s) => s.status }),
    polarity: t.field({
      type: acts.PolarityEnum,
      nullable: true,
      description: 'Side of the deciding assertions; null if they take both sides or none.',
      resolve: (s) => s.polarity,
    }),
    count: t.exposeInt('count'),
  }),
})
const KindCount = builder.objectRef<Stats['byKind'][number]>('KindCount').implement({
  description: 'Number of objects of one kind.',
  fields: (t) => ({
    kind: t.field({ type: enums.ThingKindEnum, resolve: (k) => k.kind }),
    count: t.exposeInt('count'),
  }),
})
const StatsType = builder.objectRef<Stats>('Stats').implement({
  description: 'Size of the database at one revision.',
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description: 'Number of the revision that was counted; 0 before the first load.',
    }),
    byStatus: t.field({
      type: [StatusCount],
      description:
        'Number of claims for each status and polarity that a claim can have, also where it is 0; the most contested first.',
      resolve: (s) => s.byStatus,
    }),
    byKind: t.field({
      type: [KindCount],
      description: 'Number of objects for each kind, also where it is 0.',
      resolve: (s) => [...s.byKind],
    }),
  }),
})

builder.queryFields((t) => ({
  stats: t.field({
    type: StatsType,
    description: 'Number of objects by kind, and of claims by status.',
    args: AS_OF,
    resolve: async (_, args, c) => {
      const revision = await loadRevision(c, args.asOf)
      const [statuses, kinds] = await Promise.all([c.store.countByStanding(revision), c.store.countByKind(revision)])
      return {
        revision,
        byStatus: statuses,
        byKind: THING_KINDS.map((kind) => ({ kind, count: kinds[kind] })),
      }
    },
  }),
}))
