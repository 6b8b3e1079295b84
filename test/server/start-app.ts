import { readSettings, type Settings } from '../../src/config.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { type App, createApp } from '../../src/server/create-app.ts'
import { listen, type RunningServer } from '../../src/server/listen.ts'
import type { LogLine } from '../../src/server/log.ts'
import { openStore } from '../../src/store/open-store.ts'

export interface StartedApp {
  readonly app: App
  readonly server: RunningServer
  readonly api: string
  readonly logged: LogLine[]
  readonly stop: () => Promise<void>
}

interface StartOptions {
  readonly settings?: Partial<Settings>
  /** Puts something between the store and the app, such as a delay. */
  readonly wrap?: (store: GraphStore) => GraphStore
}

/** A real server on a free port, over an empty store in memory. */
export async function startApp({ settings = {}, wrap = (store) => store }: StartOptions = {}): Promise<StartedApp> {
  const location = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 }
  const { store } = await openStore(location)
  const logged: LogLine[] = []
  const app = createApp({
    store: wrap(store),
    settings: { ...readSettings({}), ...settings },
    now: () => new Date('2026-07-01T00:00:00Z'),
    log: (line) => void logged.push(line),
  })
  const server = await listen(app, { host: '127.0.0.1', port: 0, graceMs: 200 })
  const stop = async (): Promise<void> => {
    await server.stop()
    await store.close()
  }
  return { app, server, api: `${server.url}/graphql`, logged, stop }
}

export function post(api: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(api, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: text })
}
