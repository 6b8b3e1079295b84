import type { Assertion } from '../../domain/assertion.ts'
import { type Assessment, newestAssessments } from '../../domain/assessment.ts'
import type { Claim, ClaimRelation } from '../../domain/claim.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { SourceLineage } from '../../domain/claim-record.ts'
import type { ClaimStatus } from '../../domain/claim-status-types.ts'
import type { Entity } from '../../domain/entity.ts'
import type { Rename } from '../../domain/rename.ts'
import type { Revision } from '../../domain/revision.ts'
import { toRevisionNumber } from '../../domain/revision-number.ts'
import { toSlug } from '../../domain/slug.ts'
import type { Source } from '../../domain/source.ts'
import type { SearchCandidate } from '../../domain/store/search-candidate.ts'
import { THING_KINDS, type ThingKind } from '../../domain/thing-kind.ts'
import type { Row } from '../engines/engine.ts'
import type { NamedState } from './named-state.ts'
import { isOfKind, readThingKey, type StateRef, stateKey } from './thing-key.ts'

/** States that a row of the claim details statement refers to. */
export const toNamedRefs = (row: Row): readonly StateRef[] =>
  [...toList(row.claimants), ...toList(row.publishers), ...toList(row.parties)].flatMap((ref) =>
    isObject(ref) ? [{ thing: String(ref.thing), hash: Number(ref.hash) }] : [],
  )

/** Claim details of a row. @param named states that the row refers to, by their cache keys */
export function toClaimDetails(row: Row, named: ReadonlyMap<string, NamedState>): ClaimDetails {
  const entities = new Map<string, Entity>()
  const sources = new Map<string, Source>()
  const lineages: Record<string, SourceLineage> = {}
  for (const ref of toNamedRefs(row)) {
    const state = named.get(stateKey(ref))
    if (state?.kind === 'Entity') entities.set(state.entity.id, state.entity)
    if (state?.kind !== 'Source') continue
    const { source, ancestors } = state
    sources.set(source.id, source)
    lineages[source.id] = { derivation: source.derivation, publishedBy: source.publishedBy, ancestors }
  }
  const recorded = toList(row.assertions).flatMap((a) =>
    isObject(a)
      ? [
          {
            assertion: parseJson<Assertion>(a.json),
            revision: toRevisionNumber(Number(a.recordedIn ?? a.fromRevision)),
          },
        ]
      : [],
  )

  const annotations = toList(row.annotations).filter(isObject)
  const relations = annotations.filter(({ thing }) => isOfKind(thing, 'ClaimRelation'))
  const assessments = annotations.filter(({ thing }) => isOfKind(thing, 'Assessment'))
  return {
    claim: parseJson<Claim>(row.json),
    status: parseJson<ClaimStatus>(row.statusJson),
    assertions: recorded.map((r) => r.assertion).sort((a, b) => (a.id < b.id ? -1 : 1)),
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
    namedEntities: [...entities.values()],
    namedSources: [...sources.values()],
    speaksFor: Object.fromEntries([...entities.values()].map((e) => [e.id, e.speaksFor])),
    sources: lineages,
  }
}

/** Search candidate of a row; empty for the key of a state that is not a thing. */
export const toCandidate = (row: Row): readonly SearchCandidate[] => {
  const thing = readThingKey(String(row.thing))
  return thing === null ? [] : [{ ...thing, fields: parseJson(row.searchFields) }]
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
/** Parses JSON that this store wrote, after it was validated. */
export const parseJson = <T>(value: unknown): T => JSON.parse(String(value)) as T
