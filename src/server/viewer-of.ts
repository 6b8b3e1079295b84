import type { IncomingMessage } from 'node:http'
import type { Viewer } from '../domain/viewer.ts'

/**
 * Returns the viewer of a request. It is called once for each request.
 * @throws DomainError UNAUTHENTICATED for invalid credentials
 */
export type ViewerOf = (request: IncomingMessage) => Viewer | Promise<Viewer>
