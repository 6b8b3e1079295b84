import { wasSaid } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Concept } from '../domain/concept.ts'
import type { Entity } from '../domain/entity.ts'
import { firstAppearance } from '../domain/first-appearance.ts'
import type { Source } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { type Names, nameOf } from '../sentences/names.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import { assertionJsonLd } from './jsonld-assertion.ts'
import { type JsonLd, licenceJsonLd, SOURCE_TYPES, typeOfEntity, type UrlOf } from './jsonld-node.ts'
import { derivationsJsonLd, originsJsonLd, periodJsonLd } from './jsonld-provenance.ts'
import { claimReviewJsonLd } from './jsonld-review.ts'
import { titleJsonLd } from './jsonld-title.ts'

/** Vocabularies: schema.org, PROV-O for provenance, Web Annotation for quotes, `urn:sanad:` for stance and status. */
const CONTEXT = {
  '@context': [
    'https://schema.org',
    {
      prov: 'http://www.w3.org/ns/prov#',
      oa: 'http://www.w3.org/ns/oa#',
      sanad: 'urn:sanad:',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    },
  ],
}

/** Returns one node as a file. */
export const withContext = (node: JsonLd): JsonLd => ({ ...CONTEXT, ...node })

/** Returns the text of several nodes as one file. Each node is JSON. */
export const graphFile = (nodes: readonly string[]): string =>
  `${JSON.stringify(CONTEXT).slice(0, -1)},"@graph":[${nodes.join(',')}]}`

/**
 * Returns a claim as schema.org's Claim. Its name is the headline, its description the sentence. Affirming assertions are
 * under `appearance`, which means occurrences of the claim; all others are under `subjectOf`. `firstAppearance` is the
 * earliest known by its day or by a capture that holds its words. `claimInterpreter` stays unused: it is for
 * claims read from media. The derived status is no rating, since it counts assertions and does not judge them. An
 * assessment is a `review`.
 */
export function claimJsonLd(details: ClaimDetails, names: Names, messages: Messages, urlOf: UrlOf): JsonLd {
  const spoken = details.assertions.filter(wasSaid)
  const affirming = spoken.filter((a) => a.polarity === 'AFFIRMS')
  const others = spoken.filter((a) => a.polarity !== 'AFFIRMS')
  const first = firstAppearance(affirming, names.source)
  const { claim } = details
  const id = urlOf('claim', claim.id)
  const review = claimReviewJsonLd(details, details.assessments, names, messages, urlOf)
  const toNode = (assertion: (typeof spoken)[number]): JsonLd =>
    assertionJsonLd(assertion, details, names, messages, urlOf)
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
        name: { '@value': name.value, '@language': name.language },
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
    name: nameOf(entity, messages.tag),
    alternateName: [...new Set(entity.names.map(({ value }) => value))],
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
    ...(source.url === null ? {} : { url: source.url }),
    ...(source.language === null ? {} : { inLanguage: source.language }),
    ...(source.publishedAt === null ? {} : { datePublished: source.publishedAt }),
    ...derivationsJsonLd(source.derivedFrom, messages, urlOf),
    ...licenceJsonLd(source),
    ...(publisher === null
      ? {}
      : {
          publisher: {
            '@type': typeOfEntity(publisher),
            '@id': urlOf('entity', publisher.id),
            name: nameOf(publisher, messages.tag),
          },
        }),
  }
}

/** Returns a data category or a use as a DefinedTerm. */
export function conceptJsonLd(concept: Concept, messages: Messages, urlOf: UrlOf): JsonLd {
  const kind = concept.kind === 'Use' ? 'use' : 'data'
  return {
    '@type': 'DefinedTerm',
    '@id': urlOf(kind, concept.id),
    name: nameOf(concept, messages.tag),
    alternateName: [...new Set(concept.names.map(({ value }) => value))],
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

const sameAs = ({ externalIds }: Pick<Entity, 'externalIds'>): readonly string[] =>
  externalIds.flatMap(({ scheme, value }) =>
    scheme === 'wikidata'
      ? [`https://www.wikidata.org/entity/${encodeURIComponent(value)}`]
      : /^https?:/.test(value) && URL.canParse(value)
        ? [value]
        : [],
  )
