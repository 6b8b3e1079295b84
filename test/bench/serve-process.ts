import { type ChildProcess, spawn } from 'node:child_process'
import { BUILT_COMMAND } from '../built-command.ts'
import { ROOT, SEEDS } from './read-story.ts'
import { readMemory } from './resident-memory.ts'

export interface Served {
  /** Milliseconds from the start of the process until it prints its URL. */
  readonly listeningMs: number
  /** Milliseconds from the start of the process until /readyz answers 200. */
  readonly readyMs: number
  readonly residentBytes: number
  readonly pid: number
  /** http://127.0.0.1:1234/graphql */
  readonly api: string
  /** Sends a query for X's claims. @returns milliseconds from the start of the process to its response */
  answeredMs(): Promise<number>
  stop(): Promise<void>
}

export interface ServeProcess {
  readonly child: ChildProcess
  /** http://127.0.0.1:1234/graphql */
  readonly api: string
  /** The end of its standard error. */
  errors(): string
  /** Ends the process with SIGTERM by default, and after 10 s with SIGKILL. Has no effect after the process ended. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const FIRST_QUESTION = '{ claims(filter: { subject: "x" }, first: 20) { nodes { slug sentence { value } } } }'
/** The benchmark is one client that exceeds the rate limit. */
const UNLIMITED = { SANAD_RATE_LIMIT: '0' }
const KEPT_CHARACTERS = 20_000
const STOP_MS = 10_000

/**
 * `sanad serve` on a free port of 127.0.0.1.
 *
 * @param command arguments of Node before `serve`
 *
 * @throws Error with its messages when it ends before it listens
 */
export async function startServe(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  command: readonly string[] = BUILT_COMMAND,
): Promise<ServeProcess> {
  const child = spawn(process.execPath, [...command, 'serve', '--port', '0', '--json', ...args], {
    cwd: ROOT,
    env: { ...process.env, NEO4J_URI: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(-KEPT_CHARACTERS)
  })
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    child.kill(signal)
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await exited
    clearTimeout(force)
  }
  const api = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.once('close', () => reject(new Error(`sanad serve ended: ${errors}`)))
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(String(JSON.parse(text.slice(0, text.indexOf('\n'))).api))
    })
  })
  return { child, api, errors: () => errors, stop }
}

/** The built command, as an operator starts it, with stories from seeds/ by default. */
export async function serve(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Served> {
  const started = performance.now()
  const { child, api, stop } = await startServe(['--seeds', SEEDS, ...args], { ...UNLIMITED, ...settings })
  const listeningMs = performance.now() - started
  const ready = await fetch(new URL('/readyz', api))
  const readyMs = performance.now() - started
  if (ready.status !== 200) throw new Error(`/readyz answers ${ready.status}.`)
  const { nowBytes: residentBytes } = readMemory(child.pid)
  const answeredMs = async (): Promise<number> => {
    const body = JSON.stringify({ query: FIRST_QUESTION })
    const answer = await fetch(api, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    const text = await answer.text()
    if (!answer.ok || !text.includes('"slug"')) throw new Error(`The first query failed with the response ${text}.`)
    return performance.now() - started
  }
  return { pid: child.pid ?? 0, listeningMs, readyMs, residentBytes, api, answeredMs, stop }
}
