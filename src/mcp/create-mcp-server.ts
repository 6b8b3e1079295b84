import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server'
import { firstUnits } from '../text/short-message.ts'
import { ALL_TOOLS } from './all-tools.ts'
import type { ToolContext } from './tool.ts'

/** Text for models that every client gets when it connects. */
export const INSTRUCTIONS = `Sanad is a database of claims: who stated, confirmed, denied or alleged them, in which words and in which document.
A claim is a proposition, not a fact. Never repeat one without its status and the names of those who say it: the headline of
a claim has all three. Quote words only as the quotes give them, name the source, and cite the permalink. Where a claim is
disputed, give both sides. If nothing is found, say so with the instant in the result.`

/** Maximum length of the name of a tool in an error, in UTF-16 units. */
const MAX_NAME = 60
/** Time for which clients may cache the list of tools, in milliseconds. */
const LIST_TTL_MS = 60 * 60 * 1000

export interface McpServerOptions extends ToolContext {
  readonly version: string
  /** Called with an unexpected error. The model gets a general message in its place. */
  readonly onUnexpected: (error: unknown) => void
}

const DEFINITIONS = ALL_TOOLS.map(({ definition }) => ({
  ...definition,
  inputSchema: { ...definition.inputSchema },
  outputSchema: { ...definition.outputSchema },
  annotations: { ...definition.annotations },
}))
const BY_NAME = new Map(ALL_TOOLS.map((tool) => [tool.definition.name, tool]))

/**
 * Creates the server of the protocol for one request or one connection, without a transport. Both protocol versions
 * (2026-07-28, 2025-11-25) have the same methods.
 */
export function createMcpServer(options: McpServerOptions): Server {
  const { version, onUnexpected } = options
  const list = { ttlMs: LIST_TTL_MS, cacheScope: 'public' } as const
  const server = new Server(
    { name: 'sanad', title: 'Sanad', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS, cacheHints: { 'tools/list': list } },
  )
  server.setRequestHandler('tools/list', () => ({ tools: DEFINITIONS }))
  server.setRequestHandler('tools/call', async ({ params }) => {
    const tool = BY_NAME.get(params.name)
    if (!tool) {
      const known = [...BY_NAME.keys()].join(', ')
      const message = `There is no tool ${JSON.stringify(firstUnits(params.name, MAX_NAME))}; there are ${known}.`
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, message)
    }
    try {
      return { ...(await tool.call(params.arguments, options)) }
    } catch (error) {
      onUnexpected(error)
      throw new ProtocolError(ProtocolErrorCode.InternalError, 'Something went wrong on the server.')
    }
  })
  return server
}
