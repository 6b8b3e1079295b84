import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { COLD_MB, splitSets, WARM_UP } from './cold-sets.ts'
import type { Contender, StartOptions } from './contenders.ts'
import type { ContenderName, Phase } from './peer-options.ts'
import { type CpuProfile, type Part, partsOf } from './profile-parts.ts'
import type { QuestionName } from './questions.ts'
import { bodyOf } from './response-content.ts'
import { preparePost, sendRequests } from './send-requests.ts'
import { MIN_SETS, type Variables } from './variable-sets.ts'

/** Where the main thread of Sanad spends its time on a question, and which of its caches have what the question reads. */
export interface QuestionProfile {
  readonly contender: ContenderName
  readonly phase: Phase
  readonly question: QuestionName
  readonly requests: number
  /** Shares of the samples that are not idle, from 0 to 1. */
  readonly parts: Readonly<Record<Part, number>>
  /** Name of each cache that was read → share of its reads that found an entry. */
  readonly hitRatios: Readonly<Record<string, number>>
}

export type Start = (name: ContenderName, rest: Partial<StartOptions>) => Promise<Contender>

const IN_FLIGHT = 8
const WARM_MS = 2000
/** A cold measurement ends when each set was sent once. */
const COLD_MS = 20_000
const WRITTEN_MS = 10_000
const POLL_MS = 20

/** Profiles a question in a process of its own, after a warm-up of its code. */
export async function profileQuestion(
  name: ContenderName,
  phase: Phase,
  { question, sets }: { readonly question: QuestionName; readonly sets: readonly Variables[] },
  start: Start,
): Promise<QuestionProfile> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-profile-'))
  const file = join(folder, 'profile.json')
  try {
    const contender = await start(name, { profileFile: file, ...(phase === 'cold' ? { cacheMb: COLD_MB } : {}) })
    try {
      const requests = sets.map((set) => preparePost(contender.api, bodyOf(question, contender.shape, set)))
      const pick = (indexes: readonly number[]) => indexes.flatMap((index) => requests[index] ?? [])
      const cold = splitSets(sets)
      const [first, measured] =
        phase === 'cold'
          ? [pick(cold.warmUp), pick(cold.once)]
          : [requests.slice(0, MIN_SETS), requests.slice(0, MIN_SETS)]
      const sending = { inFlight: IN_FLIGHT, from: 0, check: isWhole }
      await sendRequests(contender.api, first, { ...sending, ...WARM_UP, once: false })
      const before = await readCaches(contender.api)
      process.kill(contender.pid, 'SIGUSR2')
      const once = phase === 'cold'
      const taken = { ...sending, durationMs: once ? COLD_MS : WARM_MS, once }
      const { accepted } = await sendRequests(contender.api, measured, taken)
      process.kill(contender.pid, 'SIGUSR2')
      const parts = partsOf(await readProfile(file))
      const hitRatios = ratiosOf(before, await readCaches(contender.api))
      return { contender: name, phase, question, requests: accepted, parts, hitRatios }
    } finally {
      await contender.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const isWhole = (_: number, body: Buffer): string | null => (body.includes('"errors"') ? 'errors' : null)

async function readProfile(file: string): Promise<CpuProfile> {
  for (const until = performance.now() + WRITTEN_MS; performance.now() < until; await sleep(POLL_MS))
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  throw new Error(`No profile was written within ${WRITTEN_MS} ms.`)
}

/** Reads of each cache that found an entry, and the others, since the start of a server. */
type CacheReads = ReadonlyMap<string, { readonly hits: number; readonly misses: number }>

async function readCaches(api: string): Promise<CacheReads> {
  const metrics = await (await fetch(new URL('/metrics', api))).text()
  const numbersOf = (name: string): ReadonlyMap<string, number> =>
    new Map(
      [...metrics.matchAll(new RegExp(`^${name}\\{cache="([^"]+)"\\} (\\d+)`, 'gm'))].map(([, cache = '', count]) => [
        cache,
        Number(count),
      ]),
    )
  const misses = numbersOf('sanad_cache_misses')
  return new Map(
    [...numbersOf('sanad_cache_hits')].map(([cache, hits]) => [cache, { hits, misses: misses.get(cache) ?? 0 }]),
  )
}

function ratiosOf(before: CacheReads, after: CacheReads): Readonly<Record<string, number>> {
  const ratios = [...after].flatMap(([cache, now]) => {
    const { hits, misses } = before.get(cache) ?? { hits: 0, misses: 0 }
    const reads = now.hits - hits + now.misses - misses
    return reads === 0 ? [] : [[cache, (now.hits - hits) / reads] as const]
  })
  return Object.fromEntries(ratios)
}
