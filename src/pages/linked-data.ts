import {
  claimJsonLd,
  collectionJsonLd,
  conceptJsonLd,
  entityJsonLd,
  graphJsonLd,
  sourceJsonLd,
  withContext,
} from '../exports/jsonld.ts'
import type { Address, JsonLd } from '../exports/jsonld-node.ts'
import { labelsOfClaims } from '../sentences/names-of-claims.ts'
import type { PageContext } from './page.ts'
import { everyClaim, type Subject } from './page-topic.ts'

/** What a page tells machines of what it is about. */
export const pageLinkedData = async (subject: Subject, context: PageContext, at: number): Promise<JsonLd> =>
  withContext(await nodeOf(subject, context, at))

/** The same as a file: with all the claims that the page shows, each with everything that was said on it. */
export async function wholeLinkedData(subject: Subject, context: PageContext, at: number): Promise<JsonLd> {
  const node = await nodeOf(subject, context, at)
  if (subject.kind === 'claim') return withContext(node)
  const all = everyClaim(subject)
  const labels = await labelsOfClaims(context.store, all, at)
  const claims = all.map((whole) => claimJsonLd(whole, labels, context.messages, addressIn(context)))
  return graphJsonLd([node, ...claims])
}

async function nodeOf(subject: Subject, context: PageContext, at: number): Promise<JsonLd> {
  const { store, messages, publicUrl } = context
  const address = addressIn(context)
  const { kind, slug, claims } = subject
  const [whole] = claims
  if (kind === 'claim' && whole) {
    return claimJsonLd(whole, await labelsOfClaims(store, [whole], at), messages, address)
  }
  if (kind === 'entity') {
    const [entity] = await store.entities([slug], at)
    if (entity) return entityJsonLd(entity, messages, address)
  }
  if (kind === 'source') {
    const [source] = await store.sources([slug], at)
    if (source) return sourceJsonLd(source, await labelsOfClaims(store, claims, at), messages, address)
  }
  if (kind === 'data' || kind === 'use') {
    const concept = (await store.concepts(kind === 'data' ? 'DataCategory' : 'Use', at)).byId.get(slug)
    if (concept) return conceptJsonLd(concept, messages, address)
  }
  const id = kind === 'story' ? address('story', slug) : `${publicUrl}${subject.permalink}`
  return collectionJsonLd(id, subject.title, subject.summary, claims, address)
}

const addressIn =
  ({ publicUrl }: PageContext): Address =>
  (kind, slug) =>
    `${publicUrl}/${kind}/${encodeURIComponent(slug)}`
