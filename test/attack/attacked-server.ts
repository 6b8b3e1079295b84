import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadStore } from '../bench/measure-seeding.ts'
import { SEEDS } from '../bench/read-story.ts'
import { startServe } from '../bench/serve-process.ts'
import type { EngineName } from './engine-name.ts'
import { createCpuMeter, type ProcessFigures, readFigures } from './process-figures.ts'

export interface StartOptions {
  /** Settings that differ from the defaults; say why where they are given. */
  readonly settings?: Readonly<Record<string, string>>
  /** Claims beside the stories of seeds/, which are multiplied for them; none unless given. Needs the built code. */
  readonly claims?: number
}

/** The process under attack. */
export interface AttackedServer {
  /** http://127.0.0.1:1234 */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Milliseconds of CPU since its start. */
  cpuMs(): number
  figures(): ProcessFigures
  isRunning(): boolean
  /** Ends it, and removes its database where that is embedded; with SIGKILL where it would not listen to reason. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/**
 * `sanad serve` with its default settings.
 * @param command what Node runs
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
