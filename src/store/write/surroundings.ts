import type { Assertion } from '../../domain/assertion.ts'
import { type ItemTypes, OBJECT_LISTS, type ObjectList } from '../../domain/model-objects.ts'
import { type ObjectKind, objectKeyText, readObjectKey } from '../../domain/object-key.ts'
import { renamesFrom } from '../../domain/renames.ts'
import { addAll, createObjectTable, type ObjectTable, type TableEntry } from './object-table.ts'
import type { StoredStates } from './stored-states.ts'

/** Objects to put and to end. */
export interface WantedChanges {
  readonly put: ObjectTable
  /** Keys of objects to end. No key is both put and ended. */
  readonly end: ReadonlySet<string>
  /** The complete data set of a load, which need not be read from the database; null for an append or a replay. */
  readonly known: ObjectTable | null
}

/** The objects from which the states of changed objects, and of objects that depend on them, are derived. */
export interface Surroundings {
  /** Keys of objects whose state may change. */
  readonly affected: ReadonlySet<string>
  /** Keys of objects that refer to changed ones by an edge. */
  readonly referrers: ReadonlySet<string>
  readonly find: <L extends ObjectList>(list: L, key: string) => TableEntry<ItemTypes[L]> | undefined
  /** All objects that were read, as they are after the change. Put objects come last. */
  after(): ObjectTable
}

/**
 * Reads the part of the database that a change touches. A claim's state depends on its assertions, on the names of all that
 * it names, on its speakers, and on the lineage of its sources; a source's state depends on its ancestors.
 */
export async function readSurroundings(stored: StoredStates, wanted: WantedChanges): Promise<Surroundings> {
  const { put, end, known } = wanted
  const changed = new Set([...OBJECT_LISTS.flatMap((list) => [...put.of(list).keys()]), ...end])
  await Promise.all([stored.fetch(changed), stored.fetchRenames()])
  const find: Surroundings['find'] = (list, key) =>
    end.has(key) ? undefined : (put.get(list, key) ?? known?.get(list, key) ?? stored.table.get(list, key))

  const { referrers, sources } = await readReferrers(stored, put, changed)
  const claimIds = new Set([...changed, ...referrers].flatMap((key) => claimsOf(key, put, stored.table)))
  const affected = new Set([
    ...changed,
    ...sources,
    ...renamedThings(changed, wanted, stored),
    ...[...claimIds].map((id) => `Claim:${id}`),
  ])
  const affectedClaims = new Set(idsOf(affected, 'Claim'))
  await stored.fetch(affected)
  await stored.assertionsOn([...affectedClaims])
  await readContext(stored, find, affected, [
    ...assertionsOn(affectedClaims, put),
    ...assertionsOn(affectedClaims, stored.table),
  ])

  return {
    affected,
    referrers,
    find,
    after() {
      const after = createObjectTable()
      const isPut = (key: string): boolean => put.has(key)
      const isKnown = (key: string): boolean => known?.has(key) ?? false
      if (known) addAll(after, known, (key) => !end.has(key))
      addAll(after, stored.table, (key) => !end.has(key) && !isPut(key) && !isKnown(key))
      return addAll(after, put, (key) => !isKnown(key))
    },
  }
}

/** Ids of the keys of one kind: 'Entity:x' → 'x'. */
export const idsOf = (keys: Iterable<string>, kind: ObjectKind): readonly string[] =>
  [...keys].flatMap((text) => {
    const key = readObjectKey(text)
    return key?.kind === kind ? [key.id] : []
  })

interface Referrers {
  readonly referrers: ReadonlySet<string>
  /** Keys of changed sources, and of all sources that are derived from them. */
  readonly sources: ReadonlySet<string>
}

async function readReferrers(stored: StoredStates, put: ObjectTable, changed: ReadonlySet<string>): Promise<Referrers> {
  const found = new Set<string>()
  for (const label of ['Entity', 'DataCategory', 'Use'] as const)
    for (const key of await stored.referrers(label, idsOf(changed, label))) found.add(key)
  const ended = idsOf(changed, 'Claim').filter((id) => !put.get('claims', `Claim:${id}`))
  for (const key of await stored.referrers('Claim', ended)) found.add(key)
  // A document without a named claimant speaks for its publisher, which may speak for others.
  const spoken = idsOf(found, 'Source').filter((id) => publisherSpeaksDifferently(id, stored.table, put))
  for (const key of await stored.referrers('Source', spoken)) found.add(key)

  const sources = new Set(idsOf(changed, 'Source'))
  for (let level = [...sources]; level.length > 0; ) {
    const keys = await stored.referrers('Source', level)
    for (const key of keys) found.add(key)
    level = idsOf(keys, 'Source').filter((id) => !sources.has(id))
    for (const id of level) sources.add(id)
  }
  return { referrers: found, sources: new Set([...sources].map((id) => `Source:${id}`)) }
}

/** Whether the parties for which the publisher of a source speaks change. */
function publisherSpeaksDifferently(sourceId: string, before: ObjectTable, put: ObjectTable): boolean {
  const publisher = before.get('sources', `Source:${sourceId}`)?.item.publishedBy ?? ''
  const [old, now] = [before, put].map((table) => table.get('entities', `Entity:${publisher}`)?.item.speaksFor)
  return JSON.stringify(old) !== JSON.stringify(now)
}

/** The claim itself, and the claim that an assertion is or was on. */
function claimsOf(text: string, ...tables: readonly ObjectTable[]): readonly string[] {
  const key = readObjectKey(text)
  if (key?.kind === 'Claim') return [key.id]
  if (key?.kind !== 'Assertion') return []
  return tables.flatMap((table) => table.get('assertions', text)?.item.claimId ?? [])
}

/** Things with a changed rename. Their search texts contain the former slugs. */
function renamedThings(
  changed: ReadonlySet<string>,
  { put, known }: WantedChanges,
  { table }: StoredStates,
): readonly string[] {
  const all = [table, ...(known ? [known] : []), put].flatMap((one) => [...one.of('renames').values()])
  const { otherSlugs } = renamesFrom(all.map(({ item }) => item))
  return [...changed].flatMap((key) => {
    const rename = (put.get('renames', key) ?? table.get('renames', key))?.item
    if (!rename) return []
    const slugs = [rename.slug, ...otherSlugs(rename.kind, rename.former)]
    return slugs.map((slug) => `${rename.kind}:${slug}`)
  })
}

const assertionsOn = (claimIds: ReadonlySet<string>, table: ObjectTable): readonly Assertion[] =>
  [...table.of('assertions').values()].flatMap(({ item }) => (claimIds.has(item.claimId) ? [item] : []))

async function readContext(
  stored: StoredStates,
  find: Surroundings['find'],
  affected: ReadonlySet<string>,
  assertions: readonly Assertion[],
): Promise<void> {
  const named = new Set<string>()
  for (const id of idsOf(affected, 'Claim')) {
    const claim = find('claims', `Claim:${id}`)?.item
    if (!claim) continue
    const { subject, object, data, uses } = claim
    named.add(objectKeyText(subject))
    if (object && object.kind !== 'Text') named.add(objectKeyText(object))
    for (const one of data) named.add(`DataCategory:${one}`)
    for (const one of uses) named.add(`Use:${one}`)
  }
  for (const { claimantId, sourceId } of assertions) {
    if (claimantId !== null) named.add(`Entity:${claimantId}`)
    named.add(`Source:${sourceId}`)
  }
  const sources = new Set([...idsOf(affected, 'Source'), ...idsOf(named, 'Source')])
  for (let level = [...sources]; level.length > 0; ) {
    await fetchMissing(
      stored,
      find,
      level.map((id) => `Source:${id}`),
    )
    const found = level.flatMap((id) => find('sources', `Source:${id}`)?.item ?? [])
    for (const { publishedBy } of found) if (publishedBy !== null) named.add(`Entity:${publishedBy}`)
    level = [...new Set(found.flatMap(({ derivedFrom }) => derivedFrom.map(({ sourceId }) => sourceId)))].filter(
      (id) => !sources.has(id),
    )
    for (const id of level) sources.add(id)
  }
  await fetchMissing(stored, find, named)
}

/** Reads the objects of these keys, except those that are put or known. */
export async function fetchMissing(
  stored: StoredStates,
  find: Surroundings['find'],
  keys: Iterable<string>,
): Promise<void> {
  await stored.fetch([...keys].filter((key) => !OBJECT_LISTS.some((list) => find(list, key))))
}
