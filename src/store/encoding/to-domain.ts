import { parsedBytes } from '../../cache/parsed-bytes.ts'
import type { Assertion } from '../../domain/assertion.ts'
import { type Assessment, newestAssessments } from '../../domain/assessment.ts'
import type { Claim, ClaimRelation } from '../../domain/claim.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { SourceLineage } from '../../domain/claim-record.ts'
import type { ClaimStatus } from '../../domain/claim-status-types.ts'
import type { Concept } from '../../domain/concept.ts'
import type { PlacedConcept } from '../../domain/concept-tree.ts'
import type { Entity } from '../../domain/entity.ts'
import { type NamedThing, thingsNamedBy } from '../../domain/named-things.ts'
import type { Rename } from '../../domain/rename.ts'
import type { Revision } from '../../domain/revision.ts'
import { toRevisionNumber } from '../../domain/revision-number.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import type { Source } from '../../domain/source.ts'
import { THING_KINDS, type ThingKind } from '../../domain/thing-kind.ts'
import type { Row } from '../engines/engine.ts'
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
      assertion: parseJson<Assertion>(a.json),
      revision: toRevisionNumber(Number(a.recordedIn ?? a.fromRevision)),
    }))
    .sort((a, b) => (a.assertion.id < b.assertion.id ? -1 : 1))
  const annotations = toList(row.annotations).filter(isObject)
  const relations = annotations.filter(({ thing }) => isOfKind(thing, 'ClaimRelation'))
  const assessments = annotations.filter(({ thing }) => isOfKind(thing, 'Assessment'))
  const claim = parseJson<Claim>(row.json)
  const assertions = recorded.map((r) => r.assertion)
  return {
    claim,
    status: parseJson<ClaimStatus>(row.statusJson),
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
      .map((annotation) => parseJson<ClaimRelation>(annotation.json))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    assessments: newestAssessments(assessments.map((annotation) => parseJson<Assessment>(annotation.json))),
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
  if (isOfKind(row.thing, 'Entity')) return { kind: 'Entity', entity: parseJson(row.json), bytes }
  if (!isOfKind(row.thing, 'Source')) return { kind: 'Concept', concept: parseJson(row.json), bytes }
  const ancestors = toList(row.ancestors).map((id) => toSlug(String(id)))
  return { kind: 'Source', source: parseJson(row.json), ancestors, bytes: bytes + parsedBytes(ancestors.join()) }
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
  kind: toThingKind(row.kind),
  former: toSlug(String(row.former)),
  slug: toSlug(String(row.slug)),
})

export const toRevision = (row: Row): Revision => ({
  number: toRevisionNumber(Number(row.number)),
  recordedAt: String(row.recordedAt),
  author: String(row.author),
  reason: String(row.reason),
})

const toThingKind = (text: unknown): ThingKind => THING_KINDS.find((kind) => kind === text) ?? 'Claim'
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
