import { type Assertion, type Quote, tenseOf } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Source } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import type { Names } from '../sentences/names.ts'
import { assertionWords } from './assertion-words.ts'
import { captureJsonLd } from './jsonld-capture.ts'
import { preferredJsonLd } from './jsonld-names.ts'
import {
  type JsonLd,
  licenceJsonLd,
  linkJsonLd,
  SOURCE_TYPES,
  typeOfEntity,
  type UrlOf,
  wordsJsonLd,
} from './jsonld-node.ts'
import { titleJsonLd } from './jsonld-title.ts'

/**
 * Returns an assertion as a node of its own. Author and quote belong to the assertion, never to the document, since one
 * document has the words of many claimants.
 */
export function assertionJsonLd(
  assertion: Assertion,
  details: ClaimDetails,
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
    ...(source?.url ? { url: linkJsonLd(source.url) } : {}),
    ...(source ? licenceJsonLd(source) : {}),
  }
  const speaker = claimant && {
    '@type': typeOfEntity(claimant),
    '@id': urlOf('entity', claimant.id),
    name: preferredJsonLd(claimant, messages.tag),
  }
  const about = urlOf('claim', details.claim.id)
  return {
    '@type': [quote === null ? 'CreativeWork' : 'Quotation', 'prov:Entity', 'oa:Annotation'],
    '@id': `${about}#said-${assertion.id}`,
    name: assertionWords(assertion, details, names, messages),
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
    ...(quote === null ? {} : words(quote, assertion, source, messages.tag, urlOf)),
    'oa:hasBody': { '@id': about },
  }
}

/**
 * Returns the quote, the capture that was read, and its position there, in code points. Other captures in which the words were
 * found or looked for in vain are named too.
 */
function words(quote: Quote, { sourceId }: Assertion, source: Source | null, tag: string, urlOf: UrlOf): JsonLd {
  const { exact, prefix, suffix, start, end, foundIn = [], absentFrom = [] } = quote
  const captures = (ids: readonly string[]): readonly JsonLd[] =>
    source?.versions.filter(({ id }) => ids.includes(id)).map((one) => captureJsonLd(one, source, urlOf)) ?? []
  const [read] = quote.versionId === null ? [] : captures([quote.versionId])
  const byWords: JsonLd = {
    '@type': 'oa:TextQuoteSelector',
    'oa:exact': exact,
    ...(prefix === null ? {} : { 'oa:prefix': prefix }),
    ...(suffix === null ? {} : { 'oa:suffix': suffix }),
  }
  const byPlace: readonly JsonLd[] =
    start === null || end === null ? [] : [{ '@type': 'oa:TextPositionSelector', 'oa:start': start, 'oa:end': end }]
  return {
    text: wordsJsonLd({ value: exact, language: quote.language }, tag),
    inLanguage: quote.language,
    'oa:hasTarget': {
      '@type': 'oa:SpecificResource',
      'oa:hasSource': { '@id': urlOf('source', sourceId) },
      ...(read ? { 'oa:hasState': read } : {}),
      'oa:hasSelector': [byWords, ...byPlace],
    },
    ...(foundIn.length === 0 ? {} : { 'sanad:foundIn': captures(foundIn) }),
    ...(absentFrom.length === 0 ? {} : { 'sanad:absentFrom': captures(absentFrom) }),
  }
}
