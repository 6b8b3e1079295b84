import { createHash } from 'node:crypto'
import type { Assertion } from '../domain/assertion.ts'
import type { Claim } from '../domain/claim.ts'
import type { ClaimRecord, SourceLineage } from '../domain/claim-record.ts'
import { claimStatus } from '../domain/claim-status.ts'
import { STATUSES } from '../domain/claim-status-types.ts'
import type { Dataset, Recorded } from '../domain/dataset.ts'
import type { Name } from '../domain/name.ts'
import type { Source } from '../domain/source.ts'
import { searchText } from '../text/fold.ts'
import { ascendingKey, descendingKey } from '../text/partial-date.ts'
import type { Scalar } from './engines/engine.ts'
import type { EdgeType, HubLabel, RowLabel } from './labels.ts'

/** A row to be: one state of one thing, and the edges that start at it. */
export interface RowSpec {
  readonly label: RowLabel
  /** The thing whose state it is: 'Entity:x'. */
  readonly thing: string
  /** The node it hangs off; assertions and relations stand for themselves. */
  readonly hub: { readonly label: HubLabel; readonly id: string } | null
  readonly recordedAt: string
  /** When its next state was recorded; null while it is the latest. */
  readonly replacedAt: string | null
  readonly properties: Readonly<Record<string, Scalar | readonly string[]>>
  readonly edges: readonly EdgeSpec[]
}

export interface EdgeSpec {
  readonly type: EdgeType
  readonly label: HubLabel
  readonly id: string
}

const ANCESTOR_STEPS = 8

/** All rows of a data set, statuses derived. Pure: the same set gives the same rows. */
export function rowsOf(dataset: Dataset): readonly RowSpec[] {
  const sources = new Map(dataset.sources.map(({ item }) => [item.id, item]))
  const records = claimRecords(dataset, sources)
  const latest = { recordedAt: '', replacedAt: null }
  return [
    ...dataset.entities.map(
      ({ item, recordedAt }): RowSpec => ({
        ...latest,
        label: 'EntityRow',
        thing: `Entity:${item.id}`,
        hub: { label: 'Entity', id: item.id },
        recordedAt,
        properties: {
          json: JSON.stringify(item),
          kind: item.kind,
          name: firstName(item.names),
          searchText: namesText(item.names),
        },
        edges: [
          ...item.speaksFor.map((s): EdgeSpec => ({ type: 'SPEAKS_FOR', label: 'Entity', id: s.entityId })),
          ...item.externalIds.map((x): EdgeSpec => ({ type: 'KNOWN_AS', label: 'ExternalId', id: externalKey(x) })),
        ],
      }),
    ),
    ...dataset.concepts.map(
      ({ item, recordedAt }): RowSpec => ({
        ...latest,
        label: 'ConceptRow',
        thing: `${item.kind}:${item.id}`,
        hub: { label: item.kind, id: item.id },
        recordedAt,
        properties: {
          json: JSON.stringify(item),
          kind: item.kind,
          name: firstName(item.names),
          searchText: namesText(item.names),
        },
        edges: item.broader.map((id) => ({ type: 'BROADER', label: item.kind, id })),
      }),
    ),
    ...dataset.sources.map(
      ({ item, recordedAt }): RowSpec => ({
        ...latest,
        label: 'SourceRow',
        thing: `Source:${item.id}`,
        hub: { label: 'Source', id: item.id },
        recordedAt,
        properties: {
          json: JSON.stringify(item),
          ancestors: ancestorsOf(item.id, sources),
          name: Object.values(item.title)[0] ?? item.id,
          searchText: searchText([item.id, ...Object.values(item.title)]),
        },
        edges: [
          ...item.derivedFrom.map((id): EdgeSpec => ({ type: 'DERIVED_FROM', label: 'Source', id })),
          ...(item.publishedBy ? [{ type: 'PUBLISHED_BY', label: 'Entity', id: item.publishedBy } as const] : []),
        ],
      }),
    ),
    ...dataset.stories.map(
      ({ item, recordedAt }): RowSpec => ({
        ...latest,
        label: 'StoryRow',
        thing: `Story:${item.id}`,
        hub: { label: 'Story', id: item.id },
        recordedAt,
        properties: {
          json: JSON.stringify(item),
          name: Object.values(item.title)[0] ?? item.id,
          searchText: searchText([item.id, ...Object.values(item.title), ...Object.values(item.summary)]),
        },
        edges: item.claimIds.map((id) => ({ type: 'SELECTS', label: 'Claim', id })),
      }),
    ),
    ...dataset.assertions.map(
      ({ item, recordedAt }): RowSpec => ({
        ...latest,
        label: 'Assertion',
        thing: `Assertion:${item.id}`,
        hub: null,
        recordedAt,
        properties: {
          json: JSON.stringify(item),
          stance: item.stance,
          polarity: item.polarity,
          evidentiality: item.evidentiality,
        },
        edges: [
          { type: 'ABOUT', label: 'Claim', id: item.claimId },
          { type: 'IN_SOURCE', label: 'Source', id: item.sourceId },
          ...(item.claimantId ? [{ type: 'BY', label: 'Entity', id: item.claimantId } as const] : []),
          ...item.via.map((v): EdgeSpec => ({ type: 'VIA', label: v.kind, id: v.id })),
        ],
      }),
    ),
    ...dataset.relations.map(
      ({ item, recordedAt }): RowSpec => ({
        ...latest,
        label: 'ClaimRelation',
        thing: `ClaimRelation:${item.id}`,
        hub: null,
        recordedAt,
        properties: { json: JSON.stringify(item), kind: item.kind },
        edges: [
          { type: 'FROM_CLAIM', label: 'Claim', id: item.fromClaimId },
          { type: 'TO_CLAIM', label: 'Claim', id: item.toClaimId },
        ],
      }),
    ),
    ...dataset.claims.flatMap((claim) => claimRows(claim.item, claim.recordedAt, records)),
  ]
}

/** A claim has a row per state of its record: each instant at which an assertion on it was recorded starts one. */
function claimRows(claim: Claim, recordedAt: string, records: RecordsAt): readonly RowSpec[] {
  const times = records.timesOf(claim.id, recordedAt)
  return times.map((time, index): RowSpec => {
    const record = records.recordAt(claim, time)
    const { assertions } = record
    const status = claimStatus(record)
    const dates = assertions.flatMap((a) => (a.assertedAt ? [a.assertedAt] : [])).sort()
    const object = claim.object
    return {
      label: 'ClaimRow',
      thing: `Claim:${claim.id}`,
      hub: { label: 'Claim', id: claim.id },
      recordedAt: time,
      replacedAt: times[index + 1] ?? null,
      properties: {
        json: JSON.stringify(claim),
        claimId: claim.id,
        statusJson: JSON.stringify(status),
        status: status.status,
        predicate: claim.predicate,
        data: claim.data,
        uses: claim.uses,
        subject: claim.subject.id,
        object: object && object.kind !== 'Text' ? object.id : '',
        stances: distinct(assertions.map((a) => a.stance)),
        evidentialities: distinct(assertions.map((a) => a.evidentiality)),
        claimants: distinct(assertions.flatMap((a) => (a.claimantId ? [a.claimantId] : []))),
        sourceIds: distinct(assertions.map((a) => a.sourceId)),
        slugKey: claim.id,
        contestKey: String(STATUSES.indexOf(status.status)),
        firstKey: ascendingKey(dates[0] ?? null),
        lastKey: newestFirst(descendingKey(dates.at(-1) ?? null)),
        searchText: claimText(claim, assertions),
      },
      edges: [
        { type: 'HAS_SUBJECT', label: claim.subject.kind, id: claim.subject.id },
        ...claim.data.map((id): EdgeSpec => ({ type: 'CONCERNS', label: 'DataCategory', id })),
        ...claim.uses.map((id): EdgeSpec => ({ type: 'FOR', label: 'Use', id })),
        ...(object && object.kind !== 'Text'
          ? [{ type: 'HAS_OBJECT', label: object.kind, id: object.id } as const]
          : []),
      ],
    }
  })
}

interface RecordsAt {
  timesOf(claimId: string, recordedAt: string): readonly string[]
  recordAt(claim: Claim, time: string): ClaimRecord
}

function claimRecords(dataset: Dataset, sources: ReadonlyMap<string, Source>): RecordsAt {
  const byClaim = new Map<string, Recorded<Assertion>[]>()
  for (const assertion of dataset.assertions) {
    const known = byClaim.get(assertion.item.claimId)
    if (known) known.push(assertion)
    else byClaim.set(assertion.item.claimId, [assertion])
  }
  const speaksFor = Object.fromEntries(dataset.entities.map(({ item }) => [item.id, item.speaksFor]))
  const lineages: Record<string, SourceLineage> = Object.fromEntries(
    [...sources.values()].map((s) => [
      s.id,
      { derivation: s.derivation, publishedBy: s.publishedBy, ancestors: ancestorsOf(s.id, sources) },
    ]),
  )
  return {
    timesOf: (claimId, recordedAt) =>
      distinct([recordedAt, ...(byClaim.get(claimId) ?? []).map((a) => a.recordedAt)])
        .filter((time) => time >= recordedAt)
        .sort(),
    recordAt: (claim, time) => ({
      claim,
      assertions: (byClaim.get(claim.id) ?? []).filter((a) => a.recordedAt <= time).map((a) => a.item),
      speaksFor,
      sources: lineages,
    }),
  }
}

function ancestorsOf(id: string, sources: ReadonlyMap<string, Source>): readonly string[] {
  const found = new Set<string>()
  let level: readonly string[] = [id]
  for (let step = 0; step < ANCESTOR_STEPS && level.length > 0; step += 1) {
    level = level.flatMap((s) => sources.get(s)?.derivedFrom ?? []).filter((s) => s !== id && !found.has(s))
    for (const ancestor of level) found.add(ancestor)
  }
  return [...found]
}

const claimText = (claim: Claim, assertions: readonly Assertion[]): string =>
  searchText([
    claim.id.replaceAll('-', ' '),
    ...Object.values(claim.condition ?? {}),
    ...(claim.object?.kind === 'Text' ? Object.values(claim.object.text) : []),
    ...assertions.flatMap((a) => (a.quote ? [a.quote.exact, ...a.quote.translations.map((t) => t.value)] : [])),
  ])

/** 'wikidata:Q918'. */
export const externalKey = (id: { readonly scheme: string; readonly value: string }): string =>
  `${id.scheme}:${id.value}`

const namesText = (names: readonly Name[]): string => searchText(names.map((n) => n.value))
const firstName = (names: readonly Name[]): string => names.find((n) => n.kind === 'PREFERRED')?.value ?? ''
const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

/** Digits turned round, so that one ascending order serves; unknown last. */
const newestFirst = (key: string): string =>
  key === '' ? '~' : key.replace(/\d/g, (digit) => String(9 - Number(digit)))

/** The same content gives the same hash, whatever revision it is written under. */
export const hashOf = (row: RowSpec): string =>
  createHash('sha256')
    .update(JSON.stringify([row.label, row.thing, row.properties, row.edges]))
    .digest('base64url')
