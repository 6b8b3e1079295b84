import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadStore } from '../bench/measure-seeding.ts'
import { SEEDS } from '../bench/read-story.ts'
import { startServe } from '../bench/serve-process.ts'
import type { EngineName } from './engine-name.ts'
import { createCpuMeter, type ProcessFigures, readFigures } from './process-figures.ts'

export interface StartOptions {
  /** Settings that differ from the defaults. Callers give the reason. */
  readonly settings?: Readonly<Record<string, string>>
  /**
   * Number of claims beside the stories of seeds/, made by multiplying these; none by default. Needs the built code.
   */
  readonly claims?: number
}

/** Process under attack. */
export interface AttackedServer {
  /** http://127.0.0.1:1234 */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Milliseconds of CPU since its start. */
  cpuMs(): number
  figures(): ProcessFigures
  isRunning(): boolean
  /** Ends the process, and removes an embedded database. SIGKILL is for a process that ignores SIGTERM. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/**
 * Starts `sanad serve` with its default settings.
 *
 * @param command arguments of Node before `serve`
 */
export async function startAttacked(
  engine: EngineName,
  { settings = {}, claims }: StartOptions,
  command: readonly string[],
): Promise<AttackedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'sanad-attack-'))
  try {
    if (claims !== undefined) await loadStore(engine, claims, folder)
    const given = engine === 'neo4j' ? { ...settings, NEO4J_URI: process.env.NEO4J_URI ?? '' } : settings
    const args = ['--data', join(folder, 'data'), '--seeds', SEEDS]
    const { child, api, stop } = await startServe(args, given, command)
    const { pid } = child
    if (pid === undefined) throw new Error('sanad serve has no process.')
    await fetch(new URL('/readyz', api))
    const { origin, port } = new URL(api)
    return {
      url: origin,
      port: Number(port),
      pid,
      cpuMs: createCpuMeter(pid),
      figures: () => readFigures(pid),
      isRunning: () => child.exitCode === null && child.signalCode === null,
      stop: async (signal) => {
        await stop(signal)
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
