import type { Settings } from '../config.ts'
import { parseTimeoutMs } from '../server/parse-settings.ts'
import { type OpenStore, openStore } from '../store/open-store.ts'

/** The store that the settings name; in memory means the embedded engine, whatever else they say. */
export function openLocalStore(settings: Settings, { inMemory }: { readonly inMemory: boolean }): Promise<OpenStore> {
  return openStore({
    neo4jUri: inMemory ? '' : settings.NEO4J_URI,
    neo4jUser: settings.NEO4J_USER,
    neo4jPassword: settings.NEO4J_PASSWORD,
    dataDir: inMemory ? null : settings.SANAD_DATA,
    readTimeoutMs: parseTimeoutMs(settings.SANAD_QUERY_TIMEOUT_MS),
  })
}
