import { once } from 'node:events'
import type { Settings } from '../../config.ts'
import { type App, createApp } from '../../server/create-app.ts'
import { checkAddress, listen } from '../../server/listen.ts'
import type { LogLine } from '../../server/log.ts'
import { checkSettings, parsePort, parseSwitch, publicUrlOf } from '../../server/parse-settings.ts'
import { describeLoad, loadSeeds } from '../load-seeds.ts'
import { type LocalStore, openLocalStore } from '../open-local-store.ts'
import { readOwner } from '../owner-file.ts'
import type { Terminal } from '../terminal.ts'

export interface ServeOptions {
  readonly inMemory: boolean
  /** Null loads none. */
  readonly seeds: string | null
  readonly json: boolean
}

const WARM_UP_AFTER_MS = 200

/** Serves until SIGINT or SIGTERM, then stops in good order. */
export async function serve(settings: Settings, options: ServeOptions, terminal: Terminal): Promise<number> {
  checkSettings(settings)
  const now = (): Date => new Date()
  const stopAsked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  void stopAsked.then(stopAtOnceNextTime)
  await refuseTakenAddress(settings, options)
  const open = await openLocalStore(settings, { inMemory: options.inMemory, command: 'sanad serve' })
  try {
    if (options.seeds !== null) {
      const result = await loadSeeds(open, options.seeds, terminal, now)
      if (!options.json) terminal.note(describeLoad(options.seeds, result))
    }
    const log = options.json ? (line: LogLine) => terminal.note(toLogText(line, now())) : logTroubleOnly(terminal, now)
    let base = publicUrlOf(settings)
    const app = createApp({ store: open.store, settings, now, log, publicUrl: () => base })
    const server = await listen(app, { host: settings.HOST, port: parsePort(settings.PORT) })
    if (settings.PUBLIC_URL === '') base = server.url
    await open.announce(`${server.url}/graphql`)
    if (options.json) terminal.write(JSON.stringify({ event: 'listening', api: `${base}/graphql`, port: server.port }))
    else terminal.write(greet(base, settings))
    const warmUp = warmUpLater(app, open, log)
    await stopAsked
    clearTimeout(warmUp)
    if (!options.json) terminal.note('Stopping …')
    await server.stop()
    return 0
  } finally {
    await open.close()
  }
}

/** Before anything is made or loaded; who has the database open has the port too, and opening says more on it. */
async function refuseTakenAddress(settings: Settings, { inMemory }: ServeOptions): Promise<void> {
  try {
    await checkAddress({ host: settings.HOST, port: parsePort(settings.PORT) })
  } catch (error) {
    const owner = inMemory || settings.NEO4J_URI !== '' ? null : await readOwner(settings.SANAD_DATA)
    if (owner === null) throw error
  }
}

/** After the first questions whether it is ready: what comes in here holds the answers up for a moment. */
function warmUpLater(app: App, { engine }: LocalStore, log: (line: LogLine) => void): NodeJS.Timeout {
  return setTimeout(() => {
    Promise.all([engine.prepareSearch(), app.warmUp()]).catch((error: unknown) => {
      log({ level: 'error', event: 'unexpected-error', detail: error instanceof Error ? String(error.stack) : '' })
    })
  }, WARM_UP_AFTER_MS)
}

/** A second signal means now: whoever sends it does not want to wait for a load or for answers under way. */
function stopAtOnceNextTime(): void {
  process.once('SIGINT', () => process.exit(1))
  process.once('SIGTERM', () => process.exit(1))
}

function greet(base: string, settings: Settings): string {
  const lines = [`API         ${base}/graphql`, `Health      ${base}/readyz`, 'Stop with Ctrl+C.']
  if (parseSwitch('SANAD_PLAYGROUND', settings)) lines.unshift(`Playground  ${base}/graphql (in a browser)`)
  lines.unshift(`Pages       ${base}/`)
  return lines.join('\n')
}

function toLogText(line: LogLine, at: Date): string {
  return JSON.stringify({ at: at.toISOString(), ...line })
}

function logTroubleOnly(terminal: Terminal, now: () => Date): (line: LogLine) => void {
  return (line) => {
    if (line.level !== 'info') terminal.note(toLogText(line, now()))
  }
}
