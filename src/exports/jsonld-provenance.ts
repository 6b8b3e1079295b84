import { type ClaimRelation, provenanceOfRelation } from '../domain/claim.ts'
import type { SpeaksFor } from '../domain/entity.ts'
import type { Name } from '../domain/name.ts'
import { isDocumented, isJudged, type Provenance, provenanceKindOf } from '../domain/provenance.ts'
import type { SourceDerivation } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import { pickText } from '../text/languages.ts'
import { type JsonLd, nameJsonLd, type UrlOf } from './jsonld-node.ts'

/** Returns the origin of a fact in PROV-O: its document and words, or the signature, day and reason of a judgement. */
export function provenanceJsonLd(provenance: Provenance | undefined, messages: Messages, urlOf: UrlOf): JsonLd {
  const kind = { 'sanad:provenance': provenanceKindOf(provenance) }
  if (isDocumented(provenance)) {
    const { quote, sourceId } = provenance
    return {
      ...kind,
      'prov:hadPrimarySource': { '@id': urlOf('source', sourceId) },
      ...(quote === null ? {} : { 'oa:exact': quote.exact }),
    }
  }
  if (!isJudged(provenance)) return kind
  const note = provenance.note ? pickText(provenance.note, messages.tag) : null
  return {
    ...kind,
    'prov:wasAttributedTo': { '@type': 'prov:Agent', name: nameJsonLd(provenance.newsroom) },
    'prov:generatedAtTime': provenance.on,
    ...(note === null ? {} : { 'rdfs:comment': { '@value': note.value, '@language': note.language } }),
  }
}

/**
 * Returns the documents that a document rests on. A judged one is under the qualified form alone: the plain property states a
 * fact.
 */
export const derivationsJsonLd = (
  derivations: readonly SourceDerivation[],
  messages: Messages,
  urlOf: UrlOf,
): Record<string, readonly JsonLd[]> =>
  derivedJsonLd(
    derivations.map(({ sourceId, provenance }) => ({ id: urlOf('source', sourceId), provenance, drift: null })),
    messages,
    urlOf,
  )

/** Returns the claims that a claim is derived from, each with the note on what changed. */
export const originsJsonLd = (
  claimId: string,
  relations: readonly ClaimRelation[],
  messages: Messages,
  urlOf: UrlOf,
): Record<string, readonly JsonLd[]> =>
  derivedJsonLd(
    relations
      .filter((one) => one.kind === 'DERIVED_FROM' && one.fromClaimId === claimId && one.toClaimId !== claimId)
      .map((relation) => ({
        id: urlOf('claim', relation.toClaimId),
        provenance: provenanceOfRelation(relation),
        drift: relation.drift,
      })),
    messages,
    urlOf,
  )

interface Derived {
  readonly id: string
  readonly provenance: Provenance | undefined
  readonly drift: ClaimRelation['drift']
}

function derivedJsonLd(all: readonly Derived[], messages: Messages, urlOf: UrlOf): Record<string, readonly JsonLd[]> {
  if (all.length === 0) return {}
  const facts = all.filter(({ provenance }) => !isJudged(provenance))
  const qualified = all.map(({ id, provenance, drift }): JsonLd => {
    const words = drift ? pickText(drift, messages.tag) : null
    return {
      '@type': 'prov:Derivation',
      'prov:entity': { '@id': id },
      ...provenanceJsonLd(provenance, messages, urlOf),
      ...(words === null ? {} : { 'sanad:drift': { '@value': words.value, '@language': words.language } }),
    }
  })
  return {
    ...(facts.length === 0 ? {} : { 'prov:wasDerivedFrom': facts.map(({ id }) => ({ '@id': id })) }),
    'prov:qualifiedDerivation': qualified,
  }
}

/** Returns a period with its origin; unknown days are left out. */
export const periodJsonLd = (
  { validFrom, validTo, provenance }: Pick<SpeaksFor | Name, 'validFrom' | 'validTo' | 'provenance'>,
  messages: Messages,
  urlOf: UrlOf,
): JsonLd => ({
  ...(validFrom === null ? {} : { 'sanad:validFrom': validFrom }),
  ...(validTo === null ? {} : { 'sanad:validTo': validTo }),
  ...provenanceJsonLd(provenance, messages, urlOf),
})
