import type { LocalizedText } from './name.ts'
import type { Provenance } from './provenance.ts'
import type { Slug } from './slug.ts'

export const SOURCE_KINDS = ['ARTICLE', 'POLICY', 'POST', 'FILING', 'DATASET', 'OTHER'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Whether the documents that a source rests on are known; UNKNOWN is the default. */
export const DERIVATIONS = ['KNOWN', 'UNKNOWN'] as const
export type Derivation = (typeof DERIVATIONS)[number]

export const VERSION_KINDS = ['CHANGE', 'TECHNICAL'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]

/** A document. Unknown properties are null, never invented. */
export interface Source {
  readonly id: Slug
  readonly kind: SourceKind
  readonly title: LocalizedText
  /** True where the title is an editor's description; such a title is never put in quotation marks. */
  readonly titleIsDescription?: boolean | undefined
  /** Editor's short name for sentences: "the Indonesian article". The title stands in lists of sources. */
  readonly shortTitle?: LocalizedText | undefined
  readonly url: string | null
  /** BCP 47 of the document. */
  readonly language: string | null
  readonly publishedBy: Slug | null
  /** Partial date. */
  readonly publishedAt: string | null
  readonly derivation: Derivation
  /** Sources that this one rests on, known or only judged to be so. */
  readonly derivedFrom: readonly SourceDerivation[]
  readonly licence: string | null
  /** Attribution that the licence requires wherever the source is quoted. */
  readonly attribution: string | null
  readonly archive: Archive | null
  readonly versions: readonly SourceVersion[]
}

export interface SourceDerivation {
  readonly sourceId: Slug
  readonly provenance?: Provenance | undefined
}

export interface Archive {
  readonly name: string
  readonly url: string | null
}

/**
 * URL of this very document in its archive; null where only a URL of the archive is known: its home page, or one URL for several
 * captures.
 */
export function archivedCopyOf({ archive, versions }: Pick<Source, 'archive' | 'versions'>): string | null {
  const url = archive?.url ?? null
  if (url === null || versions.length > 1 || !URL.canParse(url)) return null
  const { pathname, search } = new URL(url)
  return pathname === '/' && search === '' ? null : url
}

/** A source as it was captured at one time. */
export interface SourceVersion {
  readonly id: string
  readonly sourceId: Slug
  /** Partial date or full instant. */
  readonly capturedAt: string | null
  readonly sha256: string | null
  /** Effective date that the document states; partial date. */
  readonly effectiveFrom: string | null
  readonly kind: VersionKind
  /** Whether the capture is cut off. Words that are absent from it may be in the missing part. */
  readonly incomplete: boolean
  /** Note of an editor, in NOTE_LANGUAGE. */
  readonly note: string | null
}

/** Fragment of a capture on the page of its source. */
export const captureAnchor = (versionId: string): string => `capture-${versionId}`

/** Language of notes on captures, which are for fact-checkers. */
export const NOTE_LANGUAGE = 'en'

/** Kind of change since the previous capture; null for the first capture. */
export const changeOf = (version: SourceVersion, versions: readonly SourceVersion[]): VersionKind | null =>
  versions[0]?.id === version.id ? null : version.kind
