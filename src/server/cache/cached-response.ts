import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Cache } from '../../cache/create-cache.ts'
import { bufferBytes, toOwnBytes } from '../../cache/own-bytes.ts'

/** An answer as bytes, with an ETag of its content: whoever holds it need not be sent it again. */
export interface CachedResponse {
  readonly status: number
  readonly body: Buffer
  /** Null for what does not get smaller. */
  readonly gzip: Buffer | null
  /** What is sent with either form, made once: a kept answer costs little more than its bytes. */
  readonly plainHeaders: Readonly<Record<string, string | number>>
  readonly gzipHeaders: Readonly<Record<string, string | number>>
}

export interface RawResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

interface Entry {
  readonly revision: number
  readonly response: CachedResponse
}

interface Making {
  readonly revision: number
  readonly response: Promise<CachedResponse>
}

const WORTH_COMPRESSING = 512
/** The Cache-Control of what nobody keeps. */
export const NO_STORE = 'no-store'
/** Larger bodies are cached from their second request on. */
export const CACHED_ON_FIRST_REQUEST_BYTES = 4096
/** An answer without its bodies, for each form: objects, headers and tags, as test/cache/budget.test.ts measures them. */
const HEADERS_BYTES = 600

/** Memory that an answer takes in the cache, in bytes. */
const responseBytes = ({ body, gzip }: CachedResponse): number =>
  gzip === null ? HEADERS_BYTES + bufferBytes(body) : 2 * HEADERS_BYTES + bufferBytes(body) + bufferBytes(gzip)

/**
 * Answers by address, each for one revision of the record: a changed record makes every older one worthless, but it
 * stays until there is another, for as long as the record cannot be read. What is newly made or asked for pushes those of
 * older revisions out first, since nobody is given them. Several who ask at once wait for one.
 */
export function createCachedResponses(cache: Cache) {
  const entries = cache.namespace<Entry>('answers', {
    bytesOf: ({ response }) => responseBytes(response),
    waitsForSecond: ({ response }) => response.body.length > CACHED_ON_FIRST_REQUEST_BYTES,
  })
  const making = new Map<string, Making>()
  function store(key: string, revision: number, response: CachedResponse): void {
    const { status, plainHeaders } = response
    // What failed for a while says nothing of what there is.
    if (status >= 500) return
    // What is not there may be there in a moment, and anybody can ask for endless addresses.
    if (status !== 200 || plainHeaders['Cache-Control'] === NO_STORE) entries.delete(key)
    else entries.set(key, { revision, response })
  }
  return {
    /** The value that is there at once; a miss is not counted, since `get` follows it. */
    atHand: (key: string, revision: number): CachedResponse | null =>
      entries.peek(key)?.revision === revision ? (entries.get(key)?.response ?? null) : null,
    /** What was answered last, whatever became of the record since: for when the record cannot be read. */
    last: (key: string): CachedResponse | null => entries.peek(key)?.response ?? null,
    /** @param spelling who asks in the same words waits for the same answer, also where it is an error that quotes them */
    async get(
      key: string,
      revision: number,
      make: () => Promise<RawResponse>,
      spelling = key,
    ): Promise<CachedResponse> {
      const known = entries.get(key, (entry) => entry.revision === revision)
      if (known) return known.response
      const awaited = making.get(spelling)
      if (awaited?.revision === revision) return awaited.response
      const mine: Making = { revision, response: make().then(toCached) }
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

export function toCached({ status, headers, body }: RawResponse): CachedResponse {
  const bytes = toOwnBytes(body)
  const isText = /^(text\/|application\/(json|ld\+json|javascript|xml))|charset/.test(headers['Content-Type'] ?? '')
  const gzip = isText && bytes.length >= WORTH_COMPRESSING ? toOwnBytes(gzipSync(bytes, { level: 9 })) : null
  const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const vary = [headers['Vary'], gzip === null ? undefined : 'Accept-Encoding'].filter((name) => name !== undefined)
  const own = { ...headers, ...(vary.length === 0 ? {} : { Vary: vary.join(', ') }) }
  const plainHeaders = { ...own, ETag: `"${etag}"`, 'Content-Length': bytes.length }
  // The compressed bytes are others, so their tag is another one.
  const gzipHeaders =
    gzip === null
      ? plainHeaders
      : { ...own, ETag: `"${etag}-gz"`, 'Content-Encoding': 'gzip', 'Content-Length': gzip.length }
  return { status, body: bytes, gzip, plainHeaders, gzipHeaders }
}
