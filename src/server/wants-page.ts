import type { IncomingMessage } from 'node:http'

/** Whether a browser asks for something to look at. */
export function wantsPage(request: IncomingMessage): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html')
}
