import { textBytes } from '../cache/text-bytes.ts'
import { MAX_CANDIDATES } from './match-query.ts'
import { soundOf, spellingsOf } from './name-spellings.ts'
import { THING_TYPES, type ThingKey, type ThingType } from './thing-types.ts'

/** A thing with the names by which it is found. */
export interface NamedThing extends ThingKey {
  /** The narrowest. */
  readonly type: ThingType
  readonly names: readonly string[]
}

/** A spelling of a name that has characters in common with the wanted one. */
export interface NearSpelling {
  readonly thing: ThingKey
  readonly text: string
  readonly sound: string
  /** Share of common pairs or triples of characters, from 0 to 1. */
  readonly shared: number
}

/** An immutable index of names by pairs and triples of characters, which finds misspelt names. */
export interface NameIndex {
  /**
   * Finds the spellings with the most common characters, best first.
   * @param wanted sounds of the wanted name
   * @param types narrowest types; null for all
   */
  readonly find: (
    wanted: readonly string[],
    types: ReadonlySet<ThingType> | null,
    limit: number,
  ) => readonly NearSpelling[]
  /** Returns the things of which a text is the initials. */
  readonly withInitials: (text: string, types: ReadonlySet<ThingType> | null) => readonly ThingKey[]
  /** Number of spellings. */
  readonly size: number
  /** Memory in bytes. */
  readonly bytes: number
}

/** Length of a sound up to which a spelling is indexed by pairs too: with one error, four characters share no triple. */
const MAX_SHORT = 8
/** Length of the wanted sound up to which short spellings are looked up. */
const MAX_SHORT_WANTED = 7
/** Least share of common pairs or triples. */
const MIN_SHARED = 0.25

const BASE = 38
const EDGE = 36
const OTHER = 37
const TRIPLES = BASE * BASE
const GRAMS = TRIPLES + BASE * BASE * BASE
/** Memory of a thing and of a spelling without their texts, in bytes. */
const THING_BYTES = 80
const SPELLING_BYTES = 40
/** Memory of initials with the numbers of their things, in bytes. */
const INITIALS_BYTES = 100
/** Maximum number of things that are found by the same initials. */
const MAX_SAME_INITIALS = MAX_CANDIDATES

/** Collects names for an index. */
export interface NameIndexBuilder {
  readonly add: (thing: NamedThing) => void
  /** Number of spellings so far. */
  readonly size: () => number
  /** Makes the index in small steps. */
  readonly build: () => Generator<void, NameIndex>
}

export function createNameIndexBuilder(): NameIndexBuilder {
  const things: ThingKey[] = []
  const types: ThingType[] = []
  const spellings: string[] = []
  const sounds: string[] = []
  const thingOf: number[] = []
  const lists = new Map<number, number[]>()
  const initials = new Map<string, number[]>()

  function addSpelling(text: string, thing: number): void {
    const spelling = spellings.length
    spellings.push(text)
    thingOf.push(thing)
    const heard = soundOf(text)
    // Most texts equal their sound, and share its memory.
    const sound = heard === text ? text : heard
    sounds.push(sound)
    const codes = codesOf(sound)
    for (const gram of sound.length <= MAX_SHORT ? [...pairsOf(codes), ...triplesOf(codes)] : triplesOf(codes)) {
      const list = lists.get(gram)
      if (list === undefined) lists.set(gram, [spelling])
      else if (list.at(-1) !== spelling) list.push(spelling)
    }
  }

  return {
    add({ kind, id, type, names }) {
      const spellings = names.map(spellingsOf)
      const texts = new Set(spellings.flatMap(({ compact, core }) => [compact, core]))
      texts.delete('')
      if (texts.size === 0) return
      things.push({ kind, id })
      types.push(type)
      const thing = things.length - 1
      for (const text of texts) addSpelling(text, thing)
      for (const text of new Set(spellings.flatMap((one) => one.initials))) {
        const list = initials.get(text)
        if (list === undefined) initials.set(text, [thing])
        else if (list.length < MAX_SAME_INITIALS) list.push(thing)
      }
    },
    size: () => spellings.length,
    *build() {
      const starts = new Uint32Array(GRAMS + 1)
      for (const [gram, list] of lists) starts[gram + 1] = list.length
      for (let gram = 0; gram < GRAMS; gram += 1) starts[gram + 1] = (starts[gram + 1] ?? 0) + (starts[gram] ?? 0)
      yield
      const postings = new Uint32Array(starts[GRAMS] ?? 0)
      let steps = 0
      for (const [gram, list] of lists) {
        postings.set(list, starts[gram])
        steps += 1
        if (steps % 1000 === 0) yield
      }
      return indexOf({
        things,
        types,
        spellings,
        sounds,
        thingOf: Uint32Array.from(thingOf),
        initials,
        starts,
        postings,
      })
    },
  }
}

const soundBytes = (text: string, sound = text): number => (sound === text ? 0 : textBytes(sound))

interface IndexData {
  readonly things: readonly ThingKey[]
  readonly types: readonly ThingType[]
  readonly spellings: readonly string[]
  readonly sounds: readonly string[]
  readonly thingOf: Uint32Array
  readonly initials: ReadonlyMap<string, readonly number[]>
  readonly starts: Uint32Array
  readonly postings: Uint32Array
}

function indexOf({ things, types, spellings, sounds, thingOf, initials, starts, postings }: IndexData): NameIndex {
  const typeOf = Uint8Array.from(thingOf, (thing) => THING_TYPES.indexOf(types[thing] ?? 'entity'))
  // Reused by every lookup, which is synchronous. A sound has fewer grams than a byte can count.
  const counts = new Uint8Array(spellings.length)
  const touched = new Uint32Array(spellings.length)
  const shares = new Float32Array(spellings.length)
  const steps = new Uint32Array(STEPS + 2)
  const lengths = Uint8Array.from(sounds, ({ length }) => Math.min(255, length))

  /** Adds spellings that share grams to `found`, by the share of common grams. */
  function collect(
    grams: readonly number[],
    extra: number,
    { found, mask, limit }: { found: Map<number, number>; mask: number; limit: number },
  ): void {
    const size = grams.length + extra
    // With fewer common grams, the share would be below MIN_SHARED even for the shortest spelling.
    const needed = Math.max(1, Math.ceil((MIN_SHARED * (size + 1)) / 2))
    let reached = 0
    for (const gram of new Set(grams)) {
      const end = starts[gram + 1] ?? 0
      for (let i = starts[gram] ?? 0; i < end; i += 1) {
        const spelling = postings[i] ?? 0
        const count = (counts[spelling] ?? 0) + 1
        counts[spelling] = count
        if (count !== needed) continue
        touched[reached] = spelling
        reached += 1
      }
    }
    steps.fill(0)
    let near = 0
    for (let i = 0; i < reached; i += 1) {
      const spelling = touched[i] ?? 0
      const shared = (2 * (counts[spelling] ?? 0)) / (size + (lengths[spelling] ?? 0))
      if (shared < MIN_SHARED || ((mask >> (typeOf[spelling] ?? 0)) & 1) === 0) continue
      touched[near] = spelling
      shares[near] = shared
      near += 1
      const step = Math.floor(shared * STEPS)
      steps[step] = (steps[step] ?? 0) + 1
    }
    counts.fill(0)
    const least = leastOf(steps, limit)
    for (let i = 0; i < near; i += 1) {
      const shared = shares[i] ?? 0
      const spelling = touched[i] ?? 0
      if (shared >= least && shared > (found.get(spelling) ?? 0)) found.set(spelling, shared)
    }
  }

  return {
    size: spellings.length,
    bytes:
      postings.byteLength +
      starts.byteLength +
      things.reduce((sum, { id }) => sum + THING_BYTES + textBytes(id), 0) +
      spellings.reduce((sum, text, i) => sum + SPELLING_BYTES + textBytes(text) + soundBytes(text, sounds[i]), 0) +
      INITIALS_BYTES * initials.size,
    withInitials: (text, accepted) =>
      (initials.get(text) ?? []).flatMap((thing) => {
        const [key, type] = [things[thing], types[thing]]
        return key === undefined || type === undefined || accepted?.has(type) === false ? [] : [key]
      }),
    find(wanted, accepted, limit) {
      const mask =
        accepted === null ? -1 : [...accepted].reduce((sum, type) => sum | (1 << THING_TYPES.indexOf(type)), 0)
      const found = new Map<number, number>()
      for (const sound of wanted) {
        const codes = codesOf(sound)
        if (sound.length <= MAX_SHORT_WANTED) collect(pairsOf(codes), 1, { found, mask, limit })
        collect(triplesOf(codes), 0, { found, mask, limit })
      }
      return bestOf(found, limit).flatMap(([spelling, shared]): readonly NearSpelling[] => {
        const thing = things[thingOf[spelling] ?? 0]
        return thing === undefined
          ? []
          : [{ thing, text: spellings[spelling] ?? '', sound: sounds[spelling] ?? '', shared }]
      })
    },
  }
}

/** Returns the entries with the highest values, highest first. */
const bestOf = (values: ReadonlyMap<number, number>, limit: number): readonly (readonly [number, number])[] =>
  [...values].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit)

/** Number of intervals by which shares are counted. */
const STEPS = 100

/** Returns the highest counted share that at least `limit` spellings reach; 0 if there are fewer spellings. */
function leastOf(steps: Uint32Array, limit: number): number {
  let count = 0
  let step = steps.length - 1
  while (step > 0 && count + (steps[step] ?? 0) < limit) {
    count += steps[step] ?? 0
    step -= 1
  }
  return step / STEPS
}

/** Returns the codes of the characters of a sound, between two edges. */
function codesOf(sound: string): readonly number[] {
  const codes = [EDGE]
  for (let i = 0; i < sound.length && i < 100; i += 1) codes.push(codeOf(sound.charCodeAt(i)))
  codes.push(EDGE)
  return codes
}

function codeOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 97
  return unit >= 48 && unit <= 57 ? unit - 22 : OTHER
}

const pairsOf = (codes: readonly number[]): readonly number[] =>
  codes.slice(1).map((code, i) => (codes[i] ?? 0) * BASE + code)

const triplesOf = (codes: readonly number[]): readonly number[] =>
  codes.slice(2).map((code, i) => TRIPLES + ((codes[i] ?? 0) * BASE + (codes[i + 1] ?? 0)) * BASE + code)
