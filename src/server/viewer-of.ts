import type { IncomingMessage } from 'node:http'
import type { Viewer } from '../domain/viewer.ts'

/**
 * The viewer of a request, made once for each. A server without one serves everybody as the public.
 * @throws DomainError UNAUTHENTICATED where a request has credentials that are not valid
 */
export type ViewerOf = (request: IncomingMessage) => Viewer | Promise<Viewer>
