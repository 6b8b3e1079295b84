import { toSlug } from '../../src/domain/slug.ts'
import { createNameIndexBuilder, type NameIndex } from '../../src/reconciliation/name-index.ts'
import { lookupIn, PART_SIZE } from '../../src/reconciliation/name-lookup.ts'
import { spellingsOf } from '../../src/reconciliation/name-spellings.ts'
import { startSite } from '../site/start-site.ts'
import { namesDataset } from './names-dataset.ts'
import { clientOf } from './started-service.ts'
import { syntheticNames } from './synthetic-names.ts'

/** CPU time of the process, engine and client included, in milliseconds. */
export interface CostFigures {
  readonly names: number
  /** One search of the API that is not cached. */
  readonly searchMs: number
  /** One batch of 50 names that were never sent before. */
  readonly batchMs: number
}

/** Requests of each kind before the first that is measured, so that the code is compiled. */
const WARM_UP = 30

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Measures a batch of 50 names against one search, over a database of `count` names. */
export async function measureCost(count: number, rounds: number): Promise<CostFigures> {
  const names = syntheticNames(count, 1)
  const site = await startSite({ dataset: namesDataset(names) })
  const client = clientOf(site.url)
  const misspelt = (i: number): string => {
    const name = names[(i * 7919) % names.length] ?? ''
    return `${name.slice(0, 2)}${name.slice(3)}${Math.floor(i / names.length) || ''}`
  }
  let next = 0
  const batch = async (): Promise<void> => {
    const queries = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`q${i}`, { query: misspelt(next + i), limit: 5 }]),
    )
    next += 50
    const { status } = await client.form({ queries: JSON.stringify(queries) })
    if (status !== 200) throw new Error(`The batch got ${status}.`)
  }
  let searched = 0
  const search = async (): Promise<void> => {
    const text = (names[(searched * 104_729) % names.length] ?? '').slice(0, 4)
    searched += 1
    const query = `{ search(text: "${text}", first: 5) { nodes { __typename } } }`
    const { status, json } = await client.get(`/graphql?query=${encodeURIComponent(query)}`)
    if (status !== 200 || json.errors !== undefined) throw new Error(JSON.stringify(json))
  }
  const medianOf = async (work: () => Promise<void>): Promise<number> => {
    for (let i = 0; i < WARM_UP; i += 1) await work()
    const times: number[] = []
    for (let i = 0; i < rounds; i += 1) {
      const before = cpuMs()
      await work()
      times.push(cpuMs() - before)
    }
    return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  }
  try {
    return { names: count, searchMs: await medianOf(search), batchMs: await medianOf(batch) }
  } finally {
    await site.stop()
  }
}

/** Figures of an index alone. */
export interface IndexFigures {
  readonly names: number
  readonly bytes: number
  /** CPU time of making it, and of one look-up, in milliseconds. */
  readonly buildMs: number
  readonly lookUpMs: number
}

/** Measures the parts of the index of names as `createNameLookups` makes them. */
export function measureIndex(count: number): IndexFigures {
  const names = syntheticNames(count, 2)
  const before = cpuMs()
  const parts: NameIndex[] = []
  for (let start = 0; start < names.length; start += PART_SIZE) {
    const builder = createNameIndexBuilder()
    for (const [i, name] of names.slice(start, start + PART_SIZE).entries())
      builder.add({ kind: 'Entity', id: toSlug(`service-${start + i}`), type: 'service', names: [name] })
    const steps = builder.build()
    let step = steps.next()
    while (!step.done) step = steps.next()
    parts.push(step.value)
  }
  const built = cpuMs()
  const wanted = names.slice(0, 200).map((name) => spellingsOf(`${name.slice(0, 2)}${name.slice(3)}`))
  const lookup = lookupIn(parts)
  for (const one of wanted) lookup.find(one, null, 8)
  return {
    names: count,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    buildMs: built - before,
    lookUpMs: (cpuMs() - built) / wanted.length,
  }
}
