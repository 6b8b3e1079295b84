import { createHash } from 'node:crypto'
import type { Assertion } from '../../domain/assertion.ts'
import type { Concept } from '../../domain/concept.ts'
import type { Dataset, Recorded } from '../../domain/dataset.ts'
import type { Entity, EntityKind } from '../../domain/entity.ts'
import type { ExternalId, LocalizedText, Name } from '../../domain/name.ts'
import { type Rename, type Renames, renamesIn } from '../../domain/renames.ts'
import type { Source } from '../../domain/source.ts'
import type { Story } from '../../domain/story.ts'
import { foldText } from '../../text/fold.ts'
import { descendingKey } from '../../text/partial-date.ts'
import { ancestorsOf, claimRows, newestFirst } from './claim-states.ts'
import type { EdgeSpec, Properties, RowSpec } from './new-state.ts'
import type { HubLabel, ThingLabel } from './node-labels.ts'
import { fieldsOfNames, fieldsOfText, searchProperties } from './search-fields.ts'

/**
 * All rows of a data set, statuses derived, one after another: a large set is never in memory twice. Pure: the same
 * set gives the same rows.
 */
export function* rowsOf(dataset: Dataset): Generator<RowSpec> {
  const sources = new Map(dataset.sources.map(({ item }) => [item.id, item]))
  const renames = renamesIn(dataset)
  for (const entity of dataset.entities) yield entityRow(entity, renames)
  for (const concept of dataset.concepts) yield conceptRow(concept, renames)
  for (const source of dataset.sources) yield sourceRow(source, sources, renames)
  for (const story of dataset.stories) yield storyRow(story, renames)
  for (const { item, recordedAt } of dataset.relations) {
    yield ownRow('ClaimRelation', item.id, recordedAt, { json: JSON.stringify(item), kind: item.kind }, [
      { type: 'FROM_CLAIM', label: 'Claim', id: item.fromClaimId },
      { type: 'TO_CLAIM', label: 'Claim', id: item.toClaimId },
    ])
  }
  for (const { item, recordedAt } of dataset.assessments) {
    yield ownRow('Assessment', item.id, recordedAt, { json: JSON.stringify(item), verdict: item.verdict }, [
      { type: 'ASSESSES', label: 'Claim', id: item.claimId },
    ])
  }
  for (const { item, recordedAt } of dataset.renames) {
    yield ownRow('FormerSlug', formerId(item), recordedAt, { ...item }, [])
  }
  const claims = claimRows(dataset, sources, renames)
  const claimsEach = dataset.claims.length / Math.max(dataset.assertions.length, 1)
  let due = 0
  // What was said is made at once and takes an engine long, claims the other way round: so neither side waits.
  for (const assertion of dataset.assertions) {
    yield assertionRow(assertion)
    for (due += claimsEach; due >= 1; due -= 1) {
      const { value } = claims.next()
      if (value !== undefined) yield value
    }
  }
  yield* claims
}

/** A node that never changes, which rows hang off and edges lead to. */
export interface HubSpec {
  readonly label: HubLabel
  readonly id: string
  /** Null for what is no entity. */
  readonly kind: EntityKind | null
  /** The thing whose state brings it. */
  readonly thing: string
  readonly recordedAt: string
}

/** All hubs of a data set; they must be there before any row. */
export function* hubsOf(dataset: Dataset): Generator<HubSpec> {
  const hub = (
    label: ThingLabel,
    { item, recordedAt }: Recorded<{ readonly id: string }>,
    kind: EntityKind | null = null,
  ): HubSpec => ({
    label,
    id: item.id,
    kind,
    thing: `${label}:${item.id}`,
    recordedAt,
  })
  for (const entity of dataset.entities) {
    const own = hub('Entity', entity, entity.item.kind)
    yield own
    for (const id of entity.item.externalIds) yield { ...own, label: 'ExternalId', id: externalKey(id), kind: null }
  }
  for (const concept of dataset.concepts) yield hub(concept.item.kind, concept)
  for (const source of dataset.sources) yield hub('Source', source)
  for (const story of dataset.stories) yield hub('Story', story)
  for (const claim of dataset.claims) yield hub('Claim', claim)
}

export const assertionRow = ({ item, recordedAt }: Recorded<Assertion>): RowSpec =>
  ownRow('Assertion', item.id, recordedAt, assertionProperties(item), [
    { type: 'ABOUT', label: 'Claim', id: item.claimId },
    { type: 'IN_SOURCE', label: 'Source', id: item.sourceId },
    ...(item.claimantId ? [{ type: 'BY', label: 'Entity', id: item.claimantId } as const] : []),
    ...(item.lacksFrom ? [{ type: 'AWAITS', label: 'Entity', id: item.lacksFrom } as const] : []),
    ...item.via.map((v): EdgeSpec => ({ type: 'VIA', label: v.kind, id: v.id })),
  ])

/** The whole as JSON, and by name what people ask for who write Cypher by hand; what is unknown has no property. */
const assertionProperties = (item: Assertion): Properties => ({
  json: JSON.stringify(item),
  stance: item.stance,
  polarity: item.polarity,
  certainty: item.certainty,
  ...(item.tense === undefined ? {} : { tense: item.tense }),
  evidentiality: item.evidentiality,
  ...(item.assertedAt === null ? {} : { assertedAt: item.assertedAt }),
  ...(item.claimantAsPrinted === null ? {} : { claimantAsPrinted: item.claimantAsPrinted.value }),
  ...(item.quote === null ? {} : { quote: item.quote.exact, language: item.quote.language }),
  ...(item.lacks === undefined ? {} : { lacks: item.lacks }),
  ...(item.withdrawn === null ? {} : { withdrawn: item.withdrawn }),
})

const entityRow = ({ item, recordedAt }: Recorded<Entity>, { otherSlugs }: Renames): RowSpec => {
  const properties = {
    json: JSON.stringify(item),
    kind: item.kind,
    name: firstName(item.names),
    listKey: foldText(firstName(item.names)),
    ...searchProperties([item.id, ...otherSlugs('Entity', item.id)], fieldsOfNames(item.names, item.externalIds)),
  }
  return hubRow('EntityRow', 'Entity', item.id, recordedAt, properties, [
    ...item.speaksFor.map((s): EdgeSpec => ({ type: 'SPEAKS_FOR', label: 'Entity', id: s.entityId })),
    ...item.externalIds.map((x): EdgeSpec => ({ type: 'KNOWN_AS', label: 'ExternalId', id: externalKey(x) })),
  ])
}

const conceptRow = ({ item, recordedAt }: Recorded<Concept>, { otherSlugs }: Renames): RowSpec => {
  const properties = {
    json: JSON.stringify(item),
    kind: item.kind,
    name: firstName(item.names),
    ...searchProperties(
      [item.id, ...otherSlugs(item.kind, item.id)],
      [...fieldsOfNames(item.names, item.externalIds), ...fieldsOfText('DEFINITION', item.definition)],
    ),
  }
  const edges = item.broader.map((id): EdgeSpec => ({ type: 'BROADER', label: item.kind, id }))
  return hubRow('ConceptRow', item.kind, item.id, recordedAt, properties, edges)
}

const sourceRow = (
  { item, recordedAt }: Recorded<Source>,
  all: ReadonlyMap<string, Source>,
  { otherSlugs }: Renames,
): RowSpec => {
  const properties = {
    json: JSON.stringify(item),
    kind: item.kind,
    publisher: item.publishedBy ?? '',
    ancestors: ancestorsOf(item.id, all),
    name: firstText(item.title, item.id),
    listKey: newestFirst(descendingKey(item.publishedAt)),
    ...searchProperties([item.id, ...otherSlugs('Source', item.id)], fieldsOfText('TITLE', item.title)),
  }
  return hubRow('SourceRow', 'Source', item.id, recordedAt, properties, [
    ...item.derivedFrom.map((id): EdgeSpec => ({ type: 'DERIVED_FROM', label: 'Source', id })),
    ...(item.publishedBy ? [{ type: 'PUBLISHED_BY', label: 'Entity', id: item.publishedBy } as const] : []),
  ])
}

const storyRow = ({ item, recordedAt }: Recorded<Story>, { otherSlugs }: Renames): RowSpec => {
  const fields = [...fieldsOfText('TITLE', item.title), ...fieldsOfText('SUMMARY', item.summary)]
  const name = firstText(item.title, item.id)
  const slugs = [item.id, ...otherSlugs('Story', item.id)]
  const properties = { json: JSON.stringify(item), name, ...searchProperties(slugs, fields) }
  const edges = item.claimIds.map((id, at): EdgeSpec => ({ type: 'SELECTS', label: 'Claim', id, place: placeOf(at) }))
  return hubRow('StoryRow', 'Story', item.id, recordedAt, properties, edges)
}

const hubRow = (
  label: RowSpec['label'],
  hub: ThingLabel,
  id: string,
  recordedAt: string,
  properties: Properties,
  edges: readonly EdgeSpec[],
): RowSpec => {
  return { label, thing: `${hub}:${id}`, hub: { label: hub, id }, recordedAt, replacedAt: null, properties, edges }
}

/** '00012': sorts as the number does. */
const placeOf = (index: number): string => String(index).padStart(5, '0')

/** What was said stands for itself. */
const ownRow = (
  label: RowSpec['label'],
  id: string,
  recordedAt: string,
  properties: Properties,
  edges: readonly EdgeSpec[],
): RowSpec => ({ label, thing: `${label}:${id}`, hub: null, recordedAt, replacedAt: null, properties, edges })

const formerId = ({ kind, former }: Rename): string => `${kind}:${former}`
export const formerSlugThing = (rename: Rename): string => `FormerSlug:${formerId(rename)}`

/** 'wikidata:Q918'. */
export const externalKey = (id: Pick<ExternalId, 'scheme' | 'value'>): string => `${id.scheme}:${id.value}`

const firstName = (names: readonly Name[]): string => names.find((n) => n.kind === 'PREFERRED')?.value ?? ''
const firstText = (text: LocalizedText, otherwise: string): string => Object.values(text)[0] ?? otherwise

/**
 * The same content gives the same hash, whatever revision it is written under. 48 bits: what it is compared with is the
 * one row of the same thing, and numbers are quicker to open than texts.
 */
export const hashOf = (row: RowSpec): number =>
  createHash('sha256').update(contentOf(row)).digest().readUIntBE(0, HASH_BYTES)
const HASH_BYTES = 6

/** Lengths stand before the texts, so that no two rows have the same content. */
function contentOf({ label, thing, properties, edges }: RowSpec): string {
  let content = JSON.stringify([label, thing, edges])
  for (const [key, value] of Object.entries(properties)) {
    const text = typeof value === 'string' ? `${value.length}"${value}` : JSON.stringify(value)
    content += `${key}:${text},`
  }
  return content
}
