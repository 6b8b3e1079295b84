import type { Assessment } from './assessment.ts'
import type { ClaimRelation } from './claim.ts'
import type { ClaimRecord } from './claim-record.ts'
import type { ClaimStatus, Status } from './claim-status-types.ts'
import type { ConceptKind } from './concept.ts'
import type { ConceptTree } from './concept-tree.ts'
import type { Entity, EntityKind } from './entity.ts'
import type { Predicate } from './predicate.ts'
import type { Renames } from './renames.ts'
import type { Revision } from './revision.ts'
import type { Source, SourceKind } from './source.ts'
import type { Evidentiality, Stance } from './stance.ts'
import type { Story } from './story.ts'

/**
 * The port to the graph. Every read takes the revision to read at, takes keys in batches, and answers in key order
 * with null for what is not there, so that N+1 reads cannot be written by accident.
 */
export interface GraphStore {
  /** The newest published revision, or the one that `asOf` (ISO instant) falls in; 0 before the first. */
  revisionAt(asOf: string | null): Promise<number>
  revisions(): Promise<readonly Revision[]>
  entities(ids: readonly string[], revision: number): Promise<readonly (Entity | null)[]>
  /** The whole of a concept tree; small, and held in the process by revision. */
  concepts(kind: ConceptKind, revision: number): Promise<ConceptTree>
  sources(ids: readonly string[], revision: number): Promise<readonly (Source | null)[]>
  stories(ids: readonly string[], revision: number): Promise<readonly (Story | null)[]>
  /** Each claim read whole, with the entities and sources that its assertions name. */
  claims(ids: readonly string[], revision: number): Promise<readonly (ClaimDetails | null)[]>
  /** Claims found by the filter, each read whole, in one statement. */
  claimPage(filter: ClaimFilter, order: ClaimOrder, page: PageRequest, revision: number): Promise<Page<ClaimDetails>>
  countClaims(filter: ClaimFilter, revision: number): Promise<number>
  entityPage(filter: EntityFilter, order: EntityOrder, page: PageRequest, revision: number): Promise<Page<Entity>>
  countEntities(filter: EntityFilter, revision: number): Promise<number>
  sourcePage(filter: SourceFilter, order: SourceOrder, page: PageRequest, revision: number): Promise<Page<Source>>
  countSources(filter: SourceFilter, revision: number): Promise<number>
  storyPage(page: PageRequest, revision: number): Promise<Page<Story>>
  countStories(revision: number): Promise<number>
  entityByExternalId(scheme: string, value: string, revision: number): Promise<Entity | null>
  /** One page of each parent's claims, in one statement; in key order, an empty page for an unknown parent. */
  claimPagesOf(
    parent: ClaimParent,
    ids: readonly string[],
    page: PageRequest,
    revision: number,
  ): Promise<readonly Page<ClaimDetails>[]>
  countClaimsOf(parent: ClaimParent, ids: readonly string[], revision: number): Promise<readonly number[]>
  /** How many claims touch each thing, and the most contested of them; what a drawing expands by. In key order. */
  neighbours(
    parent: NeighbourKind,
    ids: readonly string[],
    filter: NeighbourFilter,
    revision: number,
  ): Promise<readonly Neighbours[]>
  /** What things were called before; small, and held in the process by revision. */
  renames(revision: number): Promise<Renames>
  /** Since when each thing, or entry, is in the record and when it was taken out, up to this revision; null where it never was. */
  lifetimes(
    kind: ThingKind | 'Assertion',
    ids: readonly string[],
    revision: number,
  ): Promise<readonly (Lifetime | null)[]>
  /**
   * Claims that hung below any of these, whatever they were called, and are in the record no more, under no slug; those last
   * taken out first.
   */
  removedClaims(
    parent: RemovalParent,
    ids: readonly string[],
    limit: number,
    revision: number,
  ): Promise<readonly RemovedClaim[]>
  /** Candidates for a search, of these kinds or of all, unordered; ranking is domain/search-rank.ts. */
  searchCandidates(
    terms: readonly string[],
    kinds: readonly ThingKind[] | null,
    limit: number,
    revision: number,
  ): Promise<SearchCandidates>
  /** How many claims there are of each status. */
  countByStatus(revision: number): Promise<Readonly<Partial<Record<Status, number>>>>
  /** How many things of each kind there are. */
  countByKind(revision: number): Promise<Readonly<Record<ThingKind, number>>>
  /** False while the database is known to give no answer: reads are refused at once then. Asks nobody. */
  isAvailable(): boolean
  /** @throws DomainError STORE_UNAVAILABLE, at once while the database is known to be away */
  checkHealth(): Promise<void>
  close(): Promise<void>
}

export const THING_KINDS = ['Entity', 'DataCategory', 'Use', 'Claim', 'Source', 'Story'] as const
export type ThingKind = (typeof THING_KINDS)[number]

export interface Lifetime {
  /** The first revision that holds it. */
  readonly recordedIn: number
  /** The first revision that does not hold it any more; null while it is there. */
  readonly removedIn: number | null
}

/** By what a removed claim is found; Party is subject or object, Claimant said something on it. */
export const REMOVAL_PARENTS = ['Story', 'Party', 'Claimant', 'Source', 'DataCategory', 'Use'] as const
export type RemovalParent = (typeof REMOVAL_PARENTS)[number]

export interface RemovedClaim {
  readonly id: string
  /** The first revision that does not hold it any more. */
  readonly removedIn: number
}

/** A claim record, its status at this revision, and what came along in the same statement. */
export interface ClaimDetails extends ClaimRecord {
  readonly status: ClaimStatus
  readonly relations: readonly ClaimRelation[]
  readonly assessments: readonly Assessment[]
  /** The revision in which its status, its frame or what was said on it last changed. */
  readonly changedIn: number
  /** Assertion id → the revision that recorded it. */
  readonly recordedIn: Readonly<Record<string, number>>
  readonly namedEntities: readonly Entity[]
  readonly namedSources: readonly Source[]
}

/** Every key given must hold; lists mean "any of". Null and absent mean no restriction. */
export interface ClaimFilter {
  readonly story?: string | null | undefined
  readonly subject?: string | null | undefined
  /** Subject or object. */
  readonly party?: string | null | undefined
  /** Neither subject nor object. */
  readonly notParty?: string | null | undefined
  readonly predicate?: readonly Predicate[] | null | undefined
  /** Already widened to the narrower concepts by the caller. */
  readonly data?: readonly string[] | null | undefined
  readonly uses?: readonly string[] | null | undefined
  readonly status?: readonly Status[] | null | undefined
  readonly stance?: readonly Stance[] | null | undefined
  readonly claimant?: string | null | undefined
  readonly source?: string | null | undefined
  /** Something on it was read in any of these documents. */
  readonly sources?: readonly string[] | null | undefined
  /** Only claims on which nothing was read in this document; with `source`, on which that one takes a side that this does not. */
  readonly notInSource?: string | null | undefined
  /** `claimant`, `source` and `sources` find entries that were withdrawn too: for those who tell of them. */
  readonly alsoWithdrawn?: boolean | undefined
  readonly evidentiality?: readonly Evidentiality[] | null | undefined
  readonly object?: string | null | undefined
  /** A day (partial date) on which it may hold and on which a document may have held it; `status` is that of this day. */
  readonly validOn?: string | null | undefined
  readonly assertedBetween?: SaidBetween | null | undefined
  /** Claim ids found by a text search. */
  readonly ids?: readonly string[] | null | undefined
}

/** Every key given must hold; lists mean "any of". Null and absent mean no restriction. */
export interface EntityFilter {
  readonly kinds?: readonly EntityKind[] | null | undefined
  /** Whom its claims name, and who said something on them. */
  readonly story?: string | null | undefined
  /** Found by a text search. */
  readonly ids?: readonly string[] | null | undefined
}

/** The same for documents. */
export interface SourceFilter {
  readonly kinds?: readonly SourceKind[] | null | undefined
  /** What something on its claims was read in or came through, and what they are about. */
  readonly story?: string | null | undefined
  readonly publishedBy?: string | null | undefined
  /** Found by a text search. */
  readonly ids?: readonly string[] | null | undefined
}

export const CLAIM_ORDERS = ['SLUG', 'MOST_CONTESTED', 'FIRST_ASSERTED', 'LAST_ASSERTED'] as const
export type ClaimOrder = (typeof CLAIM_ORDERS)[number]

export const ENTITY_ORDERS = ['SLUG', 'NAME'] as const
export type EntityOrder = (typeof ENTITY_ORDERS)[number]
export const SOURCE_ORDERS = ['SLUG', 'NEWEST'] as const
export type SourceOrder = (typeof SOURCE_ORDERS)[number]

export interface PageRequest {
  /** 1 to 100. */
  readonly limit: number
  readonly backwards: boolean
  /** Exclusive bound: after it, or before it when backwards. */
  readonly cursor: PageCursor | null
}

export interface PageCursor {
  readonly key: string
  readonly id: string
}

export interface Page<T> {
  readonly items: readonly T[]
  /** In step with items. */
  readonly cursors: readonly PageCursor[]
  /** Whether there are more beyond the far end of this page, in its own direction. */
  readonly hasMore: boolean
}

/** Inclusive partial dates. What was said on no known day matches only if `undated` says so. */
export interface SaidBetween {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly undated?: boolean | null | undefined
}

/** What a list of claims may hang below. */
export const CLAIM_PARENTS = ['Story', 'Subject', 'Claimant', 'Source', 'DataCategory', 'Use'] as const
export type ClaimParent = (typeof CLAIM_PARENTS)[number]

/** By what a thing and a claim are joined: Party and Document are subject or object, Claim is what others are about. */
export const NEIGHBOUR_KINDS = ['Party', 'Claimant', 'Document', 'DataCategory', 'Use', 'Claim'] as const
export type NeighbourKind = (typeof NEIGHBOUR_KINDS)[number]

export interface NeighbourFilter {
  readonly status: readonly Status[] | null
  readonly predicate: readonly Predicate[] | null
  /** How many claims of each thing at most. */
  readonly limit: number
}

export interface Neighbours {
  /** How many claims there are in all. */
  readonly degree: number
  /** The most contested first. */
  readonly claimIds: readonly string[]
}

/** Where a text was found; heaviest first. */
export const SEARCH_FIELDS = [
  'PREFERRED',
  'ALIAS',
  'FORMER',
  'TITLE',
  'EXTERNAL_ID',
  'SLUG',
  'ABOUT',
  'CLAIMANT',
  'QUOTE',
  'TRANSLATION',
  'OBJECT',
  'CONDITION',
  'SUMMARY',
  'DEFINITION',
] as const
export type SearchFieldKind = (typeof SEARCH_FIELDS)[number]

export interface SearchField {
  readonly field: SearchFieldKind
  readonly language: string | null
  readonly value: string
}

export interface SearchCandidate {
  readonly kind: ThingKind
  readonly id: string
  readonly fields: readonly SearchField[]
}

export interface SearchCandidates {
  readonly candidates: readonly SearchCandidate[]
  /** False where there were more than the limit. */
  readonly complete: boolean
}
