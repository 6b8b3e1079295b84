import { once } from 'node:events'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Settings } from '../../config/settings.ts'
import { createMcpServer } from '../../mcp/create-mcp-server.ts'
import { checkSettings } from '../../server/check-settings.ts'
import { errorDetail } from '../../server/error-log.ts'
import { MAX_BODY_BYTES } from '../../server/receive-body.ts'
import { readVersion } from '../../version.ts'
import { openLocalApi } from '../local-api.ts'
import type { Terminal } from '../terminal.ts'
import { toQueryResult } from '../to-query-result.ts'

export interface McpOptions {
  readonly inMemory: boolean
  /** Folder of stories to load into memory. */
  readonly seeds: string
}

/**
 * Serves an assistant over standard input and output until the input ends. It queries the database, or the server that has
 * it open. Standard output has only messages of the protocol.
 */
export async function mcp(settings: Settings, options: McpOptions, terminal: Terminal): Promise<number> {
  checkSettings(settings)
  const ended = Promise.race([
    once(process.stdin, 'end'),
    once(process.stdin, 'close'),
    once(process, 'SIGINT'),
    once(process, 'SIGTERM'),
  ])
  const api = await openLocalApi(settings, { ...options, command: 'sanad mcp' }, terminal)
  try {
    const handle = serveStdio(
      () =>
        createMcpServer({
          runQuery: async (text, variables) => toQueryResult(await api.query(text, variables)),
          get publicUrl() {
            return api.publicUrl()
          },
          version: readVersion(),
          onUnexpected: (error) => terminal.note(errorDetail(error)),
        }),
      {
        transport: new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: MAX_BODY_BYTES }),
        maxSubscriptions: 0,
        onerror: (error) => terminal.note(error.message),
      },
    )
    await ended
    await handle.close()
  } finally {
    await api.stop()
  }
  return 0
}
