import { once } from 'node:events'
import { parsePort, publicUrlOf } from '../../config/parse-settings.ts'
import type { Settings } from '../../config/settings.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkSettings } from '../../server/check-settings.ts'
import { parseConnectionLimits } from '../../server/connections/connection-limits.ts'
import { type App, createApp } from '../../server/create-app.ts'
import { errorDetail } from '../../server/error-log.ts'
import { checkHost, listen } from '../../server/listen.ts'
import type { Log } from '../../server/log.ts'
import { boundHeap } from '../bound-heap.ts'
import { loadSeeds } from '../load-seeds.ts'
import { type LocalStore, openLocalStore } from '../open-local-store.ts'
import { readOwner } from '../owner-file.ts'
import { type Reports, reportAsJson, reportAsText } from '../serve-reports.ts'
import type { Terminal } from '../terminal.ts'

export interface ServeOptions {
  readonly inMemory: boolean
  /** Folder of stories to load; null for none. */
  readonly seeds: string | null
  readonly json: boolean
}

const WARM_UP_AFTER_MS = 200

/** Serves until SIGINT or SIGTERM, then finishes the requests in progress and closes the database. */
export async function serve(settings: Settings, options: ServeOptions, terminal: Terminal): Promise<number> {
  boundHeap()
  const now = (): Date => new Date()
  const reports = options.json ? reportAsJson(terminal, now) : reportAsText(terminal, settings, now)
  try {
    await serveUntilStopped(settings, options, terminal, reports, now)
    reports.stopped()
    return 0
  } catch (error) {
    terminal.progress(null)
    reports.failed(error)
    return 1
  }
}

async function serveUntilStopped(
  settings: Settings,
  options: ServeOptions,
  terminal: Terminal,
  reports: Reports,
  now: () => Date,
): Promise<void> {
  checkSettings(settings)
  // An unhandled rejection of one request must not end the process, which serves other requests.
  process.on('unhandledRejection', (error) =>
    reports.log({ level: 'error', event: 'unhandled-rejection', detail: errorDetail(error) }),
  )
  const stopRequested = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  void stopRequested.then(stopAtOnceNextTime)
  await refuseUsedPort(settings, options)
  const open = await openLocalStore(settings, {
    inMemory: options.inMemory,
    command: 'sanad serve',
    onEngineRestart: (reason) => reports.log({ level: 'warn', event: 'database-restarted', reason }),
    onAvailability: (isAvailable) =>
      reports.log(isAvailable ? { level: 'warn', event: 'database-back' } : { level: 'error', event: 'database-away' }),
  })
  try {
    if (options.seeds !== null) await loadOrServeOld(open, options.seeds, terminal, reports, now)
    let base = publicUrlOf(settings)
    const app = createApp({
      database: open.database,
      writer: open.writer,
      cache: open.cache,
      claimIndexStats: open.claimIndexStats,
      settings,
      now,
      log: reports.log,
      publicUrl: () => base,
    })
    const server = await listen(app, {
      host: settings.HOST,
      port: parsePort(settings.PORT),
      limits: parseConnectionLimits(settings),
    })
    if (settings.PUBLIC_URL === '') base = server.url
    try {
      await open.announce(`${server.url}/graphql`)
      reports.listening(base, server.port)
      const warmUp = warmUpLater(app, open, reports.log)
      await stopRequested
      warmUp.stop()
      reports.stopping()
    } finally {
      await server.stop()
    }
  } finally {
    await open.close()
  }
}

/** Loads the stories. On a full disk, it reports the failure, and the server serves the stored data. */
async function loadOrServeOld(
  open: LocalStore,
  folder: string,
  terminal: Terminal,
  reports: Reports,
  now: () => Date,
): Promise<void> {
  try {
    reports.loaded(folder, await loadSeeds(open, folder, terminal, now))
  } catch (error) {
    const isFull = error instanceof DomainError && error.code === 'DISK_FULL'
    if (!isFull || (await open.store.revisionAt(null)) === 0) throw error
    reports.log({ level: 'error', event: 'stories-not-loaded', folder, code: error.code, message: error.message })
  }
}

/** Refuses a used port before anything is created or loaded. If the database is locked too, opening it reports the owner. */
async function refuseUsedPort(settings: Settings, { inMemory }: ServeOptions): Promise<void> {
  try {
    await checkHost({ host: settings.HOST, port: parsePort(settings.PORT) })
  } catch (error) {
    const owner = inMemory || settings.NEO4J_URI !== '' ? null : await readOwner(settings.SANAD_DATA)
    if (owner === null) throw error
  }
}

/** Warms up after the first readiness checks, since the imports delay responses for a moment. */
function warmUpLater(app: App, { prepareReads }: LocalStore, log: Log): { stop(): void } {
  let stopped = false
  const timer = setTimeout(() => {
    Promise.all([prepareReads(), app.warmUp()]).catch((error: unknown) => {
      // A warm-up that fails because the server stops is not logged as an error.
      if (stopped) return
      log({ level: 'error', event: 'unexpected-error', detail: error instanceof Error ? String(error.stack) : '' })
    })
  }, WARM_UP_AFTER_MS)
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

/** Exits at once on a second signal, without waiting for a load or for requests in progress. */
function stopAtOnceNextTime(): void {
  process.once('SIGINT', () => process.exit(1))
  process.once('SIGTERM', () => process.exit(1))
}
