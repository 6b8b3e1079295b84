import { builder } from '../builder.ts'
import { ENTITY_TYPES } from './entity-kinds.ts'
import { Source } from './refs.ts'
import { typeNameOf } from './thing-kind.ts'

/** Who acts or what was written: what a claim speaks of, and what a report is handed down by. */
export const Thing = builder.unionType('Thing', {
  description: 'Someone who acts, or a document.',
  types: [...ENTITY_TYPES, Source],
  resolveType: typeNameOf,
})
