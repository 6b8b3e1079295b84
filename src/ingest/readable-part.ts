import type { z } from 'zod'
import type { Path } from './seed-problem.ts'
import { type SeedFile, seedFile } from './seed-schema.ts'

/** Well-formed rest of a malformed seed, after the faulty parts were cut out. */
export interface ReadablePart {
  readonly content: SeedFile
  /** Maps a path in the content to the path in the file. */
  readonly placeInFile: (path: Path) => Path
  readonly cuts: readonly Cut[]
}

/** A part that was cut out, with its content. */
export interface Cut {
  readonly path: Path
  readonly value: unknown
}

/** Maximum number of rounds. Cutting an item may make the list around it too short, and so on; no form is nested deeper. */
const MAX_ROUNDS = 12

/**
 * Cuts the smallest faulty parts: unknown keys, and the innermost list item around each other problem. Null for a document that
 * is no seed.
 */
export function readablePart(text: unknown, issues: readonly z.core.$ZodIssue[]): ReadablePart | null {
  const cuts = new Map<string, Path>()
  let placeInFile = (path: Path): Path => path
  let wrong = issues
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    for (const path of wrong.flatMap(toCut).map(placeInFile)) {
      if (path.length === 0) return null
      cuts.set(keyOf(path), path)
    }
    const kept = new Map<string, readonly number[]>()
    const checked = seedFile.safeParse(without(text, cuts, kept, [], []))
    placeInFile = (path) => path.map((part, i) => placeOfPart(part, kept.get(keyOf(path.slice(0, i)))))
    if (checked.success) {
      return { content: checked.data, placeInFile, cuts: [...cuts.values()].map((path) => cutAt(text, path)) }
    }
    wrong = checked.error.issues
  }
  return null
}

function toCut(issue: z.core.$ZodIssue): readonly Path[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key])
  const item = path.findLastIndex((part) => typeof part === 'number')
  return [path.slice(0, item < 0 ? 1 : item + 1)]
}

/** @param kept output: path of a list in the result → indexes of its remaining items in the file */
function without(
  value: unknown,
  cuts: ReadonlyMap<string, Path>,
  kept: Map<string, readonly number[]>,
  before: Path,
  after: Path,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).filter(([key]) => !cuts.has(keyOf([...before, key])))
    return Object.fromEntries(
      entries.map(([key, one]) => [key, without(one, cuts, kept, [...before, key], [...after, key])]),
    )
  }
  const indexes = [...value.keys()].filter((i) => !cuts.has(keyOf([...before, i])))
  kept.set(keyOf(after), indexes)
  return indexes.map((i, j) => without(value[i], cuts, kept, [...before, i], [...after, j]))
}

const placeOfPart = (part: string | number, kept: readonly number[] | undefined): string | number =>
  typeof part === 'number' ? (kept?.[part] ?? part) : part

function cutAt(text: unknown, path: Path): Cut {
  const value = path.reduce<unknown>(
    (around, part) => (typeof around === 'object' && around !== null ? Reflect.get(around, part) : undefined),
    text,
  )
  return { path, value }
}

const keyOf = (path: Path): string => JSON.stringify(path)
