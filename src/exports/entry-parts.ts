import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Number of neighbouring things whose entries are read back together. */
export const THINGS_OF_PART = 50
/** Length of the texts that are compressed together, in UTF-16 units: a fraction of a millisecond of work. */
const CHUNK_LENGTH = 16_384
/** The fastest level: entries of one part repeat names, stances and dates. */
const LEVEL = 1
/** Memory of a text and of a compressed chunk beside its content, in bytes. */
const TEXT_BYTES = 40
const CHUNK_BYTES = 200

/** Entries of things in memory, as compressed JSON. Things have places in their order, and 50 neighbours are one part. */
export interface EntryParts {
  /** Adds an entry, unless it belongs to a part that was dropped. @param json a JSON value */
  add(place: number, json: string): void
  /** Whether a thing belongs to a part that was not dropped. */
  accepts(place: number): boolean
  /** Removes the part that begins at a place. @returns its JSON values, in the order in which they were added, in small lists */
  take(first: number): Generator<readonly unknown[], void>
}

interface Part {
  texts: string[]
  /** Length of the texts that are not compressed yet. */
  length: number
  readonly chunks: Buffer[]
  bytes: number
}

/**
 * Creates empty parts for the things from a place on. Past `maxBytes`, the last part is dropped, so that a reader of all things
 * makes one more pass for it. One part always stays.
 */
export function createEntryParts(from: number, maxBytes: number): EntryParts {
  const parts: (Part | undefined)[] = []
  let until = Number.POSITIVE_INFINITY
  let bytes = 0

  const numberOf = (place: number): number => Math.floor((place - from) / THINGS_OF_PART)
  const accepts = (place: number): boolean => place >= from && numberOf(place) < until

  function count(part: Part, more: number): void {
    part.bytes += more
    bytes += more
  }

  function compress(part: Part): void {
    const compressed = deflateRawSync(`[${part.texts.join(',')}]`, { level: LEVEL })
    // A copy, since the result refers to a larger buffer.
    part.chunks.push(Buffer.from(compressed))
    count(part, CHUNK_BYTES + compressed.length - bytesOf(part))
    part.texts = []
    part.length = 0
  }

  function dropLast(): void {
    const last = parts.findLastIndex((part) => part !== undefined)
    if (last <= 0) return
    bytes -= parts[last]?.bytes ?? 0
    parts[last] = undefined
    until = last
  }

  return {
    accepts,
    add(place, json) {
      if (!accepts(place)) return
      const part = parts[numberOf(place)] ?? { texts: [], length: 0, chunks: [], bytes: 0 }
      parts[numberOf(place)] = part
      part.texts.push(json)
      part.length += json.length
      count(part, TEXT_BYTES + 2 * json.length)
      if (part.length >= CHUNK_LENGTH) compress(part)
      if (bytes > maxBytes) dropLast()
    },
    *take(first) {
      const part = parts[numberOf(first)]
      if (part === undefined) return
      parts[numberOf(first)] = undefined
      for (const chunk of part.chunks) yield JSON.parse(inflateRawSync(chunk).toString())
      yield JSON.parse(`[${part.texts.join(',')}]`)
    },
  }
}

const bytesOf = ({ texts, length }: Part): number => texts.length * TEXT_BYTES + 2 * length
