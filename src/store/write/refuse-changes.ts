import type { Claim } from '../../domain/claim.ts'
import { toCurrentSlugs } from '../../domain/current-slugs.ts'
import type { Entity } from '../../domain/entity.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Rename } from '../../domain/rename.ts'
import { type Renames, renamesFrom } from '../../domain/renames.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { externalKey } from '../encoding/dataset-states.ts'
import { parseStored } from '../encoding/parse-stored.ts'
import { OPEN } from '../encoding/schema.ts'
import { readThingKey } from '../encoding/thing-key.ts'
import { toRename } from '../encoding/to-domain.ts'
import type { Engine } from '../engines/engine.ts'
import { claimHistories, holdersOfIdentifiers } from '../queries/store-state.ts'
import { renames as knownRenames } from '../queries/things-by-ids.ts'
import { inBatches } from './in-batches.ts'
import { changedPropositionParts } from './proposition-change.ts'
import type { StoredStates } from './stored-states.ts'

/** INVALID_SEED for a load of seeds, BAD_INPUT for an append. */
type RefusalCode = keyof typeof OUTCOMES
const OUTCOMES = { INVALID_SEED: 'nothing was loaded', BAD_INPUT: 'nothing was written' } as const

const MAX_NAMED = 5

/**
 * Refuses objects that other seeds have. An object that was appended may be in the seeds too, if both have the same state.
 * @param added keys of objects that are new in the set
 * @param latest key → hash of the state that the seeds give
 * @returns keys of added objects that were appended before, and need not be written
 * @throws DomainError CONFLICT, naming both sets
 */
export async function refuseForeignStates(
  stored: StoredStates,
  added: readonly string[],
  latest: ReadonlyMap<string, number>,
  set: string,
): Promise<ReadonlySet<string>> {
  const keys = added.flatMap((thing) => [thing, ...exclusiveKeysOf(thing)])
  await stored.fetch(keys)
  const foreign = keys.flatMap((key) => {
    const state = stored.states.get(key)
    return state && state.loadSet !== set ? [state] : []
  })
  const appended = foreign.filter(({ loadSet }) => loadSet === APPENDED)
  const differing = appended.filter(({ thing, hash }) => hash !== latest.get(thing))
  if (foreign.length > appended.length) {
    const others = foreign.filter(({ loadSet }) => loadSet !== APPENDED)
    const names = named(others.map(({ thing, loadSet }) => `${wordsFor(thing)} (in ${loadSet})`))
    const text = `The seeds ${set} have objects that other seeds have already: ${names}. Give them other ids, or load both from one folder.`
    throw new DomainError('CONFLICT', text)
  }
  if (differing.length > 0) {
    const names = named(differing.map(({ thing }) => wordsFor(thing)))
    const text = `The seeds ${set} differ from objects that were appended to the database: ${names}. Write the appended content into the seeds; nothing was loaded.`
    throw new DomainError('CONFLICT', text)
  }
  return new Set(appended.map(({ thing }) => thing))
}

/** Name of the set of appended objects. No set of seeds has this name, since sets of seeds are named after their stories. */
export const APPENDED = 'appended changes'

/**
 * Refuses external ids that an entity of another set has, since an external id belongs to one entity. Within a set,
 * domain/rules/external-ids.ts checks this.
 *
 * @param written entities that are new or changed
 * @throws DomainError CONFLICT, naming both entities and the other set
 */
export async function refuseIdentifiersOfOthers(
  engine: Engine,
  written: readonly Entity[],
  set: string,
): Promise<void> {
  const own = new Map(written.flatMap(({ id, externalIds }) => externalIds.map((one) => [externalKey(one), id])))
  const taken: string[] = []
  for (const keys of inBatches([...own.keys()])) {
    const rows = await engine.forLoads.run(holdersOfIdentifiers.text, { keys, loadSet: set, open: OPEN })
    for (const { key, thing, loadSet } of rows)
      taken.push(
        `${String(key)} of ${own.get(String(key))}, which belongs to ${wordsFor(String(thing))} (in ${loadSet})`,
      )
  }
  if (taken.length === 0) return
  const text = `The seeds ${set} use identifiers that other seeds gave to other entities: ${named(taken)}. Merge the two entities, or keep the identifier at the right one; nothing was loaded.`
  throw new DomainError('CONFLICT', text)
}

/**
 * Refuses a slug that was a former slug of another thing. A former slug redirects to its thing permanently, also after the thing was
 * removed. Only that thing may have it again.
 *
 * @param added keys of added things: 'Entity:slug'
 * @param written former slugs that are new or changed
 * @param renames all renames of the change
 * @param published revision before the change
 * @throws DomainError with this code, naming the slugs
 */
export async function refuseSlugsOfOthers(
  engine: Engine,
  added: readonly string[],
  written: readonly Rename[],
  renames: Renames,
  published: number,
  code: RefusalCode = 'INVALID_SEED',
): Promise<void> {
  const used = [
    ...added.flatMap((thing) => readThingKey(thing) ?? []),
    ...written.map(({ kind, former }) => ({ kind, id: former })),
  ]
  if (used.length === 0) return
  const known = renamesFrom((await engine.forLoads.run(knownRenames.text, { revision: published })).map(toRename))
  const nowOf = (kind: ThingKind, slug: Slug): string => renames.slugNow(kind, slug) ?? slug
  const taken = used.flatMap(({ kind, id }) => {
    const had = known.slugNow(kind, id)
    return had === null || nowOf(kind, had) === nowOf(kind, id) ? [] : [`${kind} ${id} (of ${had})`]
  })
  if (taken.length === 0) return
  const text = `Ids are never reused, but other objects had these before: ${named([...new Set(taken)])}. Give the new objects other ids; if an object was only renamed, add the id in brackets to its \`formerly\`; ${OUTCOMES[code]}.`
  throw new DomainError(code, text)
}

/** Refuses another proposition under the slug of a claim, also under a former slug. @throws DomainError with this code, naming the claims */
export async function refuseChangedPropositions(
  engine: Engine,
  written: readonly Claim[],
  renames: Renames,
  code: RefusalCode = 'INVALID_SEED',
): Promise<void> {
  const claims = new Map(written.map((claim) => [claim.id, claim]))
  const latest = new Map<Slug, Claim>()
  const slugs = [...claims.keys()].flatMap((id) => [...renames.otherSlugs('Claim', id), id])
  for (const keys of inBatches(slugs)) {
    const rows = await engine.forLoads.run(claimHistories.text, { keys })
    for (const row of rows) {
      const id = toSlug(String(row.id))
      latest.set(renames.slugNow('Claim', id) ?? id, toCurrentSlugs(parseStored('claims', row.json), renames))
    }
  }
  const changed = [...latest].flatMap(([id, before]) => {
    const after = claims.get(id)
    const parts = after ? changedPropositionParts(before, after) : []
    return parts.length === 0 ? [] : [`${id} (${parts.join(', ')})`]
  })
  if (changed.length === 0) return
  const text = `The proposition of a claim never changes, but it would for ${named(changed)}. Give the new proposition a claim with a new slug; ${OUTCOMES[code]}.`
  throw new DomainError(code, text)
}

/** Keys that exclude this one, since a slug of one object cannot be a former slug of another. */
function exclusiveKeysOf(thing: string): readonly string[] {
  if (thing.startsWith(FORMER)) return [thing.slice(FORMER.length)]
  return readThingKey(thing) === null ? [] : [`${FORMER}${thing}`]
}
const FORMER = 'FormerSlug:'

const wordsFor = (thing: string): string => {
  const words = thing.replace(FORMER, '').replace(':', ' ')
  return thing.startsWith(FORMER) ? `${words} as a former slug` : words
}

const named = (names: readonly string[]): string =>
  names.length <= MAX_NAMED
    ? names.join(', ')
    : `${names.slice(0, MAX_NAMED).join(', ')} and ${names.length - MAX_NAMED} more`
