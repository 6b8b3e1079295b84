import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { descendantsOf } from '../../attack/process-figures.ts'
import { ROOT } from '../read-story.ts'
import { startServe } from '../serve-process.ts'
import type { Neo4jAddress } from './load-natural-graph.ts'
import { type ContenderName, isBefore, isEmbedded, isSanad, usesNeo4j } from './peer-options.ts'
import type { QuestionName } from './questions.ts'
import type { Shape } from './response-content.ts'

/** Databases of one checkout of Sanad. */
export interface SanadPlaces {
  /** Folder of the checkout. */
  readonly root: string
  /** Folder of the embedded database. */
  readonly embedded: string
  readonly neo4j: Neo4jServer | null
}

export interface Neo4jServer extends Neo4jAddress {
  /** Process of the server; null where it is unknown. */
  readonly pid: number | null
}

/** Places of the data of one size. The peers on Neo4j share the server of `now`. */
export interface Places {
  readonly now: SanadPlaces
  readonly before: SanadPlaces | null
  /** File with the natural data as JSON. */
  readonly natural: string
  /** Folder of `installPeers`. */
  readonly packages: string
}

export interface Contender {
  readonly name: ContenderName
  readonly shape: Shape
  /** http://127.0.0.1:1234/graphql */
  readonly api: string
  readonly pid: number
  /** Process of the database: Neo4j, or a child of an embedded engine; null for those in the memory of the server. */
  readonly databasePid: number | null
  stop(): Promise<void>
}

export interface StartOptions {
  /** Memory of Sanad's caches in MiB. */
  readonly cacheMb: number
  /** Database hits or bytes to count into a file, for a server that gets one request at a time; null counts none. */
  readonly counts: { readonly kind: 'hits' | 'bytes'; readonly file: string } | null
  /** File for a CPU profile that SIGUSR2 starts and ends; null takes none. */
  readonly profileFile: string | null
}

const COUNTER = join(import.meta.dirname, 'count-statements.mjs')
const PROFILER = join(import.meta.dirname, 'profile-on-signal.mjs')

export const shapeOf = (name: ContenderName): Shape =>
  name === 'neo4j-graphql' ? 'crud' : name === 'neo4j-graphql-cypher' ? 'crud-cypher' : 'sanad'

/** Whether a contender takes the question: a field with `@cypher` is there for the categories alone. */
export const takes = (name: ContenderName, question: QuestionName): boolean =>
  name !== 'neo4j-graphql-cypher' || question === 'category'

/** Starts the process of a contender. Sanad's limits on clients are off, and so is every cache of responses to POST. */
export async function startContender(
  name: ContenderName,
  places: Places,
  { cacheMb, counts, profileFile }: StartOptions,
): Promise<Contender> {
  const { root, embedded, neo4j } = (isBefore(name) ? places.before : null) ?? places.now
  const environment: Record<string, string> = { NODE_ENV: 'production' }
  if (counts) {
    const from = [root, places.packages].filter((folder) => folder !== '').join(':')
    const names = { SANAD_COUNTS_FILE: counts.file, SANAD_COUNTS_KIND: counts.kind, SANAD_COUNTS_PACKAGES: from }
    Object.assign(environment, names)
  }
  const server = usesNeo4j(name) ? neo4j : null
  if (server) {
    const { uri, user, password } = server
    Object.assign(environment, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password })
  }
  const databasePid = server?.pid ?? null
  if (profileFile !== null) environment['SANAD_PROFILE_FILE'] = profileFile
  const node = [
    ...(counts === null || server === null ? [] : ['--import', COUNTER]),
    ...(profileFile === null ? [] : ['--import', PROFILER]),
  ]
  if (isSanad(name)) {
    const settings = {
      ...environment,
      SANAD_RATE_LIMIT: '0',
      SANAD_MAX_CONNECTIONS_PER_CLIENT: '2000',
      SANAD_CACHE_MB: String(cacheMb),
      SANAD_QUERY_TIMEOUT_MS: '20000',
    }
    const data = isEmbedded(name) ? ['--data', embedded] : []
    const served = await startServe(['--no-seeds', ...data], settings, [...node, join(root, 'dist/cli/main.js')])
    const ready = await fetch(new URL('/readyz', served.api))
    if (ready.status !== 200) throw new Error(`/readyz of ${name} answers ${ready.status}.`)
    await untilIndexed(served.api)
    const pid = served.child.pid ?? 0
    const child = isEmbedded(name) ? (descendantsOf(pid)[0] ?? null) : databasePid
    return { name, shape: 'sanad', api: served.api, pid, databasePid: child, stop: () => served.stop() }
  }
  const file = join(import.meta.dirname, 'peer-server.ts')
  const args = ['--import', 'tsx', ...node, file, name, places.natural, places.packages]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const api = await readApi(name, child)
  return { name, shape: shapeOf(name), api, pid: child.pid ?? 0, databasePid, stop: () => end(child) }
}

const INDEX_WAIT_MS = 60_000
const INDEX_POLL_MS = 50

/** Waits until Sanad has built its claim index, so that no figure contains that work. An older checkout has none. */
async function untilIndexed(api: string): Promise<void> {
  const untilMs = performance.now() + INDEX_WAIT_MS
  while (performance.now() < untilMs) {
    const metrics = await (await fetch(new URL('/metrics', api))).text()
    if (!/^sanad_claim_index_revision 0$/m.test(metrics)) return
    await sleep(INDEX_POLL_MS)
  }
  throw new Error(`The claim index was not built within ${INDEX_WAIT_MS} ms.`)
}

function readApi(name: string, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let [text, errors] = ['', '']
    child.stderr?.on('data', (chunk) => (errors = (errors + chunk).slice(-4000)))
    child.once('close', () => reject(new Error(`${name} ended: ${errors}`)))
    child.stdout?.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(String(JSON.parse(text.slice(0, text.indexOf('\n'))).api))
    })
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
}
