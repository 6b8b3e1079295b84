import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_COMMAND } from '../built-command.ts'

const ROOT = join(import.meta.dirname, '../..')

export interface Database {
  readonly uri: string
  readonly user: string
  readonly password: string
}

/** A real `sanad serve` on Neo4j. */
export interface Served {
  /** http://127.0.0.1:1234 */
  readonly url: string
  readonly descriptors: () => number
  /** Number of times that the server reported the database as gone. */
  readonly timesAway: () => number
  /**
   * Milliseconds for which the server still accepts slower pings, after it reported the database as gone for less than
   * a second.
   */
  readonly patientForMs: () => number
  readonly stop: () => Promise<void>
}

/** @param command arguments of Node before `serve`; the built code by default */
export async function serveOnNeo4j(database: Database, command: readonly string[] = BUILT_COMMAND): Promise<Served> {
  const args = [...command, 'serve', '--port', '0', '--json', '--seeds', join(ROOT, 'seeds')]
  const { uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD } = database
  // A busy machine makes the first plans slowly.
  const SANAD_QUERY_TIMEOUT_MS = '20000'
  const limits = { SANAD_QUERY_TIMEOUT_MS, SANAD_RATE_LIMIT: '0' }
  const env = { ...process.env, NODE_ENV: 'production', ...limits, NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD }
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += chunk))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(new URL(String(JSON.parse(text).api)).origin)
    })
    child.once('close', () => reject(new Error(`sanad serve ended: ${errors}`)))
  })
  return {
    url,
    descriptors: () => readdirSync(`/proc/${child.pid}/fd`).length,
    patientForMs: () => patientForMs(errors),
    timesAway: () => errors.split('"database-away"').length - 1,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const PATIENT_MS = 60_000
const FALSE_ALARM_MS = 1000

function patientForMs(log: string): number {
  const lines = log.split('\n').filter((line) => line.includes('"database-'))
  const times = lines.map((line) => Date.parse(String(JSON.parse(line).at)))
  const alarms = times.filter((time, i) => i % 2 === 1 && time - (times[i - 1] ?? 0) < FALSE_ALARM_MS)
  return Math.max(0, (alarms.at(-1) ?? 0) + PATIENT_MS - Date.now())
}
