/**
 * The server with a writer in its process: node … publishing-server.ts, with the settings of `sanad serve`. Sends
 * `{ api }` to its parent. A message `{ durationMs }` makes it publish an edit of one claim every 100 ms; it then sends
 * PublishingCounts.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { createCache } from '../../src/cache/create-cache.ts'
import { parseCacheBytes, parseTimeoutMs } from '../../src/config/parse-settings.ts'
import { readSettings } from '../../src/config/settings.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { parseConnectionLimits } from '../../src/server/connections/connection-limits.ts'
import { createApp } from '../../src/server/create-app.ts'
import { listen } from '../../src/server/listen.ts'
import type { Parameters } from '../../src/store/engines/engine.ts'
import { openDatabaseEngine, toOpenStore } from '../../src/store/open-store.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { quantile } from './statistics.ts'

export interface PublishingCounts {
  readonly edits: number
  /** 99 of 100 edits took at most this long, in milliseconds. */
  readonly editP99Ms: number
  /** Reads of the state of the edited claim, and of other claims. */
  readonly editedRead: number
  readonly othersRead: number
  /** Statements of readers, with those that look for the newest revision. */
  readonly statements: number
}

/** The claim that is edited, of the story that is multiplied. Its wording and a quotation get the number of the edit. */
export const EDITED = 'x-collects-biometric'
export const EDIT_WORD = 'edit-'
const EVERY_MS = 100

const settings = readSettings()
const cache = createCache({ maxBytes: parseCacheBytes(settings.SANAD_CACHE_MB) })
const engine = await openDatabaseEngine({
  neo4jUri: settings.NEO4J_URI,
  neo4jUser: settings.NEO4J_USER,
  neo4jPassword: settings.NEO4J_PASSWORD,
  dataDir: settings.SANAD_DATA,
  readTimeoutMs: parseTimeoutMs(settings.SANAD_QUERY_TIMEOUT_MS),
  onEngineRestart: (reason) => console.error(reason),
  onAvailability: (isAvailable) => console.error(isAvailable ? 'database back' : 'database away'),
})
const counts = { editedRead: 0, othersRead: 0, statements: 0 }
const counted = {
  ...engine,
  run(text: string, parameters: Parameters = {}) {
    counts.statements += 1
    const { claims } = parameters
    for (const id of Array.isArray(claims) ? claims : []) counts[id === EDITED ? 'editedRead' : 'othersRead'] += 1
    return engine.run(text, parameters)
  },
}
const { database, prepareReads, claimIndexStats, close } = toOpenStore(counted, cache)
// The writer and its reads do not count.
const { writer } = toOpenStore(engine)
const reader = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
let api = ''
const app = createApp({
  database,
  cache,
  claimIndexStats,
  settings,
  now: () => new Date(),
  log: () => undefined,
  publicUrl: () => api.replace('/graphql', ''),
})
const server = await listen(app, { host: '127.0.0.1', port: 0, limits: parseConnectionLimits(settings) })
api = `${server.url}/graphql`
await prepareReads()
await app.warmUp()

let revision = await reader.revisionAt(null)
const [before] = await reader.claims([toSlug(EDITED)], revision)
const [said] = before?.assertions.filter(({ quote }) => quote !== null) ?? []
if (!before || !said?.quote) throw new Error(`The database has no claim ${EDITED} with a quotation.`)
const { claim } = before
const { quote } = said

async function publish(number: number): Promise<void> {
  const words = `X collects biometric data, ${EDIT_WORD}${number}`
  const wording = { ...claim.wording, en: { affirmed: words, negated: `${words}, not` } }
  const exact = `${quote?.exact} ${EDIT_WORD}${number}`
  const put = {
    claims: [{ item: { ...claim, wording } }],
    assertions: [
      {
        item: {
          ...said,
          quote: { ...quote, exact, start: null, end: null, versionId: null, prefix: null, suffix: null },
        } as typeof said & {},
      },
    ],
  }
  const options = { author: 'bench', reason: 'edit', now: new Date(), expectedRevision: revision }
  revision = await writer.append({ put }, options)
}

async function publishFor(durationMs: number): Promise<PublishingCounts> {
  Object.assign(counts, { editedRead: 0, othersRead: 0, statements: 0 })
  const waits: number[] = []
  const started = performance.now()
  for (let edit = 1; performance.now() - started < durationMs; edit += 1) {
    const from = performance.now()
    await publish(edit)
    waits.push(performance.now() - from)
    await sleep(Math.max(0, started + edit * EVERY_MS - performance.now()))
  }
  return { edits: waits.length, editP99Ms: quantile(waits, 0.99), ...counts }
}

process.on('message', async (message: { readonly durationMs: number }) => {
  if (message.durationMs > 0) process.send?.(await publishFor(message.durationMs))
  else {
    await server.stop()
    await close()
    process.disconnect()
  }
})
process.send?.({ api })
