import { PATH_OF_KIND, type ThingKind } from '../domain/thing-kind.ts'
import type { RevisionData } from './claim-data.ts'

/** Makes permalinks of one result: all lead to the state of the database that was read. */
export interface Permalinks {
  /** Language of the pages. */
  readonly language: string
  readonly permalink: (kind: ThingKind, slug: string) => string
}

/** @param publicUrl base of absolute URLs, without a trailing slash */
export function permalinksIn(publicUrl: string, language: string, { revision }: RevisionData): Permalinks {
  const pinned = revision === null ? '' : `&asOf=${encodeURIComponent(revision.recordedAt)}`
  return {
    language,
    permalink: (kind, slug) =>
      `${publicUrl}/${PATH_OF_KIND[kind]}/${encodeURIComponent(slug)}?lang=${language}${pinned}`,
  }
}
