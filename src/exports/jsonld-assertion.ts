import { type Assertion, type Quote, tenseOf } from '../domain/assertion.ts'
import type { Claim } from '../domain/claim.ts'
import type { Messages } from '../messages/en.ts'
import { claimantName, mentionsOf } from '../sentences/claimant-name.ts'
import { type Names, nameOf } from '../sentences/names.ts'
import { propositionOf } from '../sentences/proposition.ts'
import { certaintyWords, stancePhrases } from '../sentences/stance-phrases.ts'
import { type JsonLd, SOURCE_TYPES, typeOfEntity, type UrlOf } from './jsonld-node.ts'
import { titleJsonLd } from './jsonld-title.ts'

/**
 * Returns an assertion as a node of its own. Author and quote belong to the assertion, never to the document, since one
 * document has the words of many claimants.
 */
export function assertionJsonLd(
  assertion: Assertion,
  claim: Claim,
  names: Names,
  messages: Messages,
  urlOf: UrlOf,
): JsonLd {
  const { quote, stance, polarity, certainty, evidentiality, claimantAsPrinted } = assertion
  const source = names.source(assertion.sourceId)
  const claimant = assertion.claimantId === null ? null : names.entity(assertion.claimantId)
  const document: JsonLd = {
    '@type': source ? SOURCE_TYPES[source.kind] : 'CreativeWork',
    '@id': urlOf('source', assertion.sourceId),
    ...(source ? titleJsonLd(source, messages.tag) : { name: assertion.sourceId }),
    ...(source?.url ? { url: source.url } : {}),
  }
  const speaker = claimant && {
    '@type': typeOfEntity(claimant),
    '@id': urlOf('entity', claimant.id),
    name: nameOf(claimant, messages.tag),
  }
  const about = urlOf('claim', claim.id)
  return {
    '@type': [quote === null ? 'CreativeWork' : 'Quotation', 'prov:Entity', 'oa:Annotation'],
    '@id': `${about}#said-${assertion.id}`,
    name: inWords(assertion, claim, names, messages),
    about: { '@id': about },
    'sanad:stance': stance,
    'sanad:polarity': polarity,
    'sanad:certainty': certainty,
    'sanad:tense': tenseOf(assertion),
    'sanad:evidentiality': evidentiality,
    isPartOf: document,
    [quote === null ? 'prov:wasDerivedFrom' : 'prov:wasQuotedFrom']: { '@id': urlOf('source', assertion.sourceId) },
    ...(speaker === null ? {} : { author: speaker, 'prov:wasAttributedTo': { '@id': speaker['@id'] } }),
    ...(claimantAsPrinted === null ? {} : { 'sanad:claimantAsPrinted': claimantAsPrinted.value }),
    ...(assertion.assertedAt === null ? {} : { dateCreated: assertion.assertedAt }),
    ...(quote === null ? {} : words(quote, assertion, urlOf)),
    'oa:hasBody': { '@id': about },
  }
}

/** Returns "Elon Musk (denies): X sells user data". The stance keeps a denial from reading as its claim. */
function inWords(assertion: Assertion, claim: Claim, names: Names, messages: Messages): string {
  const { name, plural } = claimantName(assertion, names, messages, mentionsOf(names, messages))
  const act = stancePhrases([assertion], plural, names, messages)
  const how = [act, certaintyWords(assertion, messages)].filter(Boolean).join(', ')
  return `${name} (${how}): ${propositionOf(claim, names, messages, { tense: tenseOf(assertion) })}`
}

/** Returns the quote and its position in the document, in code points. */
function words(quote: Quote, { sourceId }: Assertion, urlOf: UrlOf): JsonLd {
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
      'oa:hasSource': { '@id': urlOf('source', sourceId) },
      'oa:hasSelector': [byWords, ...byPlace],
    },
  }
}
