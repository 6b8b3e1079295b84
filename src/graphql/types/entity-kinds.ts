import { ENTITY_KINDS } from '../../domain/entity.ts'
import { builder, type Objects } from '../builder.ts'
import { ENTITY_NOTES } from './enums.ts'
import { Entity, Node } from './node-types.ts'

/** Object types of the four kinds of entity, for unions. Their fields are those of the interface Entity. */
export const ENTITY_TYPES = ENTITY_KINDS.map((kind) =>
  builder.objectRef<Objects['Entity']>(kind).implement({ description: ENTITY_NOTES[kind], interfaces: [Entity, Node] }),
)
