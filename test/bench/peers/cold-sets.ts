import { MIN_SETS, shuffle, type Variables } from './variable-sets.ts'

/** Memory of Sanad's caches in MiB in a cold measurement. */
export const COLD_MB = 8

/**
 * Shortest warm-up of a new process: cold is its cache alone. Over its first 1,000 requests, the CPU of a request falls to a
 * third, because V8 compiles the code meanwhile.
 */
export const WARM_UP = { durationMs: 3000, minAccepted: 1500 }

export interface ColdSets {
  /** Indexes of the sets that run the code warm. */
  readonly warmUp: readonly number[]
  /** Indexes of the sets that are measured, each sent once. */
  readonly once: readonly number[]
  /** Number of different things that the measured sets name. */
  readonly things: number
}

/** Fewest measured sets: where there are fewer things, a thing is in more than one set. */
const MIN_ONCE = 50

/**
 * Splits the sets of a question by the thing that they name (an entity, a category, a text, a combination of
 * statuses), so that no measured set names a thing of the warm-up.
 */
export function splitSets(sets: readonly Variables[]): ColdSets {
  const byThing = new Map<string, number[]>()
  for (const [index, set] of sets.entries()) byThing.set(thingOf(set), [...(byThing.get(thingOf(set)) ?? []), index])
  const things = shuffle([...byThing.values()], (indexes) => thingOf(sets[indexes[0] ?? 0] ?? {}))
  const half = Math.floor(things.length / 2)
  const measured = things.slice(half)
  const depth = Math.ceil(MIN_ONCE / Math.max(1, measured.length))
  const layers = Array.from({ length: depth }, (_, layer) => measured.flatMap((indexes) => indexes[layer] ?? []))
  const once = layers.flat().slice(0, Math.max(MIN_ONCE, Math.min(MIN_SETS, measured.length)))
  return { warmUp: things.slice(0, half).flat(), once, things: new Set(once.map((i) => thingOf(sets[i] ?? {}))).size }
}

const thingOf = ({ slug, root, text, statuses }: Variables): string => JSON.stringify(slug ?? root ?? text ?? statuses)
