import { type AttackedServer, type StartOptions, startAttacked } from './attacked-server.ts'
import type { EngineName } from './engine-name.ts'
import type { AttackContext, Measured, Row } from './row.ts'

export interface RunOptions {
  readonly engine: EngineName
  readonly isShort: boolean
  readonly seed: number
  /** Arguments of Node before `serve`. */
  readonly command: readonly string[]
}

export interface RowResult extends Measured {
  readonly row: Row
  readonly seconds: number
}

export interface Run {
  /** Runs one row. A row that throws does not hold. */
  run(row: Row): Promise<RowResult>
  /** Ends every server that a row left running, and prevents further starts. */
  end(): Promise<void>
}

/** Runs rows, which share one server and may start others. */
export function createRun({ engine, isShort, seed, command }: RunOptions, note: (text: string) => void): Run {
  const started = new Set<AttackedServer>()
  let shared: AttackedServer | null = null
  const starting = new Set<Promise<AttackedServer>>()
  let isFilled = false
  let isEnding = false

  async function start(options: StartOptions = {}): Promise<AttackedServer> {
    // A Neo4j with stories only might be a user's; the copies beside them mark it as a test database.
    const claims = engine === 'neo4j' && !isFilled ? { claims: 1 } : {}
    isFilled = true
    if (isEnding) throw new Error('The run is ending.')
    const start = startAttacked(engine, { ...claims, ...options }, command)
    starting.add(start)
    try {
      const server = await start
      started.add(server)
      return server
    } finally {
      starting.delete(start)
    }
  }

  function contextOf(row: Row): AttackContext {
    return {
      engine,
      isShort,
      command,
      seed,
      note: (text) => note(`${row.name}: ${text}`),
      start,
      shared: async () => {
        if (shared?.isRunning() !== true) shared = await start()
        return shared
      },
    }
  }

  return {
    async run(row) {
      const before = performance.now()
      const measured = await row.run(contextOf(row)).catch(toMissed)
      for (const server of started) {
        if (server === shared) continue
        await server.stop()
        started.delete(server)
      }
      return { row, seconds: (performance.now() - before) / 1000, ...measured }
    },
    async end() {
      isEnding = true
      await Promise.allSettled(starting)
      await Promise.all([...started].map((server) => server.stop()))
      started.clear()
    },
  }
}

const toMissed = (error: unknown): Measured => ({
  holds: false,
  figure: 'the attack itself failed',
  details: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
})
