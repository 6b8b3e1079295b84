import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import type { ExportRates } from './exports-worker.ts'
import { loadStore } from './measure-seeding.ts'
import { type MeasuredServer, startMeasured } from './measured-server.ts'
import { runWorker } from './run-worker.ts'
import { type Spread, spreadOf } from './statistics.ts'

export interface ExportFigures {
  readonly claims: number
  readonly file: string
  readonly bytes: number
  readonly rounds: number
  /** Claims per second of CPU, written and read bare. */
  readonly exported: Spread
  readonly bare: Spread
  readonly toBare: Spread
  /** Highest resident memory of the server while it sends the file, above idle, without the growth of its caches; null for a refusal. */
  readonly overIdleBytes: number | null
  readonly cacheBytes: number
  readonly longestMs: number
  readonly longestCpuMs: number
}

/** Number of claims from which one round is measured. */
const ONE_ROUND_FROM = 5000
/** Number of claims from which only these formats are measured: one of each kind of reading. */
export const FEW_FILES_FROM = 50_000
export const FEW_FILES: readonly string[] = ['claims.csv', 'sources.csv', 'workbook.xlsx', 'graph.gexf']

const SETTLE_MS = 1000
const LOOK_MS = 20

/** Loads each size, writes each format in a process of its own and reads the same pages bare, then gets it from a server. */
export async function measureExports(
  sizes: readonly number[],
  folder: string,
  rounds: number,
  note: (text: string) => void,
): Promise<readonly ExportFigures[]> {
  const figures: ExportFigures[] = []
  for (const size of sizes) {
    note(`exports: loading ${size} claims`)
    await loadStore('embedded', size, folder)
    const files = EXPORT_FORMATS.map(({ file }) => file).filter(
      (file) => size < FEW_FILES_FROM || FEW_FILES.includes(file),
    )
    const ownRounds = size < ONE_ROUND_FROM ? rounds : 1
    for (const [i, file] of files.entries()) {
      note(`exports: ${size} claims, ${file}, ${i + 1} of ${files.length}; rounds: ${ownRounds}`)
      const text = await runWorker('exports-worker.ts', [join(folder, 'data'), String(ownRounds), file])
      const [rates]: readonly ExportRates[] = JSON.parse(text)
      const server = await startMeasured('embedded', folder)
      try {
        if (rates) figures.push({ ...ratesOf(rates), ...(await measureServed(server, file)) })
      } finally {
        await server.stop()
      }
    }
  }
  return figures
}

function ratesOf({ file, claims, bytes, rounds }: ExportRates) {
  const perSecond = (ms: number): number => (1000 * claims) / ms
  return {
    file,
    claims,
    bytes,
    rounds: rounds.length,
    exported: spreadOf(rounds.map(({ exportMs }) => perSecond(exportMs))),
    bare: spreadOf(rounds.map(({ bareMs }) => perSecond(bareMs))),
    toBare: spreadOf(rounds.map(({ exportMs, bareMs }) => bareMs / exportMs)),
  }
}

async function measureServed(server: MeasuredServer, file: string) {
  const url = new URL(`/export/${file}?lang=en`, server.api)
  const cacheBytes = async (): Promise<number> => (await server.metric(/^sanad_cache_bytes$/)) ?? Number.NaN
  // A small export first, so that its code is compiled.
  await drain(new URL(`/export/${file}?lang=en&story=x-privacy-2023`, server.api))
  await sleep(SETTLE_MS)
  const [idleBytes, idleCache] = [server.resident().serverBytes, await cacheBytes()]
  await server.blocks()
  let peakBytes = idleBytes
  const look = setInterval(() => {
    peakBytes = Math.max(peakBytes, server.resident().serverBytes)
  }, LOOK_MS)
  const isSent = await drain(url)
  clearInterval(look)
  const { longestMs, longestCpuMs } = await server.blocks()
  const grown = (await cacheBytes()) - idleCache
  return { overIdleBytes: isSent ? peakBytes - idleBytes - grown : null, cacheBytes: grown, longestMs, longestCpuMs }
}

/** Reads a response as it comes. @returns whether it was sent */
async function drain(url: URL): Promise<boolean> {
  const response = await fetch(url)
  for await (const _ of response.body ?? []) {
    // Nothing is stored, so that the client is no bound.
  }
  return response.status === 200
}
