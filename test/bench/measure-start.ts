import { join } from 'node:path'
import type { OpeningResult } from './opening-worker.ts'
import { runWorker } from './run-worker.ts'
import { type Served, serve } from './serve-process.ts'
import { median, type Spread, spreadOf } from './statistics.ts'

export interface StartFigures {
  readonly claims: number
  /** The first start after the load, in milliseconds. */
  readonly firstMs: number
  /** Every later one. */
  readonly laterMs: Spread
  /** The same until the first question, asked then, is answered: what readiness left out comes before it. */
  readonly answeredMs: Spread
  /** The same without reading seeds/. */
  readonly noSeedsMs: Spread
  /** An empty store in memory: what Node and the modules cost. */
  readonly emptyMs: Spread
  readonly residentBytes: number
  /** Medians within one process. */
  readonly parts: {
    readonly open: number
    readonly schema: number
    readonly recover: number
    readonly prepared: number
  }
}

/** From the start of the process to the first 200 of /readyz, over the store in `folder`/data. */
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
