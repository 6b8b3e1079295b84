import { ENTITY_KINDS } from '../../domain/entity.ts'
import { builder, type Objects } from '../builder.ts'
import { ENTITY_NOTES } from './enums.ts'
import { Entity, Node } from './node-types.ts'

/** The four kinds of entity: all they have is what an Entity has. Unions name them one by one. */
export const ENTITY_TYPES = ENTITY_KINDS.map((kind) =>
  builder.objectRef<Objects['Entity']>(kind).implement({ description: ENTITY_NOTES[kind], interfaces: [Entity, Node] }),
)
