import type { Assertion } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Concept, ConceptKind } from '../domain/concept.ts'
import type { Entity } from '../domain/entity.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import type { Source } from '../domain/source.ts'
import type { Story } from '../domain/story.ts'
import type { Messages } from '../messages/en.ts'
import type { Names } from '../sentences/names.ts'
import type { EntryRole } from './entries-of-claim.ts'
import type { UrlOf } from './jsonld-node.ts'

/** A claim with the names that its headline and sentence use. */
export interface ExportedClaim {
  readonly details: ClaimDetails
  readonly names: Names
}

/** One assertion of a claim, for a line with several of them; null for a claim without assertions. */
export interface Entry {
  readonly exported: ExportedClaim
  readonly assertion: Assertion | null
}

/** The values that a format shows of entries: plain data, as JSON has it. They are made once, while claims are read. */
export interface EntryValues<C, A> {
  readonly ofClaim: (exported: ExportedClaim, messages: Messages) => C
  /** @param assertion null for a claim without assertions */
  readonly ofAssertion: (assertion: Assertion | null, exported: ExportedClaim, messages: Messages) => A
}

/** One entry on the line of a thing, as values. */
export interface ThingEntry<C, A> {
  readonly role: EntryRole
  readonly claim: C
  readonly assertion: A
}

/** An entity or a source with what the claims of the export say of it, or in it. */
export interface ThingWithEntries<T, C, A> {
  readonly thing: T
  /** Place among all things of the export, from 1, and their number. */
  readonly number: number
  readonly total: number
  /** Number of its claims in the export. */
  readonly claimCount: number
  /** Number of its entries in the export. */
  readonly entryCount: number
  /** The first MAX_ENTRIES of them, in the order of the claims. */
  readonly entries: readonly ThingEntry<C, A>[]
}

/**
 * Content of one export: the claims of a filter at one revision. Each call reads again, in pages, so a format may iterate over
 * the claims several times and has none of them in memory. Between claims the event loop serves other requests.
 */
export interface ExportSource {
  readonly messages: Messages
  readonly revision: RevisionNumber
  /** ISO instant at which the revision was recorded; null for an empty database. */
  readonly recordedAt: string | null
  /** Parameters of the filter, in canonical form; empty for all claims. */
  readonly query: URLSearchParams
  /** Absolute URL of this file at this revision, for citing. */
  readonly url: string
  /** Base of absolute URLs, without a trailing slash. */
  readonly publicUrl: string
  readonly urlOf: UrlOf
  /** Number of claims. */
  countClaims(): Promise<number>
  /** The claims by slug, each once, without those of a set. */
  claims(except?: ReadonlySet<Slug>): AsyncIterable<ExportedClaim>
  /** All entities by slug; with a filter, those that its claims name, in the order of the claims. Each once. */
  entities(): AsyncIterable<Entity>
  /** All sources by slug; with a filter, those that its claims name, in the order of the claims. Each once. */
  sources(): AsyncIterable<Source>
  /**
   * The entities of `entities()` with their entries: all assertions on claims that are about the entity, and its own assertions on
   * other claims. Reads all claims once before the first entity, and gathers the values of at most MAX_ENTRIES entries for each. Values
   * past GATHERED_BYTES are left to another pass over the claims. A filter takes one more, since it finds the entities in the claims.
   */
  entitiesWithEntries<C, A>(values: EntryValues<C, A>): AsyncIterable<ThingWithEntries<Entity, C, A>>
  /** The sources of `sources()` with the assertions that were read in them, as `entitiesWithEntries` does. */
  sourcesWithEntries<C, A>(values: EntryValues<C, A>): AsyncIterable<ThingWithEntries<Source, C, A>>
  /**
   * The same content for a file with several tables: the first complete pass over `claims()` gathers these values for the tables of
   * entities and sources after it, in GATHERED_BYTES together.
   */
  gathered<C, A>(values: EntryValues<C, A>): ExportSource
  /** Data categories or uses by their slugs, in the order of the slugs. */
  concepts(kind: ConceptKind, slugs: Iterable<Slug>): AsyncIterable<Concept>
  /** All stories by slug; with a filter for a story, that one. */
  stories(): AsyncIterable<Story>
  /** The claims of the export that a story selects, in the order of the story. */
  claimsOfStory(story: Story): AsyncIterable<ExportedClaim>
}

/** Groups of formats in lists for readers, in this order. */
export const EXPORT_GROUPS = ['SPREADSHEET', 'GRAPH', 'LINKED_DATA', 'DOCUMENT'] as const
export type ExportGroup = (typeof EXPORT_GROUPS)[number]

/** One file that can be exported. */
export interface ExportFormat {
  /** Name in addresses, such as `claims.csv`. Its ending is that of the saved file. */
  readonly file: string
  /** With its charset, for text. */
  readonly mediaType: string
  /** The format and its content, for `--help` and error messages. */
  readonly description: string
  /** Group of the format in the links of pages. The heads of pages name spreadsheets and linked data. */
  readonly group: ExportGroup
  /** Program that opens the file, in the links of pages. Absent where the name of the file says so. */
  readonly program?: string
  /** Names of the columns of a file that is one table; absent for others. */
  readonly columns?: readonly string[]
  /** Maximum of claims in the file; absent for no limit. `checkLimits` refuses more before the first chunk. */
  readonly maxClaims?: number
  /** The same for statements on claims; a claim without any counts as one. */
  readonly maxStatements?: number
  /** Makes the file in chunks of any size. Its last bytes show that it is complete. */
  readonly write: (source: ExportSource) => AsyncIterable<string | Uint8Array>
}
