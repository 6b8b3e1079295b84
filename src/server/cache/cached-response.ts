import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { Cache } from '../../cache/create-cache.ts'
import { bufferBytes, toOwnBytes } from '../../cache/own-bytes.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'

/** Names in lower case, each followed by its value. `writeHead` writes them faster than an object. */
export type FlatHeaders = readonly string[]

/** Body in one encoding, with an ETag of its bytes for conditional requests. */
export interface ResponseForm {
  readonly body: Buffer
  readonly etag: string
  readonly headers: FlatHeaders
}

/** Response as bytes, with its headers as they are sent. */
export interface CachedResponse {
  readonly status: number
  readonly plain: ResponseForm
  /** Null for a body that is not compressed: a small one or no text. */
  readonly gzip: ResponseForm | null
}

export interface RawResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
  /** False for a text that is never compressed, since that would take longer than making it. True unless given. */
  readonly isCompressible?: boolean
}

/** Whether the server may send a response to other clients. */
const isShared = ({ headers }: ResponseForm): boolean =>
  !/\b(?:private|no-store)\b/.test(headers[headers.indexOf('cache-control') + 1] ?? '')

interface Entry {
  readonly revision: RevisionNumber
  readonly response: CachedResponse
}

interface Making {
  readonly revision: RevisionNumber
  readonly response: Promise<CachedResponse>
}

const WORTH_COMPRESSING = 512
/** Cache-Control of responses that must not be cached. */
export const NO_STORE = 'no-store'
/** The Cache-Control of a response that depends on the viewer. */
export const PRIVATE = 'private, no-store'
/** Headers of every response that depends on the viewer. */
export const VIEWER_HEADERS = { 'Cache-Control': PRIVATE, Vary: 'Authorization' }
/** Largest body that is cached at its first request, in bytes. Larger ones are cached from their second request on. */
export const CACHED_ON_FIRST_REQUEST_BYTES = 4096
/**
 * Memory of one form without its body, in bytes: objects, headers and tags, as test/cache/budget.test.ts measures them.
 */
const HEADERS_BYTES = 600

/** Estimates the memory of a cached response, in bytes. */
const responseBytes = ({ plain, gzip }: CachedResponse): number =>
  [plain, gzip].reduce((sum, form) => sum + (form === null ? 0 : HEADERS_BYTES + bufferBytes(form.body)), 0)

/**
 * Creates a namespace of responses by key, each for one revision of the database. A response of an older revision stays
 * until a newer one replaces it or until it is evicted, for use while the database is unavailable. Concurrent requests of
 * one key wait for one response.
 */
export function createCachedResponses(cache: Cache) {
  const entries = cache.namespace<Entry>('answers', {
    bytesOf: ({ response }) => responseBytes(response),
    waitsForSecond: ({ response }) => response.plain.body.length > CACHED_ON_FIRST_REQUEST_BYTES,
  })
  const making = new Map<string, Making>()
  function store(key: string, revision: RevisionNumber, response: CachedResponse): void {
    const { status, plain } = response
    // A temporary failure does not replace a cached response.
    if (status >= 500) return
    // Other statuses are not cached: they may change soon, and clients can request any number of URLs.
    if (status !== 200 || !isShared(plain)) entries.delete(key)
    else entries.set(key, { revision, response })
  }
  return {
    /** Returns the response of this revision if it is cached. A miss is not counted, since `get` follows. */
    findCached: (key: string, revision: RevisionNumber): CachedResponse | null =>
      entries.peek(key)?.revision === revision ? (entries.get(key)?.response ?? null) : null,
    /** Returns the last response of any revision, for use while the database is unavailable. */
    last: (key: string): CachedResponse | null => entries.peek(key)?.response ?? null,
    /**
     * Returns the cached response or makes it.
     * @param spelling requests of equal spelling wait for one response, which may be an error that quotes it; default:
     * the key
     */
    async get(
      key: string,
      revision: RevisionNumber,
      make: () => Promise<RawResponse>,
      spelling = key,
    ): Promise<CachedResponse> {
      const known = entries.get(key, (entry) => entry.revision === revision)
      if (known) return known.response
      const awaited = making.get(spelling)
      if (awaited?.revision === revision) return awaited.response
      const mine: Making = { revision, response: make().then(toCachedOffThread) }
      making.set(spelling, mine)
      try {
        const response = await mine.response
        if (making.get(spelling) === mine) store(key, revision, response)
        return response
      } finally {
        if (making.get(spelling) === mine) making.delete(spelling)
      }
    },
  }
}

/** Compresses a text, and adds ETag, Content-Length and Vary. */
export function toCached(made: RawResponse): CachedResponse {
  const bytes = toOwnBytes(made.body)
  return withForms(made, bytes, isCompressed(made, bytes) ? toOwnBytes(gzipSync(bytes)) : null)
}

/** Does the same, and compresses a long text in a thread of the pool. */
export async function toCachedOffThread(made: RawResponse): Promise<CachedResponse> {
  if (made.body.length < LONG_TEXT) return toCached(made)
  const bytes = toOwnBytes(made.body)
  return withForms(made, bytes, isCompressed(made, bytes) ? toOwnBytes(await gzipInPool(bytes)) : null)
}

const gzipInPool = promisify(gzip)
/** Length from which compressing a text, in about half a millisecond, takes longer than starting work in the pool. */
const LONG_TEXT = 32_768

const isCompressed = ({ headers, isCompressible = true }: RawResponse, bytes: Buffer): boolean =>
  isCompressible && bytes.length >= WORTH_COMPRESSING && isTextType(headers['Content-Type'])

/** Returns whether a media type is of text, which is worth compressing. */
export const isTextType = (mediaType = ''): boolean =>
  /^(text\/|application\/(json|ld\+json|javascript|xml))|charset/.test(mediaType)

function withForms({ status, headers }: RawResponse, bytes: Buffer, gzip: Buffer | null): CachedResponse {
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const vary = [headers['Vary'], gzip === null ? undefined : 'Accept-Encoding'].filter((name) => name !== undefined)
  const own = { ...headers, ...(vary.length === 0 ? {} : { Vary: vary.join(', ') }) }
  const toForm = (body: Buffer, etag: string, encoding: Readonly<Record<string, string>>): ResponseForm => {
    const all = { ...own, ETag: etag, ...encoding, 'Content-Length': String(body.length) }
    return { body, etag, headers: Object.entries(all).flatMap(([name, value]) => [name.toLowerCase(), value]) }
  }
  return {
    status,
    plain: toForm(bytes, `"${tag}"`, {}),
    // A strong ETag identifies bytes, so the compressed form has its own.
    gzip: gzip && toForm(gzip, `"${tag}-gz"`, { 'Content-Encoding': 'gzip' }),
  }
}
