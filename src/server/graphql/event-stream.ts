import { setTimeout as sleep } from 'node:timers/promises'
import { toRevisionNumber } from '../../domain/revision-number.ts'
import type { EventPlace } from '../../graphql/context.ts'
import type { ResponseEvent } from './graphql-handler.ts'

/** Media type of server-sent events. */
export const EVENT_STREAM_TYPE = 'text/event-stream; charset=utf-8'

/** Interval of comments that keep a silent stream open, in milliseconds: proxies close connections after 30 to 60 s. */
export const HEARTBEAT_MS = 15_000
/** Pause of a client before it connects again, in milliseconds. */
const RECONNECT_MS = 3000

/** Body of a response that has one result, as a client of streams reads it. */
export const singleEvent = (text: string): string => `event: next\ndata: ${text}\n\nevent: complete\ndata:\n\n`

/**
 * Writes events as GraphQL over server-sent events (distinct connections mode): `next` with the result of an event. A comment
 * follows every silence of `heartbeatMs`. The stream ends without `complete` when the server stops, so that clients connect
 * again, with the id of their last event.
 */
export async function* eventStream(
  events: AsyncIterable<ResponseEvent>,
  left: AbortSignal,
  heartbeatMs = HEARTBEAT_MS,
): AsyncIterable<string> {
  yield `retry: ${RECONNECT_MS}\n:\n\n`
  const source = events[Symbol.asyncIterator]()
  let next = source.next()
  try {
    while (!left.aborted) {
      const silence = new AbortController()
      const event = await Promise.race([next, sleep(heartbeatMs, null, { signal: silence.signal }).catch(() => null)])
      silence.abort()
      if (event === null) {
        yield ':\n\n'
        continue
      }
      if (event.done) return
      const { id, text } = event.value
      yield `event: next\nid: ${id}\ndata: ${text}\n\n`
      next = source.next()
    }
  } finally {
    next.catch(() => undefined)
    source.return?.().catch(() => undefined)
  }
}

/**
 * Reads the header Last-Event-ID.
 * @returns the place after which the stream resumes; null without the header, undefined for a text that is no id of an event
 */
export function parseLastEventId(header: string | readonly string[] | undefined): EventPlace | null | undefined {
  if (header === undefined || header === '') return null
  const [, revision, index] = /^(\d{1,9})\.(\d{1,7})$/.exec(String(header)) ?? []
  if (revision === undefined || index === undefined) return undefined
  return { revision: toRevisionNumber(Number(revision)), index: Number(index) }
}
