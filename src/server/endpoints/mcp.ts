import { lazy } from '../lazy.ts'
import { MCP_PATH } from '../methods.ts'
import type { Endpoint, EndpointOptions } from './endpoint.ts'

/**
 * The Model Context Protocol for assistants, over Streamable HTTP. `createApp` has checked the origin. The first request
 * loads the library, which takes long.
 */
export function mcpEndpoint(options: EndpointOptions): Endpoint {
  const exchange = lazy(async () => {
    const { createMcpExchange } = await import('./mcp-exchange.ts')
    return createMcpExchange(options)
  })
  return {
    pattern: new RegExp(`^${MCP_PATH}$`),
    respond: async (request) => (exchange.loaded() ?? (await exchange.load()))(request),
  }
}
