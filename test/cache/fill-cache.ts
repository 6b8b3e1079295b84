import { setTimeout } from 'node:timers/promises'
import { createCache } from '../../src/cache/create-cache.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import {
  CACHED_ON_FIRST_REQUEST_BYTES,
  createCachedResponses,
  type RawResponse,
} from '../../src/server/cache/cached-response.ts'
import { readMemory } from '../bench/resident-memory.ts'

/** Memory of a filled cache, measured by its process with --expose-gc. */
export interface Filled {
  readonly maxBytes: number
  /** Bytes by the cache's own count. */
  readonly countedBytes: number
  readonly entries: number
  /** Heap and external memory after a forced collection, less the memory before. */
  readonly measuredBytes: number
  /** Peak resident memory, less the memory before. */
  readonly peakBytes: number
}

const JSON_HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public', Vary: 'Accept' }
const PICTURE_HEADERS = { 'Content-Type': 'image/png', 'Cache-Control': 'public' }

/** Fills a cache with more responses than fit. @param bodyLength in characters */
export async function fill(maxBytes: number, answers: number, bodyLength: number): Promise<Filled> {
  const cache = createCache({ maxBytes })
  const kept = createCachedResponses(cache)
  const before = await memoryBytes()
  const isLarge = bodyLength > CACHED_ON_FIRST_REQUEST_BYTES
  const beforeResident = readMemory().nowBytes
  for (let i = 0; i < answers; i += 1) {
    const body = bodyOf(i, bodyLength)
    const make = (): Promise<RawResponse> =>
      // Bodies of this size are pictures, which are served uncompressed.
      Promise.resolve({ status: 200, headers: { ...(isLarge ? PICTURE_HEADERS : JSON_HEADERS) }, body })
    const key = `2026-11-01 /claim/claim-${i}?lang=en`
    await kept.get(key, toRevisionNumber(1), make)
    // Large responses are cached from their second request on.
    if (isLarge) await kept.get(key, toRevisionNumber(1), make)
  }
  const { bytes, namespaces } = cache.stats()
  return {
    maxBytes,
    countedBytes: bytes,
    entries: namespaces['answers']?.entries ?? 0,
    measuredBytes: (await memoryBytes()) - before,
    peakBytes: readMemory().peakBytes - beforeResident,
  }
}

/** Text that compresses to about a fourth, as pages do. */
function bodyOf(seed: number, length: number): string {
  let text = ''
  for (let n = seed; text.length < length; n = (n * 48_271 + 11) % 2_147_483_647)
    text += `${n} is said of claim ${n % 997}; `
  return text.slice(0, length)
}

/** Freed buffers are returned a moment after the collection. */
async function memoryBytes(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error('Start it with --expose-gc.')
  for (const _ of [1, 2, 3]) {
    globalThis.gc()
    await setTimeout(20)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const [megabytes, answers, bodyLength] = process.argv.slice(2).map(Number)
if (megabytes && answers && bodyLength) {
  console.log(JSON.stringify(await fill(megabytes * 1024 * 1024, answers, bodyLength)))
}
