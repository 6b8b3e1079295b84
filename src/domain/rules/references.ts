import { createSuggestions } from '../../text/nearest.ts'
import { quoting } from '../../text/printable.ts'
import type { Quote } from '../assertion.ts'
import type { ModelObjects } from '../model-objects.ts'
import { isDocumented } from '../provenance.ts'
import type { ThingKind } from '../thing-kind.ts'
import { provenancesIn } from './provenances.ts'
import type { ObjectPath, RuleProblem } from './rule-problem.ts'

/** Kinds of objects that have an id, by the words of messages. */
export type ReferenceKind =
  | 'entity'
  | 'dataCategory'
  | 'use'
  | 'source'
  | 'version'
  | 'claim'
  | 'assertion'
  | 'relation'
  | 'assessment'
  | 'story'

export interface Reference {
  readonly kind: ReferenceKind
  readonly id: string
}
interface PlacedReference extends Reference {
  readonly path: ObjectPath
}

/** Budget of character comparisons for suggestions, about a tenth of a second: a hundred errors among a hundred ids of twenty characters. */
const SUGGESTION_BUDGET = 4_000_000

/**
 * Every id is defined once, no former slug is in use, and every reference leads to an object of its kind.
 * @param isElsewhere whether an unknown object may exist in an unread file
 */
export function checkReferences(
  objects: ModelObjects,
  known: KnownIds,
  isElsewhere: (reference: Reference) => boolean,
): readonly RuleProblem[] {
  const problems = [...known.problems]
  for (const { kind, id, path } of referencesIn(objects)) {
    const message = isElsewhere({ kind, id }) ? null : known.problemOf({ kind, id })
    if (message !== null) problems.push({ code: 'UNKNOWN_REFERENCE', path, message })
  }
  return problems
}

export interface KnownIds {
  /** Ids that are defined twice, and former slugs that are in use. */
  readonly problems: readonly RuleProblem[]
  /** Problem of a reference; null if its object exists. */
  problemOf(reference: Reference): string | null
}

/**
 * Finds problems of definitions and references.
 * @param remedy remedy for a reference to an unknown id without a similar known one
 * @returns the ids and former slugs that the objects define
 */
export function knownIds(objects: ModelObjects, remedy = 'define it in this folder, or name another'): KnownIds {
  const problems: RuleProblem[] = []
  const places = new Map<string, ObjectPath>()
  const idsOf = new Map<ReferenceKind, string[]>()
  for (const { kind, id, path } of definitionsIn(objects)) {
    const other = places.get(keyOf(kind, id))
    if (other) problems.push({ code: 'DUPLICATE_ID', path, message: isDefined(kind, id, other) })
    else {
      places.set(keyOf(kind, id), path)
      const ids = idsOf.get(kind)
      if (ids) ids.push(id)
      else idsOf.set(kind, [id])
    }
  }
  const renamed = new Map<string, string>()
  for (const [i, { item }] of objects.renames.entries()) {
    const { former, slug } = item
    const kind = referenceKindOf(item.kind)
    const key = keyOf(kind, former)
    const message = takenBy({ kind, id: former }, slug, places.get(key), renamed.get(key))
    if (message) problems.push({ code: 'DUPLICATE_ID', path: ['renames', i, 'former'], message })
    else renamed.set(key, slug)
  }
  const suggest = createSuggestions(SUGGESTION_BUDGET)
  return {
    problems,
    problemOf({ kind, id }) {
      if (places.has(keyOf(kind, id))) return null
      const current = renamed.get(keyOf(kind, id))
      if (current) return quoting`${kind} ${id} was renamed: write ${current}`
      const near = suggest(id, idsOf.get(kind) ?? [])
      return `${quoting`there is no ${kind} ${id}`}: ${near ? quoting`did you mean ${near}?` : remedy}`
    },
  }
}

const keyOf = (kind: ReferenceKind, id: string): string => `${kind}:${id}`

const isDefined = (kind: ReferenceKind, id: string, other: ObjectPath): RuleProblem['message'] => ({
  other,
  messageAt: ({ document }) => quoting`${kind} ${id} is already in ${document}: give one of the two another id`,
})

/** A former slug belongs to one object, and no object has it now. */
function takenBy(
  { kind, id: former }: Reference,
  slug: string,
  place: ObjectPath | undefined,
  other: string | undefined,
): RuleProblem['message'] | null {
  const name = quoting`${kind} ${former}`
  if (former === slug) return `${name} is the id that it has: leave it out`
  if (place) {
    return {
      other: place,
      messageAt: ({ document }) =>
        `${name} ${quoting`is in ${document}: ids are never reused, so give that object another`}`,
    }
  }
  if (other === slug) return `${name} is there twice: keep one`
  return other ? `${name} ${quoting`was the id of ${other} too: it can lead to one of the two only`}` : null
}

const REFERENCE_KINDS: Readonly<Record<ThingKind, ReferenceKind>> = {
  Entity: 'entity',
  DataCategory: 'dataCategory',
  Use: 'use',
  Claim: 'claim',
  Source: 'source',
  Story: 'story',
}
export const referenceKindOf = (kind: ThingKind): ReferenceKind => REFERENCE_KINDS[kind]

function* definitionsIn(objects: ModelObjects): Generator<PlacedReference> {
  for (const [i, { item }] of objects.stories.entries())
    yield { kind: 'story', id: item.id, path: ['stories', i, 'id'] }
  for (const [i, { item }] of objects.entities.entries())
    yield { kind: 'entity', id: item.id, path: ['entities', i, 'id'] }
  for (const [i, { item }] of objects.concepts.entries())
    yield { kind: referenceKindOf(item.kind), id: item.id, path: ['concepts', i, 'id'] }
  for (const [i, { item }] of objects.sources.entries()) {
    yield { kind: 'source', id: item.id, path: ['sources', i, 'id'] }
    for (const [j, { id }] of item.versions.entries())
      yield { kind: 'version', id, path: ['sources', i, 'versions', j, 'id'] }
  }
  for (const [i, { item }] of objects.claims.entries()) yield { kind: 'claim', id: item.id, path: ['claims', i, 'id'] }
  for (const [i, { item }] of objects.assertions.entries())
    yield { kind: 'assertion', id: item.id, path: ['assertions', i, 'id'] }
  for (const [i, { item }] of objects.relations.entries())
    yield { kind: 'relation', id: item.id, path: ['relations', i, 'id'] }
  for (const [i, { item }] of objects.assessments.entries())
    yield { kind: 'assessment', id: item.id, path: ['assessments', i, 'id'] }
}

/** All references of all objects, each with the path of its id. */
export function* referencesIn(objects: ModelObjects): Generator<PlacedReference> {
  for (const [i, { item }] of objects.stories.entries()) {
    if (item.leadSourceId !== null)
      yield { kind: 'source', id: item.leadSourceId, path: ['stories', i, 'leadSourceId'] }
    for (const [j, id] of item.claimIds.entries()) yield { kind: 'claim', id, path: ['stories', i, 'claimIds', j] }
    for (const [j, id] of item.pictureIds.entries()) yield { kind: 'claim', id, path: ['stories', i, 'pictureIds', j] }
  }
  for (const [i, { item }] of objects.entities.entries()) {
    for (const [j, { entityId }] of item.speaksFor.entries())
      yield { kind: 'entity', id: entityId, path: ['entities', i, 'speaksFor', j, 'entityId'] }
  }
  for (const [i, { item }] of objects.concepts.entries()) {
    for (const [j, id] of item.broader.entries())
      yield { kind: referenceKindOf(item.kind), id, path: ['concepts', i, 'broader', j] }
    for (const [j, id] of (item.mentions ?? []).entries())
      yield { kind: 'entity', id, path: ['concepts', i, 'mentions', j] }
  }
  for (const [i, { item }] of objects.sources.entries()) {
    if (item.publishedBy !== null) yield { kind: 'entity', id: item.publishedBy, path: ['sources', i, 'publishedBy'] }
    for (const [j, { sourceId }] of item.derivedFrom.entries())
      yield { kind: 'source', id: sourceId, path: ['sources', i, 'derivedFrom', j, 'sourceId'] }
  }
  for (const [i, { item }] of objects.renames.entries())
    yield { kind: referenceKindOf(item.kind), id: item.slug, path: ['renames', i, 'slug'] }
  yield* referencesOfClaims(objects)
  for (const [i, { item }] of objects.assertions.entries()) {
    const pathTo = (...rest: readonly (string | number)[]): ObjectPath => ['assertions', i, ...rest]
    yield { kind: 'claim', id: item.claimId, path: pathTo('claimId') }
    if (item.claimantId !== null) yield { kind: 'entity', id: item.claimantId, path: pathTo('claimantId') }
    yield { kind: 'source', id: item.sourceId, path: pathTo('sourceId') }
    yield* referencesOfQuote(item.quote, pathTo)
    if (item.retracts !== null) yield { kind: 'assertion', id: item.retracts, path: pathTo('retracts') }
    if (item.lacksFrom !== undefined) yield { kind: 'entity', id: item.lacksFrom, path: pathTo('lacksFrom') }
    for (const [k, { kind, id }] of item.via.entries())
      yield { kind: referenceKindOf(kind), id, path: pathTo('via', k, 'id') }
  }
  for (const [i, { item }] of objects.relations.entries()) {
    const pathTo = (...rest: readonly (string | number)[]): ObjectPath => ['relations', i, ...rest]
    yield { kind: 'claim', id: item.fromClaimId, path: pathTo('fromClaimId') }
    yield { kind: 'claim', id: item.toClaimId, path: pathTo('toClaimId') }
    for (const key of ['fromAssertionId', 'toAssertionId'] as const) {
      const id = item[key]
      if (id !== undefined) yield { kind: 'assertion', id, path: pathTo(key) }
    }
    if (item.claimantId !== null) yield { kind: 'entity', id: item.claimantId, path: pathTo('claimantId') }
    if (item.sourceId !== null) yield { kind: 'source', id: item.sourceId, path: pathTo('sourceId') }
    yield* referencesOfQuote(item.quote, pathTo)
  }
  for (const { provenance, path } of provenancesIn(objects)) {
    if (!isDocumented(provenance)) continue
    const pathTo = (...rest: readonly (string | number)[]): ObjectPath => [...path, ...rest]
    yield { kind: 'source', id: provenance.sourceId, path: pathTo('sourceId') }
    yield* referencesOfQuote(provenance.quote, pathTo)
  }
  for (const [i, { item }] of objects.assessments.entries())
    yield { kind: 'claim', id: item.claimId, path: ['assessments', i, 'claimId'] }
}

function* referencesOfClaims({ claims }: Pick<ModelObjects, 'claims'>): Generator<PlacedReference> {
  for (const [i, { item }] of claims.entries()) {
    const { subject, data, uses, object, mentions = [] } = item
    yield { kind: referenceKindOf(subject.kind), id: subject.id, path: ['claims', i, 'subject', 'id'] }
    for (const [j, id] of data.entries()) yield { kind: 'dataCategory', id, path: ['claims', i, 'data', j] }
    for (const [j, id] of uses.entries()) yield { kind: 'use', id, path: ['claims', i, 'uses', j] }
    for (const [j, id] of mentions.entries()) yield { kind: 'entity', id, path: ['claims', i, 'mentions', j] }
    if (object !== null && object.kind !== 'Text')
      yield { kind: referenceKindOf(object.kind), id: object.id, path: ['claims', i, 'object', 'id'] }
  }
}

function* referencesOfQuote(
  quote: Quote | null,
  pathTo: (...rest: readonly (string | number)[]) => ObjectPath,
): Generator<PlacedReference> {
  if (quote === null) return
  if (quote.versionId !== null) yield { kind: 'version', id: quote.versionId, path: pathTo('quote', 'versionId') }
  for (const [k, id] of (quote.foundIn ?? []).entries())
    yield { kind: 'version', id, path: pathTo('quote', 'foundIn', k) }
  for (const [k, id] of (quote.absentFrom ?? []).entries())
    yield { kind: 'version', id, path: pathTo('quote', 'absentFrom', k) }
}
