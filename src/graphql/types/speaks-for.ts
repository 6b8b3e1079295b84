import { builder, type Objects } from '../builder.ts'
import { loadEntity } from './load.ts'
import { Entity } from './node-types.ts'
import { ProvenanceType } from './provenance.ts'

export const SpeaksFor = builder.objectRef<Objects['SpeaksFor']>('SpeaksFor').implement({
  description:
    'Period in which one entity speaks for another. Assertions that it makes then count as the word of the other.',
  fields: (t) => ({
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'Entity that is spoken for.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.entityId, revision),
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of the period; null if unknown.',
      resolve: ({ value }) => value.validFrom,
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day of the period; null if unknown or not over.',
      resolve: ({ value }) => value.validTo,
    }),
    provenance: t.field({
      type: ProvenanceType,
      description: 'Origin of the knowledge that the one speaks for the other, and of the period.',
      resolve: ({ value, revision }) => ({ value: value.provenance, revision }),
    }),
  }),
})
