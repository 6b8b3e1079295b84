import { once } from 'node:events'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { publicUrlOf } from '../../config/parse-settings.ts'
import type { Settings } from '../../config/settings.ts'
import { createMcpServer } from '../../mcp/create-mcp-server.ts'
import { checkSettings } from '../../server/check-settings.ts'
import { createApp } from '../../server/create-app.ts'
import { errorDetail } from '../../server/error-log.ts'
import { listen } from '../../server/listen.ts'
import { MAX_BODY_BYTES } from '../../server/receive-body.ts'
import { readVersion } from '../../version.ts'
import { loadSeeds } from '../load-seeds.ts'
import { type LocalStore, openOrFindServer } from '../open-local-store.ts'
import { queryServer } from '../query-server.ts'
import type { Terminal } from '../terminal.ts'
import { toQueryResult } from '../to-query-result.ts'

export interface McpOptions {
  readonly inMemory: boolean
  /** Folder of stories to load into memory. */
  readonly seeds: string
}

/**
 * Serves an assistant over standard input and output until the input ends. It reads the database, or the server that has
 * it open. Nothing but the protocol is written to standard output.
 */
export async function mcp(settings: Settings, options: McpOptions, terminal: Terminal): Promise<number> {
  checkSettings(settings)
  const ended = Promise.race([
    once(process.stdin, 'end'),
    once(process.stdin, 'close'),
    once(process, 'SIGINT'),
    once(process, 'SIGTERM'),
  ])
  const found = await openOrFindServer(settings, { inMemory: options.inMemory, command: 'sanad mcp' })
  const opened = 'api' in found ? foundServer(found.api) : await serveLocally(found.local, settings, options, terminal)
  try {
    const publicUrl = settings.PUBLIC_URL === '' ? opened.publicUrl : publicUrlOf(settings)
    const handle = serveStdio(
      () =>
        createMcpServer({
          runQuery: async (text, variables) => toQueryResult(await queryServer(opened.api, text, variables)),
          publicUrl,
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
    await opened.stop()
  }
  return 0
}

interface Opened {
  readonly api: string
  /** Base of permalinks unless PUBLIC_URL is set. */
  readonly publicUrl: string
  readonly stop: () => Promise<void>
}

const foundServer = (api: string): Opened => ({
  api,
  publicUrl: api.replace(/\/graphql$/, ''),
  stop: () => Promise.resolve(),
})

/** Longest wait of a call for its start. One assistant waits, where a public server refuses. */
const LOCAL_WAIT_MS = 10_000

/** Starts a server on a free local port, whose API other commands use too while the database is open here. */
async function serveLocally(
  local: LocalStore,
  settings: Settings,
  { inMemory, seeds }: McpOptions,
  terminal: Terminal,
): Promise<Opened> {
  const now = (): Date => new Date()
  try {
    if (inMemory) await loadSeeds(local, seeds, terminal, now)
    const app = createApp({
      database: local.database,
      cache: local.cache,
      settings,
      now,
      log: () => undefined,
      maxWaitMs: LOCAL_WAIT_MS,
    })
    const server = await listen(app, { host: '127.0.0.1', port: 0 })
    const api = `${server.url}/graphql`
    await local.announce(api)
    const stop = async (): Promise<void> => {
      await server.stop()
      await local.close()
    }
    return { api, publicUrl: publicUrlOf(settings), stop }
  } catch (error) {
    await local.close()
    throw error
  }
}
