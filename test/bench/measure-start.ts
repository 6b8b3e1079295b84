import { join } from 'node:path'
import type { OpeningResult } from './opening-worker.ts'
import { runWorker } from './run-worker.ts'
import { type Served, serve } from './serve-process.ts'
import { median, type Spread, spreadOf } from './statistics.ts'

export interface StartFigures {
  readonly claims: number
  /** Milliseconds of the first start after the load. */
  readonly firstMs: number
  /** Milliseconds of every later start. */
  readonly laterMs: Spread
  /** Milliseconds until the response to a query sent at readiness, which includes deferred work. */
  readonly answeredMs: Spread
  /** Milliseconds of a start with --no-seeds. */
  readonly noSeedsMs: Spread
  /** Milliseconds with an empty store in memory: the cost of Node and the modules. */
  readonly emptyMs: Spread
  readonly residentBytes: number
  /** Medians within one process, in milliseconds. */
  readonly parts: {
    readonly open: number
    readonly schema: number
    readonly recover: number
    readonly prepared: number
  }
}

/** Measures from the start of the process to the first 200 of /readyz, over the store in `folder`/data. */
export async function measureStart(
  claims: number,
  folder: string,
  rounds: number,
  note: (text: string) => void,
): Promise<StartFigures> {
  const data = join(folder, 'data')
  note(`embedded: starting over ${claims} claims`)
  const first = await startOnce(['--data', data])
  const later: Served[] = []
  const answered: number[] = []
  const noSeeds: Served[] = []
  const empty: Served[] = []
  const parts: OpeningResult[] = []
  for (let round = 1; round <= rounds; round += 1) {
    note(`embedded: starting, round ${round} of ${rounds}`)
    const served = await serve(['--data', data])
    later.push(served)
    answered.push(await served.answeredMs())
    await served.stop()
    noSeeds.push(await startOnce(['--data', data, '--no-seeds']))
    empty.push(await startOnce(['--in-memory', '--no-seeds']))
    parts.push(JSON.parse(await runWorker('opening-worker.ts', [data])))
  }
  const ready = (served: readonly Served[]): Spread => spreadOf(served.map((s) => s.readyMs))
  return {
    claims,
    firstMs: first.readyMs,
    laterMs: ready(later),
    answeredMs: spreadOf(answered),
    noSeedsMs: ready(noSeeds),
    emptyMs: ready(empty),
    residentBytes: median(later.map((s) => s.residentBytes)),
    parts: {
      open: median(parts.map((p) => p.openMs)),
      schema: median(parts.map((p) => p.schemaMs)),
      recover: median(parts.map((p) => p.recoverMs)),
      prepared: median(parts.map((p) => p.preparedMs)),
    },
  }
}

async function startOnce(args: readonly string[]): Promise<Served> {
  const served = await serve(args)
  await served.stop()
  return served
}
