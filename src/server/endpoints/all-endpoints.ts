import type { Endpoint, EndpointOptions } from './endpoint.ts'

/** Returns all endpoints in the order in which they are tried. */
export const allEndpoints = (_: EndpointOptions): readonly Endpoint[] => []
