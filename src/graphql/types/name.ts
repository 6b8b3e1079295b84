import { builder, type Objects } from '../builder.ts'
import * as enums from './enums.ts'
import { ProvenanceType } from './provenance.ts'

export const NameType = builder.objectRef<Objects['Name']>('Name').implement({
  description: 'A name of an entity, a data category or a use, in one language.',
  fields: (t) => ({
    value: t.string({ resolve: ({ value }) => value.value }),
    language: t.string({
      description: 'Language of the name (BCP 47); `und` if it belongs to none.',
      resolve: ({ value }) => value.language,
    }),
    kind: t.field({
      type: enums.NameKindEnum,
      resolve: ({ value }) => value.kind,
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day on which the name was in use; null if unknown.',
      resolve: ({ value }) => value.validFrom,
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day on which the name was in use; null if unknown or still in use.',
      resolve: ({ value }) => value.validTo,
    }),
    provenance: t.field({
      type: ProvenanceType,
      description: 'Origin of the name and of its period.',
      resolve: ({ value, revision }) => ({ value: value.provenance, revision }),
    }),
  }),
})
