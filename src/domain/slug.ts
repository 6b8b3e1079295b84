import type { Branded } from './branded.ts'

/** The slug of an entity, a concept, a claim, a source or a story. */
export type Slug = Branded<string, 'Slug'>

/** Marks a text as a slug: of a seed that was checked, of a row of the database, of a parameter that was bounded. */
export const toSlug = (text: string): Slug => text as Slug
