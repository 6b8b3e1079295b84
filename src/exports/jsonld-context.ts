import { SANAD_TERMS } from './jsonld-terms.ts'

/**
 * Namespaces by prefix. Schema.org has the namespace of its own context. `urn:sanad:` is the same at every newsroom, so that data
 * of two of them merge.
 */
export const PREFIXES: Readonly<Record<string, string>> = {
  schema: 'http://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dpv: 'https://w3id.org/dpv#',
  'dpv-pd': 'https://w3id.org/dpv/pd#',
  'dpv-ai': 'https://w3id.org/dpv/ai#',
  sanad: 'urn:sanad:',
}

/** Kind of the text values of a term: words in the language of the file, an IRI, a date, or a text in no language. */
export type TermKind = 'WORDS' | 'IRI' | 'DATE' | 'TEXT'

export interface Term {
  readonly iri: string
  readonly kind: TermKind
}

/** Datatype of dates, which may be partial: the one that the context of schema.org gives them. */
export const DATE_TYPE = 'http://schema.org/Date'

const SCHEMA_TERMS: Readonly<Record<string, TermKind>> = {
  about: 'TEXT',
  alternateName: 'WORDS',
  appearance: 'TEXT',
  archivedAt: 'IRI',
  author: 'TEXT',
  claimReviewed: 'WORDS',
  creditText: 'TEXT',
  dateCreated: 'DATE',
  dateModified: 'DATE',
  datePublished: 'DATE',
  description: 'WORDS',
  firstAppearance: 'TEXT',
  hasPart: 'TEXT',
  inLanguage: 'TEXT',
  isPartOf: 'TEXT',
  itemReviewed: 'TEXT',
  license: 'TEXT',
  name: 'WORDS',
  publisher: 'TEXT',
  review: 'TEXT',
  reviewBody: 'WORDS',
  reviewRating: 'TEXT',
  sameAs: 'IRI',
  sha256: 'TEXT',
  subjectOf: 'TEXT',
  text: 'WORDS',
  url: 'IRI',
}

const SCHEMA_TYPES: readonly string[] = [
  ...['Article', 'Claim', 'ClaimReview', 'CollectionPage', 'CreativeWork', 'Dataset', 'DefinedTerm', 'Organization'],
  ...['Person', 'Quotation', 'Rating', 'Service', 'SocialMediaPosting', 'Thing'],
]

const isType = (name: string): boolean => /^[A-Z]/.test(name)

/** Words of Sanad's own terms. All others are codes, days, numbers, and words as printed. */
const SANAD_WORDS = ['claimHeadline', 'condition', 'object']

const PREFIXED_TERMS: readonly string[] = [
  ...['prov:agent', 'prov:entity', 'prov:generatedAtTime', 'prov:hadPrimarySource', 'prov:qualifiedDerivation'],
  ...['prov:specializationOf', 'prov:wasAttributedTo', 'prov:wasDerivedFrom', 'prov:wasQuotedFrom'],
  ...['oa:cachedSource', 'oa:end', 'oa:exact', 'oa:hasBody', 'oa:hasSelector', 'oa:hasSource', 'oa:hasState'],
  ...['oa:hasTarget', 'oa:prefix', 'oa:sourceDate', 'oa:start', 'oa:suffix', 'rdfs:comment'],
  ...['skos:altLabel', 'skos:broader', 'skos:definition', 'skos:prefLabel', 'skos:exactMatch', 'skos:closeMatch'],
  ...['skos:broadMatch', 'skos:narrowMatch', 'skos:relatedMatch'],
  ...Object.keys(SANAD_TERMS).flatMap((name) => (isType(name) ? [] : [`sanad:${name}`])),
]

const kindOf = (name: string): TermKind => (SANAD_WORDS.some((one) => name === `sanad:${one}`) ? 'WORDS' : 'TEXT')

/** Terms of the context by key. */
const TERMS: ReadonlyMap<string, Term> = new Map<string, Term>([
  ...Object.entries(SCHEMA_TERMS).map(([name, kind]): [string, Term] => [
    name,
    { iri: `${PREFIXES.schema}${name}`, kind },
  ]),
  ...PREFIXED_TERMS.map((name): [string, Term] => [name, { iri: expandPrefix(name), kind: kindOf(name) }]),
])

/** Keys of the context. */
export const TERM_NAMES: readonly string[] = [...TERMS.keys()]

/**
 * Returns the IRI of a key of our linked data, and the kind of its text values.
 * @throws Error for one that the context lacks
 */
export function termOf(key: string): Term {
  const term = TERMS.get(key)
  if (term === undefined) throw new Error(`${key} is no term of the context.`)
  return term
}

/** Returns the IRI of a type. @throws Error for one that the context lacks */
export const typeIri = (type: string): string =>
  SCHEMA_TYPES.includes(type) ? `${PREFIXES.schema}${type}` : expandPrefix(type)

function expandPrefix(name: string): string {
  const [prefix = '', local = ''] = name.split(':')
  const namespace = PREFIXES[prefix]
  if (namespace === undefined || local === '') throw new Error(`${name} has no prefix of the context.`)
  return namespace + local
}

/** Path of the context document. */
export const CONTEXT_PATH = '/context.jsonld'

/** Returns the `@context` of a file: our document, and the language of its words. */
export const fileContext = (publicUrl: string, language: string) => [
  `${publicUrl}${CONTEXT_PATH}`,
  { '@language': language },
]

/**
 * Returns the context document: every term of our linked data, and under `@graph`, which a processor of JSON-LD leaves out of a
 * context, the meanings of Sanad's own terms.
 */
export function contextDocument(): string {
  const terms = [...TERMS].map(([name, { iri, kind }]) => [name, definitionOf(iri, kind)])
  const types = SCHEMA_TYPES.map((name) => [name, typeIri(name)])
  const meanings = Object.entries(SANAD_TERMS).map(([name, meaning]) => ({
    '@id': `sanad:${name}`,
    '@type': isType(name) ? 'rdfs:Class' : 'rdf:Property',
    'rdfs:comment': { '@value': meaning, '@language': 'en' },
  }))
  const context = { '@version': 1.1, ...PREFIXES, ...Object.fromEntries([...types, ...terms]) }
  return `${JSON.stringify({ '@context': context, '@graph': meanings }, null, 1)}\n`
}

function definitionOf(iri: string, kind: TermKind) {
  if (kind === 'WORDS') return { '@id': iri }
  if (kind === 'IRI') return { '@id': iri, '@type': '@id' }
  return kind === 'DATE' ? { '@id': iri, '@type': DATE_TYPE } : { '@id': iri, '@language': null }
}
