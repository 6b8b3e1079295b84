import type { ThingKind } from '../domain/thing-kind.ts'
import type { RevisionData } from './claim-data.ts'

/** Makes permalinks of one result: all lead to the state of the database that was read. */
export interface Permalinks {
  /** Language of the pages. */
  readonly language: string
  readonly permalink: (kind: ThingKind, slug: string) => string
}

const SEGMENTS: Readonly<Record<ThingKind, string>> = {
  Entity: 'entity',
  DataCategory: 'data',
  Use: 'use',
  Claim: 'claim',
  Source: 'source',
  Story: 'story',
}

/** @param publicUrl base of absolute URLs, without a trailing slash */
export function permalinksIn(publicUrl: string, language: string, { revision }: RevisionData): Permalinks {
  const pinned = revision === null ? '' : `&asOf=${encodeURIComponent(revision.recordedAt)}`
  return {
    language,
    permalink: (kind, slug) => `${publicUrl}/${SEGMENTS[kind]}/${encodeURIComponent(slug)}?lang=${language}${pinned}`,
  }
}
