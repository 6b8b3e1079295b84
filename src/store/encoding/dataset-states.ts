import { createHash } from 'node:crypto'
import type { Assertion } from '../../domain/assertion.ts'
import { provenanceOfRelation } from '../../domain/claim.ts'
import { isDocumentsOwnWord } from '../../domain/claim-status.ts'
import type { Concept } from '../../domain/concept.ts'
import type { Dataset, Recorded } from '../../domain/dataset.ts'
import type { Entity, EntityKind } from '../../domain/entity.ts'
import type { ExternalId, LocalizedText, Name } from '../../domain/name.ts'
import type { Rename } from '../../domain/rename.ts'
import { type Renames, renamesIn } from '../../domain/renames.ts'
import type { Source } from '../../domain/source.ts'
import type { Story } from '../../domain/story.ts'
import { descendingKey } from '../../text/partial-date.ts'
import { ancestorsOf, claimStates, newestFirst } from './claim-states.ts'
import { documentedIn } from './documented-in.ts'
import { nameKey } from './name-key.ts'
import type { EdgeSpec, NewState, Properties } from './new-state.ts'
import type { IdentityLabel, ThingLabel } from './node-labels.ts'
import { fieldsOfNames, fieldsOfText, searchProperties } from './search-fields.ts'

/**
 * Yields all states of a data set with derived statuses, one by one, so that a large set is never in memory twice. Equal sets
 * yield equal states.
 */
export function* statesOf(dataset: Dataset): Generator<NewState> {
  const sources = new Map(dataset.sources.map(({ item }) => [item.id, item]))
  const renames = renamesIn(dataset)
  for (const entity of dataset.entities) yield entityState(entity, renames)
  for (const concept of dataset.concepts) yield conceptState(concept, renames)
  for (const source of dataset.sources) yield sourceState(source, sources, renames)
  for (const story of dataset.stories) yield storyState(story, renames)
  for (const { item, recordedAt } of dataset.relations) {
    yield ownState('ClaimRelation', item.id, recordedAt, { json: JSON.stringify(item), kind: item.kind }, [
      { type: 'FROM_CLAIM', label: 'Claim', id: item.fromClaimId },
      { type: 'TO_CLAIM', label: 'Claim', id: item.toClaimId },
      ...documentedIn([provenanceOfRelation(item)]),
    ])
  }
  for (const { item, recordedAt } of dataset.assessments) {
    yield ownState('Assessment', item.id, recordedAt, { json: JSON.stringify(item), verdict: item.verdict }, [
      { type: 'ASSESSES', label: 'Claim', id: item.claimId },
    ])
  }
  for (const { item, recordedAt } of dataset.renames) {
    yield ownState('FormerSlug', formerId(item), recordedAt, { ...item }, [])
  }
  const claims = claimStates(dataset, sources, renames)
  const claimsEach = dataset.claims.length / Math.max(dataset.assertions.length, 1)
  let due = 0
  // Assertions are quick to make and slow to write, claims the reverse. Interleaved, neither side waits.
  for (const assertion of dataset.assertions) {
    yield assertionState(assertion)
    for (due += claimsEach; due >= 1; due -= 1) {
      const { value } = claims.next()
      if (value !== undefined) yield value
    }
  }
  yield* claims
}

/** An identity node to create. */
export interface IdentityNode {
  readonly label: IdentityLabel
  readonly id: string
  /** Kind of an entity; null for other nodes. */
  readonly kind: EntityKind | null
  /** Key of the thing whose state requires the node. */
  readonly thing: string
  readonly recordedAt: string
}

/** Yields all identity nodes of a data set. They are written before any state. */
export function* identityNodesOf(dataset: Dataset): Generator<IdentityNode> {
  const identity = (
    label: ThingLabel,
    { item, recordedAt }: Recorded<{ readonly id: string }>,
    kind: EntityKind | null = null,
  ): IdentityNode => ({
    label,
    id: item.id,
    kind,
    thing: `${label}:${item.id}`,
    recordedAt,
  })
  for (const entity of dataset.entities) {
    const own = identity('Entity', entity, entity.item.kind)
    yield own
    for (const id of entity.item.externalIds) yield { ...own, label: 'ExternalId', id: externalKey(id), kind: null }
  }
  for (const concept of dataset.concepts) yield identity(concept.item.kind, concept)
  for (const source of dataset.sources) yield identity('Source', source)
  for (const story of dataset.stories) yield identity('Story', story)
  for (const claim of dataset.claims) yield identity('Claim', claim)
}

export const assertionState = ({ item, recordedAt }: Recorded<Assertion>): NewState =>
  ownState('Assertion', item.id, recordedAt, assertionProperties(item), [
    { type: 'ABOUT', label: 'Claim', id: item.claimId },
    { type: 'IN_SOURCE', label: 'Source', id: item.sourceId },
    ...(item.claimantId ? [{ type: 'BY', label: 'Entity', id: item.claimantId } as const] : []),
    ...(isDocumentsOwnWord(item) ? [{ type: 'BY', label: 'Source', id: item.sourceId } as const] : []),
    ...(item.lacksFrom ? [{ type: 'AWAITS', label: 'Entity', id: item.lacksFrom } as const] : []),
    ...item.via.map((v): EdgeSpec => ({ type: 'VIA', label: v.kind, id: v.id })),
  ])

/** Properties of an assertion: its JSON, and single values for hand-written Cypher. Unknown values are absent. */
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

const entityState = ({ item, recordedAt }: Recorded<Entity>, { otherSlugs }: Renames): NewState => {
  const properties = {
    json: JSON.stringify(item),
    kind: item.kind,
    name: firstName(item.names),
    listKey: nameKey(firstName(item.names)),
    ...searchProperties([item.id, ...otherSlugs('Entity', item.id)], fieldsOfNames(item.names, item.externalIds)),
  }
  return identityState('EntityState', 'Entity', item.id, recordedAt, properties, [
    ...item.speaksFor.map((s): EdgeSpec => ({ type: 'SPEAKS_FOR', label: 'Entity', id: s.entityId })),
    ...item.externalIds.map((x): EdgeSpec => ({ type: 'KNOWN_AS', label: 'ExternalId', id: externalKey(x) })),
    ...documentedIn([...item.speaksFor, ...item.names].map(({ provenance }) => provenance)),
  ])
}

const conceptState = ({ item, recordedAt }: Recorded<Concept>, { otherSlugs }: Renames): NewState => {
  const properties = {
    json: JSON.stringify(item),
    kind: item.kind,
    broader: item.broader,
    name: firstName(item.names),
    ...searchProperties(
      [item.id, ...otherSlugs(item.kind, item.id)],
      [...fieldsOfNames(item.names, item.externalIds), ...fieldsOfText('DEFINITION', item.definition)],
    ),
  }
  const edges = [
    ...item.broader.map((id): EdgeSpec => ({ type: 'BROADER', label: item.kind, id })),
    ...documentedIn(item.names.map(({ provenance }) => provenance)),
  ]
  return identityState('ConceptState', item.kind, item.id, recordedAt, properties, edges)
}

const sourceState = (
  { item, recordedAt }: Recorded<Source>,
  all: ReadonlyMap<string, Source>,
  { otherSlugs }: Renames,
): NewState => {
  const properties = {
    json: JSON.stringify(item),
    kind: item.kind,
    publisher: item.publishedBy ?? '',
    ancestors: ancestorsOf(item.id, all),
    name: firstText(item.title, item.id),
    listKey: newestFirst(descendingKey(item.publishedAt)),
    ...searchProperties([item.id, ...otherSlugs('Source', item.id)], fieldsOfText('TITLE', item.title)),
  }
  return identityState('SourceState', 'Source', item.id, recordedAt, properties, [
    ...item.derivedFrom.map(({ sourceId: id }): EdgeSpec => ({ type: 'DERIVED_FROM', label: 'Source', id })),
    ...documentedIn(item.derivedFrom.map(({ provenance }) => provenance)),
    ...(item.publishedBy ? [{ type: 'PUBLISHED_BY', label: 'Entity', id: item.publishedBy } as const] : []),
  ])
}

const storyState = ({ item, recordedAt }: Recorded<Story>, { otherSlugs }: Renames): NewState => {
  const fields = [...fieldsOfText('TITLE', item.title), ...fieldsOfText('SUMMARY', item.summary)]
  const name = firstText(item.title, item.id)
  const slugs = [item.id, ...otherSlugs('Story', item.id)]
  const properties = { json: JSON.stringify(item), name, ...searchProperties(slugs, fields) }
  const edges = item.claimIds.map(
    (id, index): EdgeSpec => ({ type: 'SELECTS', label: 'Claim', id, place: placeOf(index) }),
  )
  return identityState('StoryState', 'Story', item.id, recordedAt, properties, edges)
}

const identityState = (
  label: NewState['label'],
  identity: ThingLabel,
  id: string,
  recordedAt: string,
  properties: Properties,
  edges: readonly EdgeSpec[],
): NewState => {
  return {
    label,
    thing: `${identity}:${id}`,
    identity: { label: identity, id },
    recordedAt,
    replacedAt: null,
    properties,
    edges,
  }
}

/** Encodes a number with a fixed length, so that texts sort as numbers: '00012'. */
const placeOf = (index: number): string => String(index).padStart(5, '0')

/** A state without an identity node. */
const ownState = (
  label: NewState['label'],
  id: string,
  recordedAt: string,
  properties: Properties,
  edges: readonly EdgeSpec[],
): NewState => ({ label, thing: `${label}:${id}`, identity: null, recordedAt, replacedAt: null, properties, edges })

const formerId = ({ kind, former }: Rename): string => `${kind}:${former}`

/** Key of an external id: 'wikidata:Q918'. */
export const externalKey = (id: Pick<ExternalId, 'scheme' | 'value'>): string => `${id.scheme}:${id.value}`

const firstName = (names: readonly Name[]): string => names.find((n) => n.kind === 'PREFERRED')?.value ?? ''
const firstText = (text: LocalizedText, fallback: string): string => Object.values(text)[0] ?? fallback

/**
 * Hash of a state's content, without its revisions: a number of 48 bits, which the embedded engine reads faster than a text. It is
 * compared only with hashes of the same thing.
 */
export const hashOf = (state: NewState): number =>
  createHash('sha256').update(contentOf(state)).digest().readUIntBE(0, HASH_BYTES)
const HASH_BYTES = 6

/** Serializes a state for hashing. Length prefixes make the text unambiguous. */
function contentOf({ label, thing, properties, edges }: NewState): string {
  let content = JSON.stringify([label, thing, edges])
  for (const [key, value] of Object.entries(properties)) {
    const text = typeof value === 'string' ? `${value.length}"${value}` : JSON.stringify(value)
    content += `${key}:${text},`
  }
  return content
}
