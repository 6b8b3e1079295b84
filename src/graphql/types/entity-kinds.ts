import { ENTITY_KINDS } from '../../domain/entity.ts'
import { builder, type Objects } from '../builder.ts'
import { Entity, Node } from './refs.ts'

const DESCRIPTIONS = {
  Person: 'A human being.',
  Organization: 'A company, an agency, a newsroom.',
  Service: 'A product that people use, such as a social network.',
  Group: 'An unnamed public; how many it is said to be stands in each claimantAsPrinted.',
} as const

/** The four kinds of entity: all they have is what an Entity has. Unions name them one by one. */
export const ENTITY_TYPES = ENTITY_KINDS.map((kind) =>
  builder.objectRef<Objects['Entity']>(kind).implement({ description: DESCRIPTIONS[kind], interfaces: [Entity, Node] }),
)
