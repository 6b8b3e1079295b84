import type { IncomingMessage } from 'node:http'

/** Returns whether the request is a browser's for a page: GET or HEAD, with text/html in Accept. */
export const acceptsHtml = (request: IncomingMessage): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html')
