import { join } from 'node:path'
import { type Cache, createCache } from '../../src/cache/create-cache.ts'
import { readSettings, type Settings } from '../../src/config/settings.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { createApp } from '../../src/server/create-app.ts'
import { listen } from '../../src/server/listen.ts'
import type { Route } from '../../src/server/routes/route.ts'
import type { ViewerOf } from '../../src/server/viewer-of.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { type OpenStore, openStore, type StoreLocation } from '../open-store.ts'

export const NOW = new Date('2026-11-01T00:00:00Z')

export interface StartedSite {
  readonly url: string
  readonly cache: Cache
  readonly open: OpenStore
  readonly stop: () => Promise<void>
}

interface SiteOptions {
  /** In memory unless given. */
  readonly location?: Partial<StoreLocation>
  readonly dataset?: Dataset
  /** The clock of the server; NOW unless given. */
  readonly now?: Date
  /** Fills the database in place of a data set. */
  readonly fill?: (engine: Engine) => Promise<unknown>
  readonly settings?: Partial<Settings>
  readonly maxWaitMs?: number
  readonly viewerOf?: ViewerOf
  readonly moreRoutes?: readonly Route[]
  readonly wrap?: (store: GraphStore) => GraphStore
  /** Returns PUBLIC_URL; the URL of the server unless given. */
  readonly publicUrl?: () => string
}

let frozen: Promise<Dataset> | undefined

/** Returns the seeds, which a worker reads once for all its files. A test that changes them fails. */
export function seeds(): Promise<Dataset> {
  frozen ??= readFrozen()
  return frozen
}

async function readFrozen(): Promise<Dataset> {
  const read = await readSeeds(join(import.meta.dirname, '../../seeds'), { now: NOW })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
  freeze(read.dataset)
  return read.dataset
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const one of Object.values(value)) freeze(one)
}

const IN_MEMORY = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 20_000 }

/** Starts a server on a free port over a store in memory with the seeds, or with the given data set. */
export async function startSite(options: SiteOptions = {}): Promise<StartedSite> {
  const { dataset, settings = {}, wrap = (store) => store, maxWaitMs = 250, viewerOf, moreRoutes, now = NOW } = options
  const cache = createCache({ maxBytes: 64 * 1024 * 1024 })
  const open = await openStore({ ...IN_MEMORY, ...options.location, cache })
  if (options.fill) await options.fill(open.engine)
  else await open.load(dataset ?? (await seeds()), { author: 'test', set: 'test', now: NOW })
  let url = ''
  const app = createApp({
    database: { ...open.database, visibleTo: (viewer) => wrap(open.database.visibleTo(viewer)) },
    writer: open.writer,
    cache,
    // All requests of a test come from one address, so the rate limit is off.
    settings: { ...readSettings({ SANAD_RATE_LIMIT: '0' }), ...settings },
    now: () => now,
    log: () => undefined,
    publicUrl: options.publicUrl ?? (() => url),
    maxWaitMs,
    ...(viewerOf && { viewerOf }),
    ...(moreRoutes && { moreRoutes }),
  })
  const server = await listen(app, { host: '127.0.0.1', port: 0, graceMs: 200 })
  url = server.url
  const stop = async (): Promise<void> => {
    await server.stop()
    await open.database.close()
  }
  return { url, cache, open, stop }
}
