import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './read-story.ts'

export interface WorkerOptions {
  /** Checkout of which the built code is imported; this one by default. */
  readonly root?: string
  /** Settings beside those of this process. */
  readonly access?: Readonly<Record<string, string>>
}

/** Runs a file of this folder in a separate process. @returns its standard output */
export async function runWorker(
  file: string,
  args: readonly string[],
  { root = ROOT, access = {} }: WorkerOptions = {},
): Promise<string> {
  const path = join(import.meta.dirname, file)
  const builtCode = join(root, 'test/bench/built-code.mjs')
  const argv = ['--max-old-space-size=8192', '--import', 'tsx', '--import', builtCode, path, ...args]
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: { ...process.env, ...access },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let written = ''
  child.stdout.on('data', (chunk) => (written += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}.`)
  return written
}
