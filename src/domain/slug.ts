import type { OptionallyBranded } from './branded.ts'

/**
 * The slug of an entity, a concept, a claim, a source or a story. Plain text is accepted, since seeds, addresses and
 * requests hold slugs as text; an AssertionId or a GlobalId is refused.
 */
export type Slug = OptionallyBranded<string, 'Slug'>
