import { builder } from '../builder.ts'
import { ENTITY_TYPES } from './entity-kinds.ts'
import { Source } from './node-types.ts'
import { typeNameOf } from './thing-kind.ts'

/** Type of the subject of a claim and of the intermediaries of an assertion. */
export const EntityOrSource = builder.unionType('EntityOrSource', {
  description:
    'An entity or a document, where either may stand: as the subject of a claim, or as an intermediary of an assertion.',
  types: [...ENTITY_TYPES, Source],
  resolveType: typeNameOf,
})
