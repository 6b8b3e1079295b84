import type { Entity, EntityKind } from '../domain/entity.ts'
import type { Source, SourceKind } from '../domain/source.ts'

export interface JsonLd {
  readonly [key: string]: string | number | null | JsonLd | readonly (JsonLd | string)[]
}

/** Returns the absolute URL of a page without a query: the id of its topic in every language and at every revision. */
export type UrlOf = (kind: 'entity' | 'claim' | 'source' | 'story' | 'data' | 'use', slug: string) => string

/**
 * Types of schema.org. A service is a Service, never its WebSite. A group is a Thing, since its members are unknown.
 */
const ENTITY_TYPES: Readonly<Record<EntityKind, string>> = {
  Person: 'Person',
  Organization: 'Organization',
  Service: 'Service',
  Group: 'Thing',
}
/** Returns the schema.org type of an entity. */
export const typeOfEntity = ({ kind }: Entity): string => ENTITY_TYPES[kind]

/** Returns the licence of a source and the attribution that it asks for wherever the source is quoted. */
export const licenceJsonLd = ({ licence, attribution }: Pick<Source, 'licence' | 'attribution'>): JsonLd => ({
  ...(licence === null ? {} : { license: licence }),
  ...(attribution === null ? {} : { creditText: attribution }),
})

/** Schema.org types of documents. */
export const SOURCE_TYPES: Readonly<Record<SourceKind, string>> = {
  ARTICLE: 'Article',
  POLICY: 'CreativeWork',
  POST: 'SocialMediaPosting',
  FILING: 'CreativeWork',
  DATASET: 'Dataset',
  OTHER: 'CreativeWork',
}
