import type { IncomingMessage } from 'node:http'
import { PUBLIC_VIEWER, type Viewer } from '../domain/viewer.ts'

/**
 * The viewer of a request, made once for each.
 * @throws DomainError UNAUTHENTICATED where a request has credentials that are not valid
 */
export type ViewerOf = (request: IncomingMessage) => Viewer | Promise<Viewer>

/** There are no accounts yet: everybody is the public. */
export const viewerOf: ViewerOf = () => PUBLIC_VIEWER
