import type { Assertion } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Slug } from '../domain/slug.ts'
import type { Messages } from '../messages/en.ts'
import { pauseInSlices } from '../thread/slices.ts'
import type { EntriesOfClaim } from './entries-of-claim.ts'
import { createEntryParts, THINGS_OF_PART } from './entry-parts.ts'
import type { EntryValues, ExportedClaim, ThingEntry } from './export-format.ts'

/** Maximum of entries of one line. If there are more, the counts of the line differ. */
export const MAX_ENTRIES = 100

/** Entries of one thing. */
export interface GatheredEntries<C, A> {
  readonly claimCount: number
  readonly entryCount: number
  /** The first MAX_ENTRIES, in the order of the claims. */
  readonly entries: readonly ThingEntry<C, A>[]
}

/** Collects the entries of things from claims, as the values that a format shows of them. */
export interface EntryGatherer<C, A> {
  /** Adds the entries of the next claim. */
  add(exported: ExportedClaim): void
  /** Whether the entries of the thing at a place were gathered. If not, another pass over the claims gathers them. */
  has(place: number): boolean
  /** Begins another pass at a place. */
  beginAt(place: number): void
  /** Removes the entries of the things from a place on, THINGS_OF_PART of them. @param first place of one that begins a part */
  take(first: number): Promise<readonly GatheredEntries<C, A>[]>
}

export interface GathererOptions<C, A> {
  /** Slugs of the things, in their order. */
  readonly slugs: readonly Slug[]
  readonly entriesOf: (details: ClaimDetails) => EntriesOfClaim
  readonly values: EntryValues<C, A>
  readonly messages: Messages
  /** Bound of the memory of all entries. */
  readonly maxBytes: number
}

/** Number of steps between two pauses, well under a millisecond. */
const STEPS = 500

/** Creates an empty gatherer for these things, beginning at the first one. */
export async function createEntryGatherer<C, A>({
  slugs,
  entriesOf,
  values,
  messages,
  maxBytes,
}: GathererOptions<C, A>): Promise<EntryGatherer<C, A>> {
  const places = new Map<Slug, number>()
  for (const [place, slug] of slugs.entries()) {
    places.set(slug, place)
    if (place % STEPS === 0) await pauseInSlices()
  }
  let claimCounts = new Uint32Array(slugs.length)
  let entryCounts = new Uint32Array(slugs.length)
  let parts = createEntryParts(0, maxBytes)

  return {
    has: (place) => parts.accepts(place),
    beginAt(place) {
      claimCounts = new Uint32Array(slugs.length)
      entryCounts = new Uint32Array(slugs.length)
      parts = createEntryParts(place, maxBytes)
    },
    add(exported) {
      const write = claimWriter(exported, values, messages)
      for (const [id, { role, assertions }] of entriesOf(exported.details)) {
        const place = places.get(id)
        if (place === undefined || !parts.accepts(place)) continue
        const known = entryCounts[place] ?? 0
        claimCounts[place] = (claimCounts[place] ?? 0) + 1
        entryCounts[place] = known + assertions.length
        const listed = assertions.slice(0, Math.max(0, MAX_ENTRIES - known))
        if (listed.length > 0) parts.add(place, `[${place},${JSON.stringify(role)},${write(listed)}]`)
      }
    },
    async take(first) {
      const gathered = slugs.slice(first, first + THINGS_OF_PART).map((_, i) => {
        const entries: ThingEntry<C, A>[] = []
        return { claimCount: claimCounts[first + i] ?? 0, entryCount: entryCounts[first + i] ?? 0, entries }
      })
      for (const written of parts.take(first)) {
        for (const one of written) {
          const [place, role, claim, assertions] = toWritten<C, A>(one)
          for (const assertion of assertions) gathered[place - first]?.entries.push({ role, claim, assertion })
        }
        await pauseInSlices()
      }
      return gathered
    },
  }
}

type Written<C, A> = readonly [place: number, role: ThingEntry<C, A>['role'], claim: C, assertions: readonly A[]]

/** Takes a value that `add` wrote as JSON. */
const toWritten = <C, A>(parsed: unknown): Written<C, A> => parsed as Written<C, A>

/** Returns a function that writes a claim with some of its assertions. Each value is made once, however many things have it. */
function claimWriter<C, A>(exported: ExportedClaim, values: EntryValues<C, A>, messages: Messages) {
  const ofAssertions = new Map<Assertion | null, string>()
  let ofClaim: string | null = null
  return (assertions: readonly (Assertion | null)[]): string => {
    ofClaim ??= JSON.stringify(values.ofClaim(exported, messages))
    const written = assertions.map((assertion) => {
      const known = ofAssertions.get(assertion) ?? JSON.stringify(values.ofAssertion(assertion, exported, messages))
      ofAssertions.set(assertion, known)
      return known
    })
    return `${ofClaim},[${written.join(',')}]`
  }
}
