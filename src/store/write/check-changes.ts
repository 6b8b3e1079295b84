import { DomainError } from '../../domain/errors.ts'
import { type ModelObjects, OBJECT_LISTS, type ObjectList } from '../../domain/model-objects.ts'
import { type ObjectKey, type ObjectKind, objectKeyOf, objectKeyText } from '../../domain/object-key.ts'
import { type BrokenRule, BrokenRulesError } from '../../domain/rules/broken-rules-error.ts'
import { checkObjects } from '../../domain/rules/check-objects.ts'
import { checkExternalIds } from '../../domain/rules/external-ids.ts'
import { checkForms } from '../../domain/rules/forms.ts'
import {
  checkReferences,
  knownIds,
  type Reference,
  type ReferenceKind,
  referencesIn,
} from '../../domain/rules/references.ts'
import type { ObjectPath, RuleProblem } from '../../domain/rules/rule-problem.ts'
import { checkVisibilities } from '../../domain/rules/visibilities.ts'
import { externalKey } from '../encoding/dataset-states.ts'
import { type ObjectTable, objectsOf } from './object-table.ts'
import { APPENDED } from './refuse-changes.ts'
import type { StoredStates } from './stored-states.ts'
import { fetchMissing, type Surroundings, type WantedChanges } from './surroundings.ts'

const REMEDY = 'put it too, or name another'

/** Checks forms and repeated ids before anything is read. @throws BrokenRulesError */
export function refuseMalformedPuts(put: ModelObjects): void {
  refuse(inObjects(put, [...checkForms(put), ...knownIds(put).problems]))
}

/**
 * Checks the rules of the model on the database as it would be after the change.
 * @throws BrokenRulesError with the paths into the objects
 */
export async function checkChangedDatabase(
  stored: StoredStates,
  changes: WantedChanges,
  surroundings: Surroundings,
  now: Date,
): Promise<void> {
  const { put, end } = changes
  const objects = objectsOf(put)
  const referrers = new Set([...surroundings.referrers, ...(await referrersWithoutEdge(stored, changes))])
  const references = [...referencesIn(objects)]
  await fetchMissing(stored, surroundings.find, references.flatMap(keyOfReference))
  await fetchDuplicates(stored, objects)
  await fetchCycles(stored, surroundings, objects)

  const after = surroundings.after()
  const all = objectsOf(after)
  const assertions = all.assertions.map((one) => ({ ...one, recordedAt: now.toISOString() }))
  const isPut = (key: string): boolean => put.has(key)
  const isThere = (key: string): boolean => after.has(key)
  const isNamed = new Set(references.flatMap(keyOfReference))
  const known = { ...knownIds(all, REMEDY), problems: [] }
  // A referenced object that was not read exists, since the database satisfied the rules before the change.
  const isElsewhere = (reference: Reference): boolean =>
    keyOfReference(reference).some((key) => isThere(key) || !(isNamed.has(key) || end.has(key)))
  const isDraft = (reference: Reference): boolean =>
    keyOfReference(reference).some((key) => OBJECT_LISTS.some((list) => after.get(list, key)?.isDraft))

  const touched = objectsOf(after, (key) => isPut(key) || referrers.has(key))
  const published = objectsOf(after, (key, entry) => isPut(key) && !entry.isDraft)
  // A changed object can break only the rules on references and retractions for other objects.
  const isOwn = ({ path }: RuleProblem): boolean => isPut(keyAt(path, all)) || path.at(-1) === 'retracts'
  refuse([
    ...inObjects(touched, checkReferences(touched, known, isElsewhere)),
    ...inObjects(objects, [...publishedAsDrafts(stored, put)]),
    ...inObjects(published, checkVisibilities(published, isDraft)),
    ...inObjects(all, [...checkObjects({ ...all, assertions }, now), ...checkExternalIds(all)].filter(isOwn)),
  ])
}

const inObjects = (objects: ModelObjects, problems: readonly RuleProblem[]): readonly BrokenRule[] =>
  problems.map((problem) => toBrokenRule(problem, objects))

function refuse(problems: readonly BrokenRule[]): void {
  if (problems.length > 0) throw new BrokenRulesError(problems)
}

function toBrokenRule({ path, message }: RuleProblem, objects: ModelObjects): BrokenRule {
  const [, , ...rest] = path
  const placed = (other: ObjectPath) => ({
    document: 'the database',
    position: objectKeyText(objectAt(other, objects)),
  })
  const text = typeof message === 'string' ? message : message.messageAt(placed(message.other))
  return { object: objectAt(path, objects), path: rest, message: text }
}

const keyAt = (path: ObjectPath, objects: ModelObjects): string => objectKeyText(objectAt(path, objects))

function objectAt([list, index]: ObjectPath, objects: ModelObjects): ObjectKey {
  const keyIn = <L extends ObjectList>(one: L): ObjectKey => {
    const found = objects[one][index]
    if (!found) throw new RangeError(`There is no ${one}[${index}].`)
    return objectKeyOf(one, found.item)
  }
  return keyIn(list)
}

/**
 * Refuses seeds that lack an object to which appended objects refer.
 * @param changes `end` has the keys of objects that the seeds no longer have
 * @throws DomainError CONFLICT
 */
export async function refuseLostReferences(
  stored: StoredStates,
  surroundings: Surroundings,
  changes: WantedChanges,
): Promise<void> {
  const referrers = new Set([...surroundings.referrers, ...(await referrersWithoutEdge(stored, changes))])
  const { states, table } = stored
  const appended = objectsOf(table, (key) => referrers.has(key) && states.get(key)?.loadSet === APPENDED)
  const lost = new Set<string>()
  for (const reference of referencesIn(appended))
    for (const key of keyOfReference(reference)) if (changes.end.has(key)) lost.add(key)
  if (lost.size === 0) return
  const text = `The seeds lack ${[...lost].join(', ')}, to which appended changes refer: add it to the seeds again, or end the appended objects first; nothing was loaded.`
  throw new DomainError('CONFLICT', text)
}

function* publishedAsDrafts(stored: StoredStates, put: ObjectTable): Generator<RuleProblem> {
  for (const list of OBJECT_LISTS) {
    for (const [index, [key, { isDraft }]] of [...put.of(list)].entries()) {
      const message = 'is published: only an object that is not published can be a draft'
      if (isDraft && stored.states.get(key)?.isDraft === false)
        yield { code: 'RULE_BROKEN', path: [list, index], message }
    }
  }
}

const KINDS: Readonly<Record<ReferenceKind, ObjectKind | null>> = {
  entity: 'Entity',
  dataCategory: 'DataCategory',
  use: 'Use',
  source: 'Source',
  version: null,
  claim: 'Claim',
  assertion: 'Assertion',
  relation: 'ClaimRelation',
  assessment: 'Assessment',
  story: 'Story',
}

/** Key of the object that a reference names; empty for a version, which is a part of a source. */
export function keyOfReference({ kind, id }: Reference): readonly string[] {
  const found = KINDS[kind]
  return found === null ? [] : [objectKeyText({ kind: found, id })]
}

/** Keys of relations and stories that may refer to an ended entity, source, assertion or version without an edge to it. */
async function referrersWithoutEdge(stored: StoredStates, { put, end }: WantedChanges): Promise<readonly string[]> {
  const isNamedWithoutEdge = [...end].some((key) => /^(?:Entity|Source):/.test(key))
  const lostVersion = [...put.of('sources')].some(([key, { item }]) => {
    const versions = new Set(item.versions.map(({ id }) => id))
    return stored.table.get('sources', key)?.item.versions.some(({ id }) => !versions.has(id))
  })
  if (isNamedWithoutEdge || lostVersion) return stored.fetchEdgeless()
  // A relation that names an assertion has an edge to its claim.
  const claimIds = [...end].flatMap((key) => stored.table.get('assertions', key)?.item.claimId ?? [])
  const onClaims = await stored.referrers('Claim', [...new Set(claimIds)])
  return onClaims.filter((key) => key.startsWith('ClaimRelation:'))
}

/** Reads objects that may have the same proposition or the same external id. */
async function fetchDuplicates(stored: StoredStates, { entities, claims }: ModelObjects): Promise<void> {
  await stored.fetchClaimsLike(claims.map(({ item }) => item))
  const identifiers = entities.flatMap(({ item }) => item.externalIds.map(externalKey))
  await stored.referrers('ExternalId', identifiers)
}

/** Reads all objects on chains that must not be circular: broader concepts, derived sources, claims about claims. */
async function fetchCycles(stored: StoredStates, { find }: Surroundings, objects: ModelObjects): Promise<void> {
  const looked = new Set<string>()
  const next = (key: string): readonly string[] => {
    const concept = find('concepts', key)?.item
    const object = find('claims', key)?.item.object
    return [
      ...(concept?.broader ?? []).map((id) => `${concept?.kind}:${id}`),
      ...(find('sources', key)?.item.derivedFrom ?? []).map(({ sourceId }) => `Source:${sourceId}`),
      ...(object?.kind === 'Claim' ? [`Claim:${object.id}`] : []),
    ]
  }
  const first = [
    ...objects.concepts.map(({ item }) => objectKeyText(item)),
    ...objects.sources.map(({ item }) => `Source:${item.id}`),
    ...objects.claims.map(({ item }) => `Claim:${item.id}`),
  ]
  for (let level = first; level.length > 0; ) {
    for (const key of level) looked.add(key)
    const more = [...new Set(level.flatMap(next))].filter((key) => !looked.has(key))
    await fetchMissing(stored, find, more)
    level = more
  }
}
