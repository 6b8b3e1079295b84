import { type Assertion, wasSaid } from '../domain/assertion.ts'
import type { Claim } from '../domain/claim.ts'
import { CONCEPT_KINDS, type ConceptKind } from '../domain/concept.ts'
import type { Slug } from '../domain/slug.ts'
import { PATH_OF_KIND } from '../domain/thing-kind.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { namesFrom } from '../sentences/names.ts'
import { pickText } from '../text/languages.ts'
import type { ExportedClaim, ExportSource } from './export-format.ts'
import { claimJsonLd, conceptJsonLd, entityJsonLd, sourceJsonLd } from './jsonld.ts'
import { assertionJsonLd } from './jsonld-assertion.ts'
import { type JsonLd, licenceJsonLd, type UrlOf, wordsJsonLd } from './jsonld-node.ts'
import { titleJsonLd } from './jsonld-title.ts'
import { claimantText } from './tables/cell-texts.ts'

/** A node in the graph that is named by the IRI of a document, or in the default graph (null). */
export interface GraphNode {
  readonly graph: string | null
  readonly node: JsonLd
}

/**
 * Makes the nodes of an export: one that describes the file, then each claim with its assertions, entities, sources and concepts.
 * The assertions that were read in a document are in the graph of the document, all other nodes in the default graph, so that a
 * query can tell what a document says from what the newsroom recorded about it.
 */
export async function* graphNodes(source: ExportSource): AsyncIterable<GraphNode> {
  const { messages, urlOf } = source
  const inDefault = (node: JsonLd): GraphNode => ({ graph: null, node })
  yield inDefault(await fileNode(source))
  const concepts: Record<ConceptKind, Set<Slug>> = { DataCategory: new Set(), Use: new Set() }
  for await (const exported of source.claims()) {
    for (const { kind, id } of exported.details.namedConcepts) concepts[kind].add(id)
    yield inDefault(claimNode(exported, source))
    for (const assertion of exported.details.assertions.filter(wasSaid))
      yield {
        graph: urlOf('source', assertion.sourceId),
        node: assertionNode(assertion, exported, source),
      }
  }
  for await (const entity of source.entities()) yield inDefault(entityJsonLd(entity, messages, urlOf))
  const noNames = namesFrom({})
  for await (const document of source.sources()) yield inDefault(sourceJsonLd(document, noNames, messages, urlOf))
  for (const kind of CONCEPT_KINDS)
    for await (const concept of source.concepts(kind, concepts[kind]))
      yield inDefault(conceptJsonLd(concept, messages, urlOf))
}

async function fileNode(source: ExportSource): Promise<JsonLd> {
  const { messages, revision, recordedAt, url } = source
  return {
    '@type': 'Dataset',
    '@id': url,
    name: `${messages.ui.site}: ${messages.ui.claims}`,
    inLanguage: messages.tag,
    ...(recordedAt === null ? {} : { dateModified: recordedAt }),
    'sanad:revision': revision,
    'sanad:claims': await source.countClaims(),
  }
}

function claimNode({ details, names }: ExportedClaim, { messages, urlOf }: ExportSource): JsonLd {
  const id = urlOf('claim', details.claim.id)
  return {
    ...claimJsonLd(details, names, messages, urlOf, (assertion) => ({ '@id': `${id}#said-${assertion.id}` })),
    ...propositionJsonLd(details.claim, messages.tag, urlOf),
  }
}

function propositionJsonLd(claim: Claim, tag: string, urlOf: UrlOf): JsonLd {
  const { subject, predicate, object, data, uses, condition } = claim
  const words = condition && pickText(condition, tag)
  return {
    'sanad:subject': { '@id': urlOf(subject.kind === 'Entity' ? 'entity' : 'source', subject.id) },
    'sanad:predicate': predicate,
    ...(object === null ? {} : { 'sanad:object': objectJsonLd(object, tag, urlOf) }),
    ...(data.length === 0 ? {} : { 'sanad:data': data.map((id) => ({ '@id': urlOf('data', id) })) }),
    ...(uses.length === 0 ? {} : { 'sanad:use': uses.map((id) => ({ '@id': urlOf('use', id) })) }),
    ...(words ? { 'sanad:condition': wordsJsonLd(words, tag) } : {}),
  }
}

function objectJsonLd(object: NonNullable<Claim['object']>, tag: string, urlOf: UrlOf): JsonLd | string {
  if (object.kind !== 'Text') return { '@id': urlOf(PATH_OF_KIND[object.kind], object.id) }
  const words = pickText(object.text, tag)
  return words === null ? '' : wordsJsonLd(words, tag)
}

/** Returns an assertion that can be read alone: with the headline and status of its claim, and the attribution of its source. */
function assertionNode(
  assertion: Assertion,
  { details, names }: ExportedClaim,
  { messages, urlOf }: ExportSource,
): JsonLd {
  const document = names.source(assertion.sourceId)
  return {
    ...assertionJsonLd(assertion, details, names, messages, urlOf),
    isPartOf: {
      '@id': urlOf('source', assertion.sourceId),
      ...(document ? titleJsonLd(document, messages.tag) : {}),
    },
    ...(document ? licenceJsonLd(document) : {}),
    'sanad:claimHeadline': headlineText(headline(details, names, messages)),
    'sanad:claimStatus': details.status.status,
    'sanad:claimant': claimantText(assertion, names, messages),
  }
}
