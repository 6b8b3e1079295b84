import type { Entity, EntityKind } from '../domain/entity.ts'
import type { SourceKind } from '../domain/source.ts'

export interface JsonLd {
  readonly [key: string]: string | number | null | JsonLd | readonly (JsonLd | string)[]
}

/** What a thing is called in every language and at every time: its page's absolute address, without a query. */
export type UrlOf = (kind: 'entity' | 'claim' | 'source' | 'story' | 'data' | 'use', slug: string) => string

/** Things that people use are services, not the pages on which they are; of a crowd nothing more is known. */
const ENTITY_TYPES: Readonly<Record<EntityKind, string>> = {
  Person: 'Person',
  Organization: 'Organization',
  Service: 'Service',
  Group: 'Thing',
}
export const typeOfEntity = ({ kind }: Entity): string => ENTITY_TYPES[kind]

export const SOURCE_TYPES: Readonly<Record<SourceKind, string>> = {
  ARTICLE: 'Article',
  POLICY: 'CreativeWork',
  POST: 'SocialMediaPosting',
  FILING: 'CreativeWork',
  DATASET: 'Dataset',
  OTHER: 'CreativeWork',
}
