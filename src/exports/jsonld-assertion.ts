import { type Assertion, type Quote, tenseOf } from '../domain/assertion.ts'
import type { Claim } from '../domain/claim.ts'
import type { Messages } from '../messages/en.ts'
import { claimantName, mentionsOf } from '../sentences/claimant-name.ts'
import { type Labels, nameOf } from '../sentences/names.ts'
import { propositionOf } from '../sentences/proposition.ts'
import { actWords, certaintyWords } from '../sentences/stance-phrases.ts'
import { type Address, type JsonLd, SOURCE_TYPES, typeOfEntity } from './jsonld-node.ts'
import { titleJsonLd } from './jsonld-title.ts'

/**
 * One party's act on one claim, as a node of its own: author and words are of the act, never of the document that it was
 * read in, because one document holds the words of many.
 */
export function assertionJsonLd(
  assertion: Assertion,
  claim: Claim,
  labels: Labels,
  messages: Messages,
  address: Address,
): JsonLd {
  const { quote, stance, polarity, certainty, evidentiality, claimantAsPrinted } = assertion
  const source = labels.source(assertion.sourceId)
  const claimant = assertion.claimantId === null ? null : labels.entity(assertion.claimantId)
  const document: JsonLd = {
    '@type': source ? SOURCE_TYPES[source.kind] : 'CreativeWork',
    '@id': address('source', assertion.sourceId),
    ...(source ? titleJsonLd(source, messages.tag) : { name: assertion.sourceId }),
    ...(source?.url ? { url: source.url } : {}),
  }
  const speaker = claimant && {
    '@type': typeOfEntity(claimant),
    '@id': address('entity', claimant.id),
    name: nameOf(claimant, messages.tag),
  }
  const about = address('claim', claim.id)
  return {
    '@type': [quote === null ? 'CreativeWork' : 'Quotation', 'prov:Entity', 'oa:Annotation'],
    '@id': `${about}#said-${assertion.id}`,
    name: inWords(assertion, claim, labels, messages),
    about: { '@id': about },
    'sanad:stance': stance,
    'sanad:polarity': polarity,
    'sanad:certainty': certainty,
    'sanad:tense': tenseOf(assertion),
    'sanad:evidentiality': evidentiality,
    isPartOf: document,
    [quote === null ? 'prov:wasDerivedFrom' : 'prov:wasQuotedFrom']: { '@id': address('source', assertion.sourceId) },
    ...(speaker === null ? {} : { author: speaker, 'prov:wasAttributedTo': { '@id': speaker['@id'] } }),
    ...(claimantAsPrinted === null ? {} : { 'sanad:claimantAsPrinted': claimantAsPrinted.value }),
    ...(assertion.assertedAt === null ? {} : { dateCreated: assertion.assertedAt }),
    ...(quote === null ? {} : words(quote, assertion, address)),
    'oa:hasBody': { '@id': about },
  }
}

/** "Elon Musk (denies): X sells user data": a denial is never read as what it denies. */
function inWords(assertion: Assertion, claim: Claim, labels: Labels, messages: Messages): string {
  const { name, plural } = claimantName(assertion, labels, messages, mentionsOf(labels, messages))
  const act = actWords([assertion], plural, labels, messages)
  const how = [act, certaintyWords(assertion, messages)].filter(Boolean).join(', ')
  return `${name} (${how}): ${propositionOf(claim, labels, messages, { tense: tenseOf(assertion) })}`
}

/** Verbatim, and where they stand in the document. */
function words(quote: Quote, { sourceId }: Assertion, address: Address): JsonLd {
  const { exact, prefix, suffix, start, end } = quote
  const byWords: JsonLd = {
    '@type': 'oa:TextQuoteSelector',
    'oa:exact': exact,
    ...(prefix === null ? {} : { 'oa:prefix': prefix }),
    ...(suffix === null ? {} : { 'oa:suffix': suffix }),
  }
  const byPlace: readonly JsonLd[] =
    start === null || end === null ? [] : [{ '@type': 'oa:TextPositionSelector', 'oa:start': start, 'oa:end': end }]
  return {
    text: exact,
    inLanguage: quote.language,
    'oa:hasTarget': {
      '@type': 'oa:SpecificResource',
      'oa:hasSource': { '@id': address('source', sourceId) },
      'oa:hasSelector': [byWords, ...byPlace],
    },
  }
}
