import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../read-story.ts'
import { startServe } from '../serve-process.ts'
import type { Neo4jAddress } from './load-natural-graph.ts'
import { type ContenderName, usesNeo4j } from './peer-options.ts'
import type { QuestionName } from './questions.ts'
import type { Shape } from './response-content.ts'

/** Places of the data of one size. */
export interface Places {
  /** Folder of the embedded database. */
  readonly embedded: string
  /** File with the natural data as JSON. */
  readonly natural: string
  /** Folder of `installPeers`. */
  readonly packages: string
  readonly neo4j: Neo4jAddress | null
}

export interface Contender {
  readonly name: ContenderName
  readonly shape: Shape
  /** http://127.0.0.1:1234/graphql */
  readonly api: string
  readonly pid: number
  stop(): Promise<void>
}

export interface StartOptions {
  /** Memory of Sanad's caches in MiB. */
  readonly cacheMb: number
  /** Database hits or bytes to count into a file, for a server that gets one request at a time; null counts none. */
  readonly counts: { readonly kind: 'hits' | 'bytes'; readonly file: string } | null
}

const COUNTER = join(import.meta.dirname, 'count-statements.mjs')

export const shapeOf = (name: ContenderName): Shape =>
  name === 'neo4j-graphql' ? 'crud' : name === 'neo4j-graphql-cypher' ? 'crud-cypher' : 'sanad'

/** Whether a contender takes the question: a field with `@cypher` is there for the categories alone. */
export const takes = (name: ContenderName, question: QuestionName): boolean =>
  name !== 'neo4j-graphql-cypher' || question === 'category'

/** Starts the process of a contender. Sanad's limits on clients are off, and so is every cache of responses to POST. */
export async function startContender(
  name: ContenderName,
  places: Places,
  { cacheMb, counts }: StartOptions,
): Promise<Contender> {
  const environment: Record<string, string> = { NODE_ENV: 'production' }
  if (counts) {
    const from = [ROOT, places.packages].filter((folder) => folder !== '').join(':')
    const names = { SANAD_COUNTS_FILE: counts.file, SANAD_COUNTS_KIND: counts.kind, SANAD_COUNTS_PACKAGES: from }
    Object.assign(environment, names)
  }
  if (usesNeo4j(name) && places.neo4j) {
    const { uri, user, password } = places.neo4j
    Object.assign(environment, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password })
  }
  const node = counts === null ? [] : ['--import', COUNTER]
  if (name === 'sanad-neo4j' || name === 'sanad-embedded') {
    const settings = {
      ...environment,
      SANAD_RATE_LIMIT: '0',
      SANAD_CACHE_MB: String(cacheMb),
      SANAD_QUERY_TIMEOUT_MS: '20000',
    }
    const data = name === 'sanad-embedded' ? ['--data', places.embedded] : []
    const served = await startServe(['--no-seeds', ...data], settings, [...node, join(ROOT, 'dist/cli/main.js')])
    const ready = await fetch(new URL('/readyz', served.api))
    if (ready.status !== 200) throw new Error(`/readyz of ${name} answers ${ready.status}.`)
    return { name, shape: 'sanad', api: served.api, pid: served.child.pid ?? 0, stop: () => served.stop() }
  }
  const file = join(import.meta.dirname, 'peer-server.ts')
  const args = ['--import', 'tsx', ...node, file, name, places.natural, places.packages]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const api = await readApi(name, child)
  return { name, shape: shapeOf(name), api, pid: child.pid ?? 0, stop: () => end(child) }
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
