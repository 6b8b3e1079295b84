import { parsedBytes } from '../../cache/parsed-bytes.ts'
import { newestAssessments } from '../../domain/assessment.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { SourceLineage } from '../../domain/claim-record.ts'
import { type ClaimStatus, STATUSES } from '../../domain/claim-status-types.ts'
import type { Concept } from '../../domain/concept.ts'
import type { PlacedConcept } from '../../domain/concept-tree.ts'
import type { Entity } from '../../domain/entity.ts'
import { NAMED_KINDS, type NamedThing, thingsNamedBy } from '../../domain/named-things.ts'
import type { Rename } from '../../domain/rename.ts'
import type { Revision } from '../../domain/revision.ts'
import { toRevisionNumber } from '../../domain/revision-number.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import type { Source } from '../../domain/source.ts'
import { THING_KINDS } from '../../domain/thing-kind.ts'
import type { Row } from '../engines/engine.ts'
import { parseStored, storedValue } from './parse-stored.ts'
import { isOfKind, readThingKey } from './thing-key.ts'

/** A claim with its assertions and annotations, as one statement reads them. */
export interface ClaimContent
  extends Pick<
    ClaimDetails,
    'claim' | 'status' | 'assertions' | 'changedIn' | 'recordedIn' | 'relations' | 'assessments'
  > {
  /** Things that the claim and its assertions name, without publishers. */
  readonly named: readonly NamedThing[]
  /** Memory in bytes. */
  readonly bytes: number
}

/** Parses a row of `claimStates` (queries/claim-states.ts). */
export function toClaimContent(row: Row): ClaimContent {
  const said = toList(row.assertions).filter(isObject)
  const recorded = said
    .map((a) => ({
      assertion: parseStored('assertions', a.json),
      revision: toRevisionNumber(Number(a.recordedIn ?? a.fromRevision)),
    }))
    .sort((a, b) => (a.assertion.id < b.assertion.id ? -1 : 1))
  const annotations = toList(row.annotations).filter(isObject)
  const relations = annotations.filter(({ thing }) => isOfKind(thing, 'ClaimRelation'))
  const assessments = annotations.filter(({ thing }) => isOfKind(thing, 'Assessment'))
  const claim = parseStored('claims', row.json)
  const assertions = recorded.map((r) => r.assertion)
  return {
    claim,
    status: toStatus(row.statusJson),
    assertions,
    changedIn: toRevisionNumber(
      Math.max(
        Number(row.changedIn),
        ...recorded.map((r) => r.revision),
        ...assessments.map((annotation) => Number(annotation.fromRevision)),
      ),
    ),
    recordedIn: Object.fromEntries(recorded.map((r) => [r.assertion.id, r.revision])),
    relations: relations
      .map((annotation) => parseStored('relations', annotation.json))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    assessments: newestAssessments(assessments.map((annotation) => parseStored('assessments', annotation.json))),
    named: thingsNamedBy(claim, assertions),
    bytes: [row, ...said, ...annotations].reduce(
      (sum, { json, statusJson = '' }) => sum + parsedBytes(`${json}${statusJson}`),
      0,
    ),
  }
}

/** The state of a thing that claims name. */
export type NamedState =
  | { readonly kind: 'Concept'; readonly concept: Concept; readonly bytes: number }
  | { readonly kind: 'Entity'; readonly entity: Entity; readonly bytes: number }
  | {
      readonly kind: 'Source'
      readonly source: Source
      readonly ancestors: readonly Slug[]
      /** Memory in bytes. */
      readonly bytes: number
    }

/** Parses a row with `thing` and `json` of an entity, concept or source, and `ancestors` of a source. */
export function toNamedState(row: Row): NamedState {
  const bytes = parsedBytes(String(row.json))
  const kind = storedValue('kind of a thing', readThingKey(String(row.thing))?.kind ?? row.thing, NAMED_KINDS)
  if (kind === 'Entity') return { kind, entity: parseStored('entities', row.json), bytes }
  if (kind !== 'Source') return { kind: 'Concept', concept: parseStored('concepts', row.json), bytes }
  const ancestors = toList(row.ancestors).map((id) => toSlug(String(id)))
  return { kind, source: parseStored('sources', row.json), ancestors, bytes: bytes + parsedBytes(ancestors.join()) }
}

/** @param states states of the things that the claim names, and of the publishers of its documents */
export function toClaimDetails(
  { named: _named, bytes: _bytes, ...content }: ClaimContent,
  states: readonly NamedState[],
): ClaimDetails {
  const entities = states.flatMap((state) => (state.kind === 'Entity' ? [state.entity] : []))
  const sources = states.flatMap((state) => (state.kind === 'Source' ? [state] : []))
  const toLineage = ({ source, ancestors }: (typeof sources)[number]): SourceLineage => ({
    derivation: source.derivation,
    publishedBy: source.publishedBy,
    ancestors,
  })
  return {
    ...content,
    namedEntities: entities,
    namedSources: sources.map(({ source }) => source),
    namedConcepts: states.flatMap((state) => (state.kind === 'Concept' ? [state.concept] : [])),
    speaksFor: Object.fromEntries(entities.map(({ id, speaksFor }) => [id, speaksFor])),
    sources: Object.fromEntries(sources.map((state) => [state.source.id, toLineage(state)])),
  }
}

/** Place of a concept in its tree; empty for the key of another state. */
export const toPlacedConcept = (row: Row): readonly PlacedConcept[] => {
  const thing = readThingKey(String(row.thing))
  return thing === null ? [] : [{ id: thing.id, broader: toList(row.broader).map((id) => toSlug(String(id))) }]
}

export const toRename = (row: Row): Rename => ({
  kind: storedValue('kind of a former slug', row.kind, THING_KINDS),
  former: toSlug(String(row.former)),
  slug: toSlug(String(row.slug)),
})

export const toRevision = (row: Row): Revision => ({
  number: toRevisionNumber(Number(row.number)),
  recordedAt: String(row.recordedAt),
  author: String(row.author),
  reason: String(row.reason),
})

/** Parses the status of a claim. @throws DomainError STORE_DAMAGED for an unknown status or polarity */
function toStatus(json: unknown): ClaimStatus {
  const status = parseJson<ClaimStatus>(json)
  storedValue('status', status.status, STATUSES)
  if (status.polarity !== null) storedValue('polarity of a status', status.polarity, ['AFFIRMS', 'NEGATES'])
  return status
}
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
export const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
/** Rows of the claims and things in the one row of a statement that returns both (queries/claim-states.ts). */
export const statesIn = ([row]: readonly Row[]): readonly Row[] =>
  [...toList(row?.claims), ...toList(row?.things)].filter(isObject)
/** Slugs in the one row of a statement that collects them, in order. */
export const slugsIn = ([row]: readonly Row[]): readonly Slug[] => toList(row?.ids).map((id) => toSlug(String(id)))
/** Parses JSON that this store wrote, after it was validated. */
export const parseJson = <T>(value: unknown): T => JSON.parse(String(value)) as T
