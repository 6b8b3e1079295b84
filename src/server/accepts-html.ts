import type { IncomingMessage } from 'node:http'

/** A browser that shows what it gets; programs ask for data. */
export const acceptsHtml = (request: IncomingMessage): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html')
