import { publicUrlOf } from '../config/parse-settings.ts'
import type { Settings } from '../config/settings.ts'
import { DomainError } from '../domain/errors.ts'
import { createApp } from '../server/create-app.ts'
import { listen } from '../server/listen.ts'
import { loadSeeds } from './load-seeds.ts'
import { type LocalStore, openOrFindServer } from './open-local-store.ts'
import { queryServer, type ServerResponseBody } from './query-server.ts'
import type { Terminal } from './terminal.ts'

export interface LocalApiOptions {
  readonly inMemory: boolean
  /** Folder of stories to load into memory. */
  readonly seeds: string
  /** Command of this process, shown to others that find the database in use. */
  readonly command: string
}

/** The API of the configured database: of the server that has it open, or of one in this process. */
export interface LocalApi {
  /** @throws DomainError STORE_UNAVAILABLE when the database cannot be opened again after its server ended */
  readonly query: (text: string, variables: unknown) => Promise<ServerResponseBody>
  /** Base of permalinks. It changes with the server unless PUBLIC_URL is set. */
  readonly publicUrl: () => string
  readonly stop: () => Promise<void>
}

interface Opened {
  readonly api: string
  readonly publicUrl: string
  readonly isOwn: boolean
  readonly stop: () => Promise<void>
}

/** Longest wait of a call for its start, in milliseconds: longer than on a public server, which refuses sooner. */
const LOCAL_WAIT_MS = 10_000

/**
 * Opens the API. When the server of another process ends, the next query opens the database here, or finds the next server.
 * @throws DomainError as `openOrFindServer`
 */
export async function openLocalApi(
  settings: Settings,
  options: LocalApiOptions,
  terminal: Terminal,
): Promise<LocalApi> {
  const open = async (endedApi: string | null): Promise<Opened> => {
    const { inMemory, command } = options
    const found = await openOrFindServer(settings, { inMemory, command, endedApi })
    return 'api' in found ? foundServer(found.api, settings) : serveLocally(found.local, settings, options, terminal)
  }
  let opened = await open(null)
  let opening: Promise<Opened> | null = null

  async function query(text: string, variables: unknown): Promise<ServerResponseBody> {
    const used = opened
    try {
      return await queryServer(used.api, text, variables)
    } catch (error) {
      if (used.isOwn || !(error instanceof DomainError) || error.code !== 'STORE_UNAVAILABLE') throw error
      if (used === opened) {
        opening ??= open(used.api).finally(() => {
          opening = null
        })
        opened = await opening
      }
      return queryServer(opened.api, text, variables)
    }
  }

  return {
    query,
    publicUrl: () => opened.publicUrl,
    stop: async () => {
      await opening?.catch(() => undefined)
      await opened.stop()
    },
  }
}

const foundServer = (api: string, settings: Settings): Opened => ({
  api,
  publicUrl: settings.PUBLIC_URL === '' ? api.replace(/\/graphql$/, '') : publicUrlOf(settings),
  isOwn: false,
  stop: () => Promise.resolve(),
})

/** Starts a server on a free local port. Other commands use its API while this process has the database open. */
async function serveLocally(
  local: LocalStore,
  settings: Settings,
  { inMemory, seeds }: LocalApiOptions,
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
    return { api, publicUrl: publicUrlOf(settings), isOwn: true, stop }
  } catch (error) {
    await local.close()
    throw error
  }
}
