import type { RevisionNumber } from '../domain/revision-number.ts'
import { toSlug } from '../domain/slug.ts'
import {
  claimJsonLd,
  collectionJsonLd,
  conceptJsonLd,
  entityJsonLd,
  GRAPH_END,
  graphStart,
  nodeFile,
  sourceJsonLd,
  withPageContext,
} from '../exports/jsonld.ts'
import type { JsonLd, UrlOf } from '../exports/jsonld-node.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { mapInSlices } from '../thread/slices.ts'
import type { PageContext } from './page.ts'
import { everyClaim, type PageTopic } from './page-topic.ts'

/** JSON-LD of a page's topic. */
export const pageLinkedData = async (
  topic: PageTopic,
  context: PageContext,
  revision: RevisionNumber,
): Promise<JsonLd> => withPageContext(await nodeOf(topic, context, revision))

/** Text of the JSON-LD file of a topic, with all of its claims and their assertions. */
export async function linkedDataFile(
  topic: PageTopic,
  context: PageContext,
  revision: RevisionNumber,
): Promise<string> {
  const node = await nodeOf(topic, context, revision)
  const { publicUrl, messages } = context
  if (topic.kind === 'claim') return nodeFile(node, publicUrl, messages.tag)
  const all = everyClaim(topic)
  const names = await namesOfClaims(context.store, all, revision)
  const claims = await mapInSlices(all, (details) =>
    JSON.stringify(claimJsonLd(details, names, messages, urlIn(context))),
  )
  return graphStart(publicUrl, messages.tag) + [JSON.stringify(node), ...claims].join(',') + GRAPH_END
}

async function nodeOf(topic: PageTopic, context: PageContext, revision: RevisionNumber): Promise<JsonLd> {
  const { store, messages, publicUrl } = context
  const url = urlIn(context)
  const { kind, slug, claims } = topic
  const [details] = claims
  if (kind === 'claim' && details) {
    return claimJsonLd(details, await namesOfClaims(store, [details], revision), messages, url)
  }
  if (kind === 'entity') {
    const [entity] = await store.entities([toSlug(slug)], revision)
    if (entity) return entityJsonLd(entity, messages, url)
  }
  if (kind === 'source') {
    const [source] = await store.sources([toSlug(slug)], revision)
    if (source) return sourceJsonLd(source, await namesOfClaims(store, claims, revision), messages, url)
  }
  if (kind === 'data' || kind === 'use') {
    const [concept] = await store.concepts(kind === 'data' ? 'DataCategory' : 'Use', [toSlug(slug)], revision)
    if (concept) return conceptJsonLd(concept, messages, url)
  }
  const id = kind === 'story' ? url('story', slug) : `${publicUrl}${topic.permalink}`
  return collectionJsonLd(id, topic.title, topic.summary, claims, url)
}

/** Returns the absolute URLs of pages. */
export const urlIn =
  ({ publicUrl }: Pick<PageContext, 'publicUrl'>): UrlOf =>
  (kind, slug) =>
    `${publicUrl}/${kind}/${encodeURIComponent(slug)}`
