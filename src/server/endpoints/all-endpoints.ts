import type { Endpoint, EndpointOptions } from './endpoint.ts'
import { mcpEndpoint } from './mcp.ts'
import { reconciliationEndpoint } from './reconciliation-endpoint.ts'

/** Returns all endpoints in the order in which they are tried. */
export const allEndpoints = (options: EndpointOptions): readonly Endpoint[] => [
  reconciliationEndpoint(options),
  mcpEndpoint(options),
]
