import type { Cache } from '../cache/create-cache.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import { createPauses, runInSlices } from '../thread/slices.ts'
import { createNameIndexBuilder, type NamedThing, type NameIndex } from './name-index.ts'
import { INITIALS_LIKENESS } from './name-score.ts'
import { type NameSpellings, soundOf } from './name-spellings.ts'
import { spellingLikeness } from './spelling-distance.ts'
import { type ThingKey, type ThingType, typesOf } from './thing-types.ts'

/** Finds things by similar names, at one revision. */
export interface NameLookup {
  /** Returns the things with the most similar names, best first. */
  readonly find: (wanted: NameSpellings, types: ReadonlySet<ThingType> | null, limit: number) => readonly ThingKey[]
  /** Number of spellings. */
  readonly size: number
}

type NameStore = Pick<GraphStore, 'allSlugs' | 'entities' | 'sources' | 'conceptTree'>

/** Number of spellings of one part of the index. A part is one cache entry, which may take an eighth of the budget. */
export const PART_SIZE = 10_000
/** Number of things of one read. */
const BATCH_SIZE = 1000

interface CachedPart {
  readonly revision: RevisionNumber
  readonly index: NameIndex
  /** Number of parts of the same revision. */
  readonly parts: number
}

/**
 * Creates the function that returns the lookup of a revision. The lookup is made from the names of all things, once for
 * concurrent and later requests, in slices, and is cached until another revision is requested.
 */
export function createNameLookups(cache: Cache): (store: NameStore, revision: RevisionNumber) => Promise<NameLookup> {
  const known = cache.namespace<CachedPart>('names', { bytesOf: ({ index }) => index.bytes, isOfDatabase: true })
  const making = new Map<RevisionNumber, Promise<NameLookup>>()

  function cached(revision: RevisionNumber): NameLookup | null {
    const isOfRevision = (part: CachedPart): boolean => part.revision === revision
    const first = known.get('0', isOfRevision)
    if (first === undefined) return null
    const rest = Array.from({ length: first.parts - 1 }, (_, i) => known.get(String(i + 1), isOfRevision))
    const parts = [first, ...rest.flatMap((part) => part ?? [])]
    return parts.length === first.parts ? lookupIn(parts.map(({ index }) => index)) : null
  }

  async function make(store: NameStore, revision: RevisionNumber): Promise<NameLookup> {
    const indexes: NameIndex[] = []
    let builder = createNameIndexBuilder()
    for await (const thing of namedThings(store, revision)) {
      builder.add(thing)
      if (builder.size() < PART_SIZE) continue
      indexes.push(await runInSlices(builder.build()))
      builder = createNameIndexBuilder()
    }
    indexes.push(await runInSlices(builder.build()))
    for (const [i, index] of indexes.entries()) known.set(String(i), { revision, index, parts: indexes.length })
    return lookupIn(indexes)
  }

  return async (store, revision) => {
    const found = cached(revision)
    if (found !== null) return found
    const awaited = making.get(revision)
    if (awaited !== undefined) return awaited
    const mine = make(store, revision).finally(() => making.delete(revision))
    making.set(revision, mine)
    return mine
  }
}

/** Number of spellings that are compared character by character: at least, and for each requested thing. */
const MIN_COMPARED = 20
const COMPARED_FOR_EACH = 2

/** Creates the lookup in the parts of an index. */
export const lookupIn = (indexes: readonly NameIndex[]): NameLookup => ({
  size: indexes.reduce((sum, { size }) => sum + size, 0),
  find(wanted, types, limit) {
    const texts = [...new Set([wanted.compact, wanted.core])].filter((text) => text !== '')
    const sounds = [...new Set(texts.map(soundOf))]
    const isOwnSound = sounds.every((sound) => texts.includes(sound))
    const compared = Math.max(MIN_COMPARED, COMPARED_FOR_EACH * limit)
    const near = indexes.flatMap((index) => index.find(sounds, types, compared))
    const best = new Map<ThingKey, number>()
    for (const { thing, text, sound, shared } of near.sort((a, b) => b.shared - a.shared).slice(0, compared)) {
      let likeness = SHARED_FACTOR * shared
      for (const one of texts) {
        likeness = Math.max(likeness, spellingLikeness(one, text))
        if (beginsOther(one, text)) likeness = Math.max(likeness, BEGINNING)
      }
      // Texts that equal their sounds were compared before.
      if (likeness < SURE && (sound !== text || !isOwnSound))
        for (const one of sounds) likeness = Math.max(likeness, SOUND_FACTOR * spellingLikeness(one, sound))
      if (likeness > (best.get(thing) ?? MIN_LIKENESS)) best.set(thing, likeness)
    }
    for (const thing of indexes.flatMap((index) => index.withInitials(wanted.compact, types)))
      best.set(thing, Math.max(best.get(thing) ?? 0, INITIALS_LIKENESS))
    return [...best]
      .sort(([a, first], [b, second]) => second - first || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(([thing]) => thing)
  },
})

/** Likeness of a name and a longer one that begins with it, and least likeness of a found name. */
const BEGINNING = 0.6
const MIN_LIKENESS = 0.42

const beginsOther = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 2 && (one.startsWith(other) || other.startsWith(one))

/** Factors of a likeness of sounds, and of a share of triples, so that equal characters rank higher. */
const SOUND_FACTOR = 0.98
const SHARED_FACTOR = 0.9
/** Likeness from which sounds are not compared. */
const SURE = 0.9

/** Yields all things that have names: entities, concepts, and sources by their titles. */
async function* namedThings(store: NameStore, revision: RevisionNumber): AsyncIterable<NamedThing> {
  const pause = createPauses()
  async function* all<T>(
    kind: 'Entity' | 'Source',
    read: (slugs: readonly Slug[], revision: RevisionNumber) => Promise<readonly (T | null)[]>,
  ): AsyncIterable<T> {
    const slugs = await store.allSlugs(kind, revision)
    for (let from = 0; from < slugs.length; from += BATCH_SIZE) {
      for (const one of await read(slugs.slice(from, from + BATCH_SIZE), revision)) if (one !== null) yield one
    }
  }
  for (const kind of ['DataCategory', 'Use'] as const) {
    const { all } = await store.conceptTree(kind, revision)
    for (const { id, names } of all) {
      yield { kind, id, type: typesOf(kind, null)[0] ?? 'data', names: names.map(({ value }) => value) }
      await pause()
    }
  }
  for await (const { id, kind, names } of all('Entity', store.entities)) {
    yield { kind: 'Entity', id, type: typesOf('Entity', kind)[0] ?? 'entity', names: names.map(({ value }) => value) }
    await pause()
  }
  for await (const { id, title, shortTitle } of all('Source', store.sources)) {
    const names = [...Object.values(title), ...Object.values(shortTitle ?? {})]
    yield { kind: 'Source', id, type: 'source', names }
    await pause()
  }
}
