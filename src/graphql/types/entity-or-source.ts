import { builder } from '../builder.ts'
import { ENTITY_TYPES } from './entity-kinds.ts'
import { Source } from './node-types.ts'
import { typeNameOf } from './thing-kind.ts'

/** Who acts or what was written: what a claim speaks of, and what a report is handed down by. */
export const EntityOrSource = builder.unionType('EntityOrSource', {
  description: 'Someone who acts, or a document.',
  types: [...ENTITY_TYPES, Source],
  resolveType: typeNameOf,
})
