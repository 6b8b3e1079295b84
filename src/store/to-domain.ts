import type { Assertion } from '../domain/assertion.ts'
import type { Claim, ClaimRelation } from '../domain/claim.ts'
import type { SourceLineage } from '../domain/claim-record.ts'
import type { ClaimStatus } from '../domain/claim-status-types.ts'
import type { Entity } from '../domain/entity.ts'
import { type SearchCandidate, THING_KINDS, type WholeClaim } from '../domain/graph-store.ts'
import type { Revision } from '../domain/revision.ts'
import type { Source } from '../domain/source.ts'
import type { Row } from './engines/engine.ts'

/** A claim with everybody and everything that came along in its statement. */
export function toWholeClaim(row: Row): WholeClaim {
  const sources = [...toSources(row.sources), ...toSources(row.parties)]
  const parties = toList(row.parties).filter((p) => isRecord(p) && p.label === 'EntityRow')
  const entities = [
    ...toList(row.claimants).map((json) => parseJson<Entity>(json)),
    ...parties.map((p) => parseJson<Entity>(isRecord(p) ? p.json : null)),
  ]
  const recorded = toList(row.assertions).flatMap((a) =>
    isRecord(a) ? [{ assertion: parseJson<Assertion>(a.json), revision: Number(a.fromRevision) }] : [],
  )
  return {
    claim: parseJson<Claim>(row.json),
    status: parseJson<ClaimStatus>(row.statusJson),
    assertions: recorded.map((r) => r.assertion).sort((a, b) => (a.id < b.id ? -1 : 1)),
    changedIn: Math.max(Number(row.changedIn), ...recorded.map((r) => r.revision)),
    recordedIn: Object.fromEntries(recorded.map((r) => [r.assertion.id, r.revision])),
    relations: toList(row.relations)
      .map((json) => parseJson<ClaimRelation>(json))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    namedEntities: uniqueById(entities),
    namedSources: uniqueById(sources.map((s) => s.source)),
    speaksFor: Object.fromEntries(entities.map((e) => [e.id, e.speaksFor])),
    sources: Object.fromEntries(sources.map((s) => [s.source.id, s.lineage])),
  }
}

function toSources(value: unknown): readonly { source: Source; lineage: SourceLineage }[] {
  return toList(value).flatMap((row) => {
    if (!isRecord(row) || (row.label !== undefined && row.label !== 'SourceRow')) return []
    const source = parseJson<Source>(row.json)
    const ancestors = toList(row.ancestors).map(String)
    return [{ source, lineage: { derivation: source.derivation, publishedBy: source.publishedBy, ancestors } }]
  })
}

/** What was indexed of a thing. */
export function toCandidate(row: Row): SearchCandidate {
  const [kindText = '', ...rest] = String(row.thing).split(':')
  const kind = THING_KINDS.find((k) => k === kindText) ?? 'Claim'
  return { kind, id: rest.join(':'), fields: parseJson(row.searchFields) }
}

export const toRevision = (row: Row): Revision => ({
  number: Number(row.number),
  at: String(row.at),
  author: String(row.author),
  reason: String(row.reason),
})

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
export const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const uniqueById = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]
/** Rows hold what this store wrote, checked when it came in. */
export const parseJson = <T>(value: unknown): T => JSON.parse(String(value)) as T
