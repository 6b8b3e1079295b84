import type { IncomingMessage } from 'node:http'
import { EVENT_STREAM_TYPE } from './graphql/event-stream.ts'
import { API_TYPES } from './graphql/graphql-exchange.ts'
import { API_PATH, isReading } from './methods.ts'
import { HTML_TYPE, negotiateType } from './negotiate-type.ts'

/** Media types of the API that a browser may choose between. */
const TYPES_WITH_PLAYGROUND = [...API_TYPES, HTML_TYPE]
const TYPES_WITH_STREAMS = [...API_TYPES, EVENT_STREAM_TYPE]

/** Returns whether path and query are of the API. */
export const isOfApi = (target: string): boolean =>
  target.startsWith(API_PATH) && (target.length === API_PATH.length || target[API_PATH.length] === '?')

/** Returns the media type of a response of the API. Null if the client accepts none of them. */
export function typeOfApi({ method, headers: { accept } }: IncomingMessage, hasPlayground: boolean): string | null {
  // A stream is sent only to a client that names its type, not to one that accepts text/*.
  if (accept?.toLowerCase().includes('text/event-stream')) return negotiateType(accept, TYPES_WITH_STREAMS)
  return negotiateType(accept, hasPlayground && isReading({ method }) ? TYPES_WITH_PLAYGROUND : API_TYPES)
}
