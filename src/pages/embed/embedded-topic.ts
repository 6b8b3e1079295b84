import type { GraphStore } from '../../domain/graph-store.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { findRenamedSlug } from '../missing/renamed.ts'
import { type PageTopic, readTopic } from '../page-topic.ts'
import type { EmbedRequest } from './embed-request.ts'

export interface EmbeddedTopic {
  /** The request, with the current slug of a renamed thing. */
  readonly request: EmbedRequest
  readonly topic: PageTopic
  readonly revision: RevisionNumber
}

/** Reads the topic of an embed, by a former slug too; null for an unknown slug. */
export async function findEmbedded(store: GraphStore, request: EmbedRequest): Promise<EmbeddedTopic | null> {
  const revision = await store.revisionAt(request.asOf)
  const read = async (request: EmbedRequest): Promise<EmbeddedTopic | null> => {
    const { kind, slug, messages } = request
    const topic = await readTopic(store, { kind, slug, messages, revision })
    return topic && { request, topic, revision }
  }
  const found = await read(request)
  if (found) return found
  const slug = await findRenamedSlug(request.kind, request.slug, { store, asOf: request.asOf })
  return slug === null ? null : read({ ...request, slug })
}
