import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, SEEDS } from './read-story.ts'
import { readMemory } from './resident-memory.ts'

export interface Served {
  /** From the start of the process until it tells its address. */
  readonly listeningMs: number
  /** From the start of the process until /readyz answers 200. */
  readonly readyMs: number
  readonly residentBytes: number
  readonly pid: number
  /** http://127.0.0.1:1234/graphql */
  readonly api: string
  /** Asks a question of X's claims. @returns how long after the start of the process it is answered */
  answeredMs(): Promise<number>
  stop(): Promise<void>
}

const FIRST_QUESTION = '{ claims(filter: { subject: "x" }, first: 20) { nodes { slug sentence { value } } } }'

/** The real command, built, as an operator starts it; stories from seeds/ unless told otherwise. */
export async function serve(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [join(ROOT, 'dist/cli/main.js'), 'serve', '--port', '0', '--json', '--seeds', SEEDS, ...args],
    { cwd: ROOT, env: { ...process.env, NEO4J_URI: '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const api = await readAddress(child)
  const listeningMs = performance.now() - started
  const ready = await fetch(new URL('/readyz', api))
  const readyMs = performance.now() - started
  if (ready.status !== 200) throw new Error(`/readyz answers ${ready.status}.`)
  const { nowBytes: residentBytes } = readMemory(child.pid)
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await exited
  }
  const answeredMs = async (): Promise<number> => {
    const body = JSON.stringify({ query: FIRST_QUESTION })
    const answer = await fetch(api, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    const text = await answer.text()
    if (!answer.ok || !text.includes('"slug"')) throw new Error(`The first question is answered by ${text}.`)
    return performance.now() - started
  }
  return { pid: child.pid ?? 0, listeningMs, readyMs, residentBytes, api, answeredMs, stop }
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    let errors = ''
    child.stderr?.on('data', (chunk) => (errors += chunk))
    child.once('close', () => reject(new Error(`sanad serve ended: ${errors}`)))
    child.stdout?.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(String(JSON.parse(text).api))
    })
  })
}
