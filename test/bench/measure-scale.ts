import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadStore } from './measure-seeding.ts'
import { type ResidentFigures, startMeasured } from './measured-server.ts'
import type { EngineName } from './options.ts'
import type { QuestionRequests } from './question-requests.ts'

export interface QuestionTimes {
  readonly name: string
  readonly p50Ms: number
  readonly p99Ms: number
  /** Number of responses with 503, such as those of a database that seems to be away beside other work. */
  readonly refused: number
}

/** One size of the scale table. */
export interface ScaleFigures {
  readonly claims: number
  readonly states: number
  readonly loadMs: number
  /** Files of the database; null where their folder is unknown. */
  readonly diskBytes: number | null
  /** Milliseconds of a start, to readiness and to the response to a first question. */
  readonly readyMs: number
  readonly answeredMs: number
  readonly idle: ResidentFigures
  readonly warm: ResidentFigures
  /** By question, one at a time; percentiles in milliseconds, of accepted requests. */
  readonly questions: readonly QuestionTimes[]
}

const FIRST = JSON.stringify({
  query: '{ claims(filter: { subject: "x" }, first: 20) { nodes { slug sentence { value } } } }',
})
/** A load of a million claims and its first questions take long. */
const WARM_FACTOR = 2

/** Loads each size into an empty database, starts a server over it, and sends all questions, one at a time. */
export async function measureScale(
  engine: EngineName,
  sizes: readonly number[],
  folder: string,
  questions: readonly QuestionRequests[],
  roundMs: number,
  note: (text: string) => void,
): Promise<readonly ScaleFigures[]> {
  const figures: ScaleFigures[] = []
  for (const size of sizes) {
    note(`scale: loading ${size} claims into ${engine}`)
    const { claims, rows: states, ms: loadMs } = await loadStore(engine, size, folder)
    // Loads the story itself, and closes the database: files of a running database are larger.
    await (await startMeasured(engine, folder)).stop()
    const diskBytes = sizeOfDatabase(engine, folder)
    const started = performance.now()
    const server = await startMeasured(engine, folder)
    try {
      await server.send([FIRST], { inFlight: 1, durationMs: 60_000, once: true })
      const answeredMs = performance.now() - started
      const idle = server.resident()
      const timed = []
      for (const { name, bodies } of questions) {
        note(`scale: ${size} claims, ${name}`)
        await server.send(bodies, {
          inFlight: 1,
          durationMs: roundMs * WARM_FACTOR,
          once: bodies.length > 1,
          mayRefuse: true,
        })
        const { p50Ms, p99Ms, refused } = await server.send(bodies, {
          inFlight: 1,
          durationMs: roundMs,
          mayRefuse: true,
        })
        timed.push({ name, p50Ms, p99Ms, refused })
      }
      const { readyMs } = server
      const warm = server.resident()
      figures.push({ claims, states, loadMs, diskBytes, readyMs, answeredMs, idle, warm, questions: timed })
    } finally {
      await server.stop()
    }
  }
  return figures
}

function sizeOfDatabase(engine: EngineName, folder: string): number | null {
  if (engine === 'embedded') return sizeOf(join(folder, 'data'))
  const home = homeOfNeo4j(process.env.NEO4J_PID)
  return home === null ? null : sizeOf(join(home, 'data'))
}

/** Folder of a server that `npm run neo4j` started, from its command line. */
function homeOfNeo4j(pid: string | undefined): string | null {
  if (!pid) return null
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  return words.find((word) => word.startsWith('--home-dir='))?.slice('--home-dir='.length) ?? null
}

/** Bytes that the files of a folder occupy on disk. Files written ahead are counted as far as they are filled. */
function sizeOf(path: string): number {
  const stat = lstatSync(path)
  if (!stat.isDirectory()) return stat.blocks * 512
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}
