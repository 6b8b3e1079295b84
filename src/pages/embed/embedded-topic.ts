import type { GraphStore } from '../../domain/graph-store.ts'
import { findRenamedSlug } from '../missing/renamed.ts'
import { readSubject, type Subject } from '../page-topic.ts'
import type { EmbedRequest } from './embed-request.ts'

export interface EmbeddedSubject {
  /** As it was asked, or with the slug that the thing has. */
  readonly request: EmbedRequest
  readonly subject: Subject
  readonly at: number
}

/** What a widget's address shows, also where it names it by an old slug; null where there is no such thing. */
export async function findEmbedded(store: GraphStore, asked: EmbedRequest): Promise<EmbeddedSubject | null> {
  const at = await store.revisionAt(asked.asOf)
  const read = async (request: EmbedRequest): Promise<EmbeddedSubject | null> => {
    const { kind, slug, messages } = request
    const subject = await readSubject(store, { kind, slug, messages, at })
    return subject && { request, subject, at }
  }
  const found = await read(asked)
  if (found) return found
  const slug = await findRenamedSlug(asked.kind, asked.slug, { store, asOf: asked.asOf })
  return slug === null ? null : read({ ...asked, slug })
}
