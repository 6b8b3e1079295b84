import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { BUILT_COMMAND } from '../built-command.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Writes the operating system's figures to descriptor 3 when the process ends. */
const REPORT = `import { writeSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 }))
})`

export interface Measured {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** CPU time of all threads, including the start of the process. */
  readonly cpuMs: number
  /** Peak resident memory. */
  readonly peakMb: number
}

/**
 * Runs one command to its end, in a separate process. @param nodeOptions for the runtime, such as a limit of its heap
 */
export async function measureCli(args: readonly string[], nodeOptions: readonly string[] = []): Promise<Measured> {
  const report = `data:text/javascript,${encodeURIComponent(REPORT)}`
  const child = spawn(process.execPath, [...nodeOptions, '--import', report, ...BUILT_COMMAND, ...args], {
    cwd: ROOT,
    env: { ...process.env, NEO4J_URI: '', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const texts = ['', '', '', '']
  for (const [i, stream] of child.stdio.entries()) stream?.on('data', (chunk) => (texts[i] += chunk))
  const code = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  const [, stdout = '', stderr = '', figures = ''] = texts
  return { code, stdout, stderr, ...JSON.parse(figures) }
}
