import type { Cache } from '../../src/cache/create-cache.ts'
import { readSettings, type Settings } from '../../src/config/settings.ts'
import type { GraphDatabase } from '../../src/domain/graph-database.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { type App, createApp } from '../../src/server/create-app.ts'
import { listen, type RunningServer } from '../../src/server/listen.ts'
import type { LogLine } from '../../src/server/log.ts'
import type { ViewerOf } from '../../src/server/viewer-of.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { openStore, type StoreLocation } from '../open-store.ts'

export interface StartedApp {
  readonly app: App
  readonly server: RunningServer
  readonly api: string
  /** The engine below the store, which a test may close or silence. */
  readonly engine: Engine
  readonly logged: LogLine[]
  readonly stop: () => Promise<void>
}

interface StartOptions {
  /** In memory unless given. */
  readonly location?: Partial<StoreLocation>
  readonly settings?: Partial<Settings>
  readonly cache?: Cache
  /** Wraps the store, for example with a delay. */
  readonly wrap?: (store: GraphStore) => GraphStore
  /** Replaces the health check of the database. */
  readonly health?: Pick<GraphDatabase, 'checkHealth'>
  readonly viewerOf?: ViewerOf
}

const IN_MEMORY = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 }

/** A real server on a free port, over an empty store. */
export async function startApp(options: StartOptions = {}): Promise<StartedApp> {
  const { settings = {}, location = {}, wrap = (store) => store, health = {} } = options
  const { database, engine } = await openStore({ ...IN_MEMORY, ...location })
  const logged: LogLine[] = []
  const app = createApp({
    database: { ...database, ...health, visibleTo: (viewer) => wrap(database.visibleTo(viewer)) },
    // All requests of a test come from one address, so the rate limit is off.
    settings: { ...readSettings({ SANAD_RATE_LIMIT: '0' }), ...settings },
    ...(options.cache && { cache: options.cache }),
    ...(options.viewerOf && { viewerOf: options.viewerOf }),
    now: () => new Date('2026-07-01T00:00:00Z'),
    log: (line) => void logged.push(line),
  })
  const server = await listen(app, { host: '127.0.0.1', port: 0, graceMs: 200 })
  const stop = async (): Promise<void> => {
    await server.stop()
    await database.close()
  }
  return { app, server, api: `${server.url}/graphql`, engine, logged, stop }
}

export function post(api: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(api, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: text })
}
