import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** An answer as bytes, with an ETag of its content: whoever holds it need not be sent it again. */
export interface CachedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** Null for what does not get smaller. */
  readonly gzip: Buffer | null
  readonly etag: string
  /** What is sent with either form, made once: a kept answer costs little more than its bytes. */
  readonly plainHeaders: Readonly<Record<string, string | number>>
  readonly gzipHeaders: Readonly<Record<string, string | number>>
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

interface Entry {
  readonly revision: number
  readonly answer: CachedAnswer
  readonly bytes: number
}

interface Making {
  readonly revision: number
  readonly answer: Promise<CachedAnswer>
}

/** A few hundred pages; past it the least recently asked for go first. */
const MAX_BYTES = 64 * 1024 * 1024
const WORTH_COMPRESSING = 512
/** The Cache-Control of what nobody keeps. */
export const NOT_KEPT = 'no-store'

/**
 * Answers by address, each for one revision of the record: a changed record makes every older one worthless, but it
 * stays until there is another, for as long as the record cannot be read. Several who ask at once wait for one.
 */
export function createByteCache(maxBytes = MAX_BYTES) {
  const entries = new Map<string, Entry>()
  const making = new Map<string, Making>()
  let held = 0
  const drop = (key: string): void => {
    held -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  function keep(key: string, revision: number, answer: CachedAnswer): void {
    const { status, headers, body, gzip } = answer
    // What failed for a while says nothing of what there is.
    if (status >= 500) return
    drop(key)
    // What is not there may be there in a moment, and anybody can ask for endless addresses.
    if (status !== 200 || headers['Cache-Control'] === NOT_KEPT) return
    const bytes = key.length + body.length + (gzip?.length ?? 0)
    entries.set(key, { revision, answer, bytes })
    held += bytes
    for (const oldest of entries.keys()) {
      if (held <= maxBytes) break
      drop(oldest)
    }
  }
  return {
    /** What is there at once. */
    atHand(key: string, revision: number): CachedAnswer | null {
      const known = entries.get(key)
      return known?.revision === revision ? known.answer : null
    },
    /** What was answered last, whatever became of the record since: for when the record cannot be read. */
    last: (key: string): CachedAnswer | null => entries.get(key)?.answer ?? null,
    async get(key: string, revision: number, make: () => Promise<RawAnswer>): Promise<CachedAnswer> {
      const known = entries.get(key)
      if (known?.revision === revision) {
        entries.delete(key)
        entries.set(key, known)
        return known.answer
      }
      const awaited = making.get(key)
      if (awaited?.revision === revision) return awaited.answer
      const mine: Making = { revision, answer: make().then(toCached) }
      making.set(key, mine)
      try {
        const answer = await mine.answer
        if (making.get(key) === mine) keep(key, revision, answer)
        return answer
      } finally {
        if (making.get(key) === mine) making.delete(key)
      }
    },
  }
}

export function toCached({ status, headers, body }: RawAnswer): CachedAnswer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const isText = /^(text\/|application\/(json|ld\+json|javascript|xml))|charset/.test(headers['Content-Type'] ?? '')
  const gzip = isText && bytes.length >= WORTH_COMPRESSING ? gzipSync(bytes, { level: 9 }) : null
  const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const vary = [headers['Vary'], gzip === null ? undefined : 'Accept-Encoding'].filter((name) => name !== undefined)
  const own = { ...headers, ...(vary.length === 0 ? {} : { Vary: vary.join(', ') }) }
  const plainHeaders = { ...own, ETag: `"${etag}"`, 'Content-Length': bytes.length }
  // The compressed bytes are others, so their tag is another one.
  const gzipHeaders = {
    ...own,
    ETag: `"${etag}-gz"`,
    'Content-Encoding': 'gzip',
    'Content-Length': gzip?.length ?? 0,
  }
  return { status, headers, body: bytes, gzip, etag, plainHeaders, gzipHeaders }
}
