import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { BUILT_COMMAND } from '../built-command.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Starts the command line as a process on the embedded engine. The rate limit is off unless a test sets it. */
export function start(args: readonly string[], settings: Readonly<Record<string, string>> = {}): ChildProcess {
  const environment = { ...process.env, NEO4J_URI: '', NO_COLOR: '1', SANAD_RATE_LIMIT: '0', ...settings }
  return spawn(process.execPath, [...BUILT_COMMAND, ...args], { cwd: ROOT, env: environment })
}

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs one command to its end. */
export async function run(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = start(args, settings)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => (stdout += chunk))
  child.stderr?.on('data', (chunk) => (stderr += chunk))
  return { code: await exitOf(child), stdout, stderr }
}

export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? -1)))
}

/** URL of the API, from the first line of standard output. */
export function readApi(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    let errors = ''
    child.stderr?.on('data', (chunk) => (errors += chunk))
    child.once('close', () => reject(new Error(`The server ended: ${errors}`)))
    child.stdout?.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(String(JSON.parse(text).api))
    })
  })
}
