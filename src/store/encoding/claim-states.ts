import { type Assertion, wasSaid } from '../../domain/assertion.ts'
import type { Claim } from '../../domain/claim.ts'
import type { ClaimRecord } from '../../domain/claim-record.ts'
import { claimStatus } from '../../domain/claim-status.ts'
import type { Dataset, Recorded } from '../../domain/dataset.ts'
import type { Entity } from '../../domain/entity.ts'
import { mentionsOf } from '../../domain/mentions.ts'
import type { Name } from '../../domain/name.ts'
import { thingsNamedBy } from '../../domain/named-things.ts'
import type { Renames } from '../../domain/renames.ts'
import type { Slug } from '../../domain/slug.ts'
import type { Source } from '../../domain/source.ts'
import { contestKey } from '../../domain/standing.ts'
import { type DateForm, type StatusPeriod, statusPeriods } from '../../domain/status-periods.ts'
import { ascendingKey, descendingKey } from '../../text/partial-date.ts'
import { encodeAssertionIndex, encodeIdList } from './assertion-index.ts'
import { partOfClaim } from './claim-part.ts'
import { dateRange } from './date-range.ts'
import { documentedIn } from './documented-in.ts'
import type { EdgeSpec, NewState, Properties } from './new-state.ts'
import { fieldsOfClaim, searchProperties } from './search-fields.ts'
import { type NamedThing, thingKey } from './thing-key.ts'

const ANCESTOR_STEPS = 8

/**
 * Yields the states of all claims of a data set. A new state begins at the instant at which a change of the claim's assertions,
 * of the speakers of its parties or of the ancestors of its sources was recorded.
 */
export function* claimStates(
  dataset: Dataset,
  sources: ReadonlyMap<string, Source>,
  { otherSlugs }: Renames,
): Generator<NewState> {
  const records = claimRecords(dataset, sources)
  const names = new Map<string, readonly Name[]>()
  const concepts = new Map(dataset.concepts.map(({ item }) => [thingKey(item), item]))
  for (const { item } of dataset.entities) names.set(thingKey({ kind: 'Entity', id: item.id }), item.names)
  for (const { item } of dataset.concepts) names.set(thingKey(item), item.names)
  for (const { item } of dataset.sources) names.set(thingKey({ kind: 'Source', id: item.id }), namesOfSource(item))

  for (const { item: claim, recordedAt } of dataset.claims) {
    const states: { time: string; properties: Properties }[] = []
    const slugs = [claim.id, ...otherSlugs('Claim', claim.id)]
    const mentions = mentionsOf(claim, (kind, id) => concepts.get(thingKey({ kind, id })))
    for (const time of records.timesOf(claim, recordedAt)) {
      const properties = propertiesOf(
        records.claimRecordAt(claim, time),
        { slugs, mentions },
        (thing) => names.get(thingKey(thing)) ?? [],
      )
      const before = states.at(-1)?.properties
      const isNew = before === undefined || JSON.stringify(properties) !== JSON.stringify(before)
      if (isNew) states.push({ time, properties })
    }
    for (const [index, { time, properties }] of states.entries()) {
      yield {
        label: 'ClaimState',
        thing: `Claim:${claim.id}`,
        identity: { label: 'Claim', id: claim.id },
        recordedAt: time,
        replacedAt: states[index + 1]?.time ?? null,
        properties,
        edges: edgesOf(claim, mentions),
      }
    }
  }
}

function propertiesOf(
  record: ClaimRecord,
  { slugs, mentions }: { readonly slugs: readonly string[]; readonly mentions: readonly Slug[] },
  namesOf: (thing: NamedThing) => readonly Name[],
): Properties {
  const { claim } = record
  const status = claimStatus(record)
  const assertions = record.assertions.filter(wasSaid)
  const withdrawn = record.assertions.filter((one) => !wasSaid(one))
  const dates = assertions.flatMap((a) => (a.assertedAt ? [a.assertedAt] : [])).sort()
  const object = claim.object
  const periods = statusPeriods(record)
  return {
    json: JSON.stringify(claim),
    claimId: claim.id,
    part: partOfClaim(claim.id),
    statusJson: JSON.stringify(status),
    status: status.status,
    ...(status.polarity === null ? {} : { polarity: status.polarity }),
    predicate: claim.predicate,
    data: encodeIdList(claim.data),
    uses: encodeIdList(object?.kind === 'Use' ? [...claim.uses, object.id] : claim.uses),
    subject: thingKey(claim.subject),
    object: object && object.kind !== 'Text' ? thingKey(object) : '',
    ...(mentions.length === 0 ? {} : { mentions: encodeIdList(mentions) }),
    named: namedKeysOf(record),
    assertionIndex: encodeAssertionIndex(assertions),
    // Pages and timelines find the claims of withdrawn assertions by this index.
    ...(withdrawn.length === 0 ? {} : { withdrawnAssertionIndex: encodeAssertionIndex(withdrawn) }),
    validRange: dateRange(claim.validFrom, claim.validTo),
    contestKey: contestKey(status),
    ...(periods.length === 0 ? {} : { statusPeriods: periods.map(encodePeriod) }),
    firstKey: ascendingKey(dates[0] ?? null),
    lastKey: newestFirst(descendingKey(dates.at(-1) ?? null)),
    ...searchProperties(slugs, fieldsOfClaim(claim, assertions, namesOf)),
  }
}

/** Keys of the things that a claim and its assertions name, and of the publishers of its sources. */
function namedKeysOf({ claim, assertions, sources }: ClaimRecord): readonly string[] {
  const publishers = assertions.flatMap(({ sourceId }) => sources[sourceId]?.publishedBy ?? [])
  const named = [...thingsNamedBy(claim, assertions), ...publishers.map((id) => ({ kind: 'Entity', id }))]
  return distinct(named.map(thingKey))
}

/** Letter of a precision in an encoded status period: 'D', 'M' or 'Y'. */
export const formCode = (form: DateForm): string => form.charAt(0)

/** Encodes a status period with a fixed length, so that statements can cut it: 'D/2023-08-01/2023-08-31/4'. */
export const encodePeriod = (period: StatusPeriod): string =>
  [formCode(period.form), period.from, period.to, contestKey(period)].join('/')

const edgesOf = (claim: Claim, mentions: readonly Slug[]): readonly EdgeSpec[] => [
  { type: 'HAS_SUBJECT', label: claim.subject.kind, id: claim.subject.id },
  ...claim.data.map((id): EdgeSpec => ({ type: 'CONCERNS', label: 'DataCategory', id })),
  ...claim.uses.map((id): EdgeSpec => ({ type: 'FOR', label: 'Use', id })),
  ...(claim.object && claim.object.kind !== 'Text'
    ? [{ type: 'HAS_OBJECT', label: claim.object.kind, id: claim.object.id } as const]
    : []),
  ...mentions.map((id): EdgeSpec => ({ type: 'MENTIONS', label: 'Entity', id })),
  ...documentedIn([claim.validityProvenance]),
]

interface RecordsAt {
  timesOf(claim: Claim, recordedAt: string): readonly string[]
  claimRecordAt(claim: Claim, time: string): ClaimRecord
}

function claimRecords(dataset: Dataset, sources: ReadonlyMap<string, Source>): RecordsAt {
  const byClaim = new Map<string, Recorded<Assertion>[]>()
  for (const assertion of dataset.assertions) {
    const known = byClaim.get(assertion.item.claimId)
    if (known) known.push(assertion)
    else byClaim.set(assertion.item.claimId, [assertion])
  }
  // The state must not depend on the order of the assertions in the data set.
  for (const assertions of byClaim.values()) assertions.sort((a, b) => (a.item.id < b.item.id ? -1 : 1))
  const speakers = new Map(dataset.entities.filter(({ item }) => item.speaksFor.length > 0).map((e) => [e.item.id, e]))
  const recorded = new Map(dataset.sources.map((source) => [source.item.id, source.recordedAt]))
  /** Claimant, and publisher of the source, as far as they speak for others. */
  const speakersOf = ({ claimantId, sourceId }: Assertion): readonly Recorded<Entity>[] =>
    [claimantId, sources.get(sourceId)?.publishedBy].flatMap((id) => (id ? (speakers.get(id) ?? []) : []))
  const lineageOf = (id: Slug) => [id, ...ancestorsOf(id, sources)]

  return {
    timesOf: (claim, recordedAt) => {
      const said = byClaim.get(claim.id) ?? []
      const assertions = said.map(({ item }) => item)
      const times = [
        ...said.map(({ recordedAt: time }) => time),
        ...assertions.flatMap(speakersOf).map((speaker) => speaker.recordedAt),
        ...documentsOf(claim, assertions)
          .flatMap(lineageOf)
          .flatMap((id) => recorded.get(id) ?? []),
      ]
      return distinct([recordedAt, ...times])
        .filter((time) => time >= recordedAt)
        .sort()
    },
    claimRecordAt: (claim, time) => {
      const assertions = (byClaim.get(claim.id) ?? []).filter((a) => a.recordedAt <= time).map((a) => a.item)
      const knownSources = documentsOf(claim, assertions).flatMap((id) => {
        const source = sources.get(id)
        return source && (recorded.get(id) ?? '') <= time ? [source] : []
      })
      const known = assertions.flatMap(speakersOf).filter((e) => e.recordedAt <= time)
      return {
        claim,
        assertions,
        speaksFor: Object.fromEntries(known.map(({ item }) => [item.id, item.speaksFor])),
        sources: Object.fromEntries(
          knownSources.map((s) => [
            s.id,
            {
              derivation: s.derivation,
              publishedBy: s.publishedBy,
              ancestors: ancestorsOf(s.id, sources).filter((id) => (recorded.get(id) ?? '') <= time),
            },
          ]),
        ),
      }
    },
  }
}

/** Ids of the sources that a source is derived from, directly or over at most 8 steps. */
export function ancestorsOf(id: Slug, sources: ReadonlyMap<string, Source>): readonly Slug[] {
  const found = new Set<Slug>()
  let level: readonly Slug[] = [id]
  for (let step = 0; step < ANCESTOR_STEPS && level.length > 0; step += 1) {
    level = level
      .flatMap((s) => (sources.get(s)?.derivedFrom ?? []).map(({ sourceId }) => sourceId))
      .filter((s) => s !== id && !found.has(s))
    for (const ancestor of level) found.add(ancestor)
  }
  return [...found]
}

/** Sources that a claim's status depends on: those of its assertions, its subject and its object. */
const documentsOf = ({ subject, object }: Claim, assertions: readonly Assertion[]): readonly Slug[] =>
  distinct([
    ...assertions.map(({ sourceId }) => sourceId),
    ...[subject, object].flatMap((thing) => (thing?.kind === 'Source' ? [thing.id] : [])),
  ])
const namesOfSource = (source: Source): readonly Name[] =>
  Object.entries(source.title).map(([language, value]) => ({
    value,
    language,
    kind: 'PREFERRED',
    validFrom: null,
    validTo: null,
  }))
const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

/** Inverts the digits of a sort key, so that ascending order is newest first. The empty key of an unknown day sorts last. */
export const newestFirst = (key: string): string =>
  key === '' ? '~' : key.replace(/\d/g, (digit) => String(9 - Number(digit)))
