import type { LocalizedText } from './name.ts'

export const SOURCE_KINDS = ['ARTICLE', 'POLICY', 'POST', 'FILING', 'DATASET', 'OTHER'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Whether we know which documents this one rests on; UNKNOWN is the default. */
export const DERIVATIONS = ['KNOWN', 'UNKNOWN'] as const
export type Derivation = (typeof DERIVATIONS)[number]

export const VERSION_KINDS = ['CHANGE', 'TECHNICAL'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]

/** A document. Everything unknown is null: never invented. */
export interface Source {
  readonly id: string
  readonly kind: SourceKind
  readonly title: LocalizedText
  /** True where an editor says what it is in place of a title: such words are never quoted as its title. */
  readonly titleIsDescription?: boolean | undefined
  readonly url: string | null
  /** BCP 47 of the document. */
  readonly language: string | null
  readonly publishedBy: string | null
  /** Partial date. */
  readonly publishedAt: string | null
  readonly derivation: Derivation
  /** Ids of the sources this one rests on. */
  readonly derivedFrom: readonly string[]
  readonly licence: string | null
  /** The text that the licence asks to be shown wherever something of this source is. */
  readonly attribution: string | null
  readonly archive: Archive | null
  readonly versions: readonly SourceVersion[]
}

export interface Archive {
  readonly name: string
  readonly url: string | null
}

/**
 * The address of the very document in its archive; null where only the archive's own address is known: its home page, or
 * one address for several captures.
 */
export function archivedCopyOf({ archive, versions }: Pick<Source, 'archive' | 'versions'>): string | null {
  const url = archive?.url ?? null
  if (url === null || versions.length > 1 || !URL.canParse(url)) return null
  const { pathname, search } = new URL(url)
  return pathname === '/' && search === '' ? null : url
}

/** The document as captured at a time. */
export interface SourceVersion {
  readonly id: string
  readonly sourceId: string
  /** Partial date or full instant. */
  readonly capturedAt: string | null
  readonly sha256: string | null
  /** As the document states itself; partial date. */
  readonly effectiveFrom: string | null
  readonly kind: VersionKind
  /** A cut capture: absence from it is not known, never gone. */
  readonly incomplete: boolean
  /** An editor's, in NOTE_LANGUAGE. */
  readonly note: string | null
}

/** Notes on captures are for who checks them, and kept in one language. */
export const NOTE_LANGUAGE = 'en'

/** What is known to have changed since the capture before; of the first there is none before it. */
export const changeOf = (version: SourceVersion, versions: readonly SourceVersion[]): VersionKind | null =>
  versions[0]?.id === version.id ? null : version.kind
