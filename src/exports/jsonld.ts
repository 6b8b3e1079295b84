import { type Assertion, wasSaid } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Concept } from '../domain/concept.ts'
import type { Entity } from '../domain/entity.ts'
import { firstAppearance } from '../domain/first-appearance.ts'
import type { ExternalId, MatchKind } from '../domain/name.ts'
import type { Source } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import type { Names } from '../sentences/names.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import { pickText } from '../text/languages.ts'
import { assertionJsonLd } from './jsonld-assertion.ts'
import { fileContext, PREFIXES } from './jsonld-context.ts'
import { allNamesJsonLd, preferredJsonLd, skosNamesJsonLd } from './jsonld-names.ts'
import {
  idJsonLd,
  type JsonLd,
  licenceJsonLd,
  linkJsonLd,
  SOURCE_TYPES,
  typeOfEntity,
  type UrlOf,
  wordsJsonLd,
} from './jsonld-node.ts'
import { derivationsJsonLd, originsJsonLd, periodJsonLd } from './jsonld-provenance.ts'
import { claimReviewJsonLd } from './jsonld-review.ts'
import { titleJsonLd } from './jsonld-title.ts'

/**
 * Context of a page. Search engines know the address of schema.org's context and fetch no other, so that a page has it in place of
 * ours. Its terms have the same IRIs in both.
 */
const PAGE_CONTEXT = {
  '@context': [
    'https://schema.org',
    Object.fromEntries(['prov', 'oa', 'skos', 'rdfs', 'sanad'].map((prefix) => [prefix, PREFIXES[prefix] ?? ''])),
  ],
}

/** Returns one node with the context of a page. */
export const withPageContext = (node: JsonLd): JsonLd => ({ ...PAGE_CONTEXT, ...node })

/** Returns the text of one node as a file. */
export const nodeFile = (node: JsonLd, publicUrl: string, language: string): string =>
  JSON.stringify({ '@context': fileContext(publicUrl, language), ...node })

/** Returns the text before the nodes of a file of several. */
export const graphStart = (publicUrl: string, language: string): string =>
  `{"@context":${JSON.stringify(fileContext(publicUrl, language))},"@graph":[`

/** Text after the nodes of a file of several. A file without it is cut off. */
export const GRAPH_END = ']}\n'

/**
 * Returns a claim as schema.org's Claim. Its name is the headline, its description the sentence. Affirming assertions are
 * under `appearance`, which means occurrences of the claim; all others are under `subjectOf`. `firstAppearance` is the
 * earliest known by its day or by a capture that holds its words. `claimInterpreter` stays unused: it is for
 * claims read from media. The derived status is no rating, since it counts assertions and does not judge them. An
 * assessment is a `review`.
 *
 * @param toNode returns the node of an assertion; in full unless given
 */
export function claimJsonLd(
  details: ClaimDetails,
  names: Names,
  messages: Messages,
  urlOf: UrlOf,
  toNode: (assertion: Assertion) => JsonLd = (assertion) => assertionJsonLd(assertion, details, names, messages, urlOf),
): JsonLd {
  const spoken = details.assertions.filter(wasSaid)
  const affirming = spoken.filter((a) => a.polarity === 'AFFIRMS')
  const others = spoken.filter((a) => a.polarity !== 'AFFIRMS')
  const first = firstAppearance(affirming, names.source)
  const { claim } = details
  const id = urlOf('claim', claim.id)
  const review = claimReviewJsonLd(details, details.assessments, names, messages, urlOf)
  return {
    '@type': 'Claim',
    '@id': id,
    url: `${id}?lang=${messages.tag}`,
    inLanguage: messages.tag,
    name: headlineText(headline(details, names, messages)),
    description: sentenceOf(details, { validOn: null }, names, messages),
    'sanad:status': details.status.status,
    ...(details.status.polarity === null ? {} : { 'sanad:statusPolarity': details.status.polarity }),
    ...(claim.validFrom === null && claim.validTo === null
      ? {}
      : { 'sanad:validity': periodJsonLd({ ...claim, provenance: claim.validityProvenance }, messages, urlOf) }),
    ...originsJsonLd(claim.id, details.relations, messages, urlOf),
    ...(affirming.length === 0 ? {} : { appearance: affirming.map(toNode) }),
    ...(first ? { firstAppearance: { '@id': `${id}#said-${first.id}` } } : {}),
    ...(others.length === 0 ? {} : { subjectOf: others.map(toNode) }),
    ...(review === null ? {} : { review }),
  }
}

/** Returns an entity with its external ids that are URLs or Wikidata items under `sameAs`. */
export function entityJsonLd(entity: Entity, messages: Messages, urlOf: UrlOf): JsonLd {
  const former = entity.names
    .filter(({ kind }) => kind === 'FORMER')
    .map(
      (name): JsonLd => ({
        name: wordsJsonLd(name, messages.tag),
        ...periodJsonLd(name, messages, urlOf),
      }),
    )
  const spoken = entity.speaksFor.map(
    (one): JsonLd => ({
      'prov:agent': { '@id': urlOf('entity', one.entityId) },
      ...periodJsonLd(one, messages, urlOf),
    }),
  )
  return {
    '@type': typeOfEntity(entity),
    '@id': urlOf('entity', entity.id),
    name: preferredJsonLd(entity, messages.tag),
    alternateName: allNamesJsonLd(entity, messages.tag),
    ...(former.length === 0 ? {} : { 'sanad:formerName': former }),
    ...(spoken.length === 0 ? {} : { 'sanad:speaksFor': spoken }),
    sameAs: sameAs(entity),
  }
}

/** Returns a source; fields that the database lacks are left out. */
export function sourceJsonLd(source: Source, names: Names, messages: Messages, urlOf: UrlOf): JsonLd {
  const publisher = source.publishedBy === null ? null : names.entity(source.publishedBy)
  return {
    '@type': SOURCE_TYPES[source.kind],
    '@id': urlOf('source', source.id),
    ...titleJsonLd(source, messages.tag),
    ...(source.url === null ? {} : { url: linkJsonLd(source.url) }),
    ...(source.language === null ? {} : { inLanguage: source.language }),
    ...(source.publishedAt === null ? {} : { datePublished: source.publishedAt }),
    ...derivationsJsonLd(source.derivedFrom, messages, urlOf),
    ...licenceJsonLd(source),
    ...(source.publishedBy === null
      ? {}
      : {
          publisher: {
            '@id': urlOf('entity', source.publishedBy),
            ...(publisher && {
              '@type': typeOfEntity(publisher),
              name: preferredJsonLd(publisher, messages.tag),
            }),
          },
        }),
  }
}

/**
 * Returns a data category or a use as a DefinedTerm and a concept of SKOS. `sameAs` has exact external ids alone; the others, such
 * as a broader concept of DPV, are under the property of SKOS for their match.
 */
export function conceptJsonLd(concept: Concept, messages: Messages, urlOf: UrlOf): JsonLd {
  const kind = concept.kind === 'Use' ? 'use' : 'data'
  const definition = pickText(concept.definition, messages.tag)
  return {
    '@type': ['DefinedTerm', 'skos:Concept', `sanad:${concept.kind}`],
    '@id': urlOf(kind, concept.id),
    name: preferredJsonLd(concept, messages.tag),
    alternateName: allNamesJsonLd(concept, messages.tag),
    ...skosNamesJsonLd(concept),
    ...(definition === null
      ? {}
      : { 'skos:definition': { '@value': definition.value, '@language': definition.language } }),
    ...(concept.broader.length === 0
      ? {}
      : { 'skos:broader': concept.broader.map((id) => ({ '@id': urlOf(kind, id) })) }),
    ...matchesJsonLd(concept),
    sameAs: sameAs(concept),
  }
}

/** Returns a story or a list as a CollectionPage with the URLs of its claims. */
export const collectionJsonLd = (
  url: string,
  name: string,
  description: string,
  claims: readonly ClaimDetails[],
  urlOf: UrlOf,
): JsonLd => ({
  '@type': 'CollectionPage',
  '@id': url,
  name,
  ...(description === '' ? {} : { description }),
  hasPart: claims.map(({ claim }) => ({ '@id': urlOf('claim', claim.id) })),
})

/** External ids that name the thing itself. */
const sameAs = ({ externalIds }: Pick<Entity, 'externalIds'>): readonly string[] =>
  externalIds.flatMap((id) => (id.match === null || id.match === 'EXACT' ? (externalIri(id) ?? []) : []))

const MATCHES = {
  EXACT: 'skos:exactMatch',
  CLOSE: 'skos:closeMatch',
  BROAD: 'skos:broadMatch',
  NARROW: 'skos:narrowMatch',
  RELATED: 'skos:relatedMatch',
} as const satisfies Readonly<Record<MatchKind, string>>

function matchesJsonLd({ externalIds }: Concept): JsonLd {
  const found: Record<string, JsonLd[]> = {}
  for (const id of externalIds) {
    const iri = externalIri(id)
    if (iri === null || id.match === null) continue
    const property = MATCHES[id.match]
    found[property] = [...(found[property] ?? []), { '@id': iri }]
  }
  return found
}

/** Returns the IRI of a Wikidata item, or of an id that is one. Null for other ids. */
function externalIri({ scheme, value }: ExternalId): string | null {
  const text = scheme === 'wikidata' ? `https://www.wikidata.org/entity/${encodeURIComponent(value)}` : value
  return idJsonLd(text) === null ? null : text
}
