import type { Assertion } from '../domain/assertion.ts'
import type { Entity } from '../domain/entity.ts'
import type { WholeClaim } from '../domain/graph-store.ts'
import { type Labels, nameOf, titleOf } from '../domain/labels.ts'
import { sentenceOf } from '../domain/sentence.ts'
import type { Source } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'

interface JsonLd {
  readonly [key: string]: string | number | null | JsonLd | readonly (JsonLd | string)[]
}

/** Absolute address of a page: '/claim/…' → 'https://…/claim/…'. */
export type Address = (kind: 'entity' | 'claim' | 'source' | 'story', slug: string) => string

const CONTEXT = { '@context': 'https://schema.org' }

/**
 * A claim as schema.org's Claim: its text is the hedged sentence, never the bare proposition, and each appearance is a
 * document with who spoke in it. There is no rating: what Sanad derives is who said what, not whether it is true.
 */
export function claimJsonLd(whole: WholeClaim, labels: Labels, messages: Messages, address: Address): JsonLd {
  const spoken = whole.assertions.filter((a) => a.withdrawn === null)
  return {
    ...CONTEXT,
    '@type': 'Claim',
    '@id': address('claim', whole.claim.id),
    url: address('claim', whole.claim.id),
    inLanguage: messages.tag,
    name: sentenceOf(whole, { validOn: null }, labels, messages),
    creativeWorkStatus: whole.status.status,
    appearance: spoken.map((assertion) => appearance(assertion, labels, messages, address)),
  }
}

export function entityJsonLd(entity: Entity, messages: Messages, address: Address): JsonLd {
  const types = { Person: 'Person', Organization: 'Organization', Service: 'WebSite', Group: 'Organization' } as const
  return {
    ...CONTEXT,
    '@type': types[entity.kind],
    '@id': address('entity', entity.id),
    name: nameOf(entity, messages.tag),
    alternateName: [...new Set(entity.names.map(({ value }) => value))],
    sameAs: entity.externalIds.filter(({ scheme }) => scheme === 'wikidata').map(({ value }) => wikidata(value)),
  }
}

export function sourceJsonLd(source: Source, labels: Labels, messages: Messages, address: Address): JsonLd {
  const publisher = source.publishedBy === null ? null : labels.entity(source.publishedBy)
  return {
    ...CONTEXT,
    '@type': 'CreativeWork',
    '@id': address('source', source.id),
    name: titleOf(source, messages.tag).value,
    ...(source.url === null ? {} : { url: source.url }),
    ...(source.language === null ? {} : { inLanguage: source.language }),
    ...(source.publishedAt === null ? {} : { datePublished: source.publishedAt }),
    ...(source.licence === null ? {} : { license: source.licence }),
    ...(publisher === null ? {} : { publisher: { '@type': 'Organization', name: nameOf(publisher, messages.tag) } }),
  }
}

/** A story or a list: which claims it holds, by address. */
export const collectionJsonLd = (
  url: string,
  name: string,
  description: string,
  claims: readonly WholeClaim[],
  address: Address,
): JsonLd => ({
  ...CONTEXT,
  '@type': 'CollectionPage',
  '@id': url,
  name,
  ...(description === '' ? {} : { description }),
  hasPart: claims.map(({ claim }) => address('claim', claim.id)),
})

function appearance(assertion: Assertion, labels: Labels, messages: Messages, address: Address): JsonLd {
  const source = labels.source(assertion.sourceId)
  const claimant = assertion.claimantId === null ? null : labels.entity(assertion.claimantId)
  return {
    '@type': 'CreativeWork',
    '@id': address('source', assertion.sourceId),
    name: source ? titleOf(source, messages.tag).value : assertion.sourceId,
    ...(source?.url ? { url: source.url } : {}),
    ...(claimant
      ? { author: { '@type': 'Thing', '@id': address('entity', claimant.id), name: nameOf(claimant, messages.tag) } }
      : {}),
    ...(assertion.assertedAt === null ? {} : { dateCreated: assertion.assertedAt }),
    ...(assertion.quote === null ? {} : { text: assertion.quote.exact }),
  }
}

const wikidata = (id: string): string => `https://www.wikidata.org/entity/${encodeURIComponent(id)}`
