import type { Entity, EntityKind } from '../domain/entity.ts'
import type { Source, SourceKind } from '../domain/source.ts'
import type { PathKind } from '../domain/thing-kind.ts'
import type { TextInLanguage } from '../text/languages.ts'

export interface JsonLd {
  readonly [key: string]: string | number | null | JsonLd | readonly (JsonLd | string)[]
}

/** Returns the absolute URL of a page without a query: the id of its topic in every language and at every revision. */
export type UrlOf = (kind: PathKind, slug: string) => string

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

/** Characters that an IRI cannot have, or that a processor of JSON-LD refuses. */
const WEB_IRI = /^https?:\/\/[^\s\p{Cc}\p{Co}<>"{}|\\^`]+$/iu

/** Returns whether a text is an IRI of the web. Other schemes stay texts, since browsers of linked data link IRIs. */
const isWebIri = (text: string): boolean => WEB_IRI.test(text) && text.isWellFormed() && URL.canParse(text)

/** Returns an address for a property whose values are IRIs. One that is no IRI becomes a plain text, so that nothing is lost. */
export const linkJsonLd = (text: string): JsonLd | string => (isWebIri(text) ? text : { '@value': text })

/** Returns a link to something outside; null for an address that is no IRI of the web. */
export const idJsonLd = (text: string): JsonLd | null => (isWebIri(text) ? { '@id': text } : null)

/** Returns words as a plain text if they are in the language of the file, else with their language. */
export const wordsJsonLd = ({ value, language }: TextInLanguage, tag: string): JsonLd | string =>
  language === tag ? value : { '@value': value, ...(language === 'und' ? {} : { '@language': language }) }

/** Returns a name that is in no language. */
export const nameJsonLd = (value: string): JsonLd => ({ '@value': value })

/** Returns the licence of a source and the attribution that it asks for wherever the source is quoted. */
export const licenceJsonLd = ({ licence, attribution }: Pick<Source, 'licence' | 'attribution'>): JsonLd => ({
  ...(licence === null ? {} : { license: idJsonLd(licence) ?? licence }),
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
