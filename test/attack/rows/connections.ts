import type { AttackContext, Measured, Row } from '../row.ts'

const MAX_P99_MS = 500
const MAX_REFUSED_MS = 300
const LEAST_GOODPUT = 0.6

const question = (name: string, query: string) => ({
  name,
  method: 'POST' as const,
  path: '/graphql',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query }),
})
const page = (name: string, path: string) => ({ name, method: 'GET' as const, path })

const CACHEABLE = page('cached page', '/claim/x-sells-user-data?lang=en')
const CLAIM = question('claim', '{ claim(slug: "x-sells-user-data") { slug sentence { value } status { value } } }')
const LIST = question(
  'list',
  '{ claims(first: 20, filter: { subject: "x" }) { nodes { slug sentence { value } status { value } } } }',
)
const MIXED = [
  CACHEABLE,
  CLAIM,
  LIST,
  page('frame', '/embed/story/x-privacy-2023?lang=en'),
  question('search', '{ search(text: "data", first: 10) { nodes { slug } } }'),
  page('cached response', '/graphql?documentId=who-owned-x'),
  question('timeline', '{ timeline(entity: "x", first: 20) { nodes { date kind } } }'),
]
const MIXES = { 'cached page': [CACHEABLE], claim: [CLAIM], list: [LIST], mixed: MIXED }

const run = async ({ shared, isShort, note }: AttackContext): Promise<Measured> => {
  const { runLoad } = await import('../load.ts')
  const server = await shared()
  const [few, many, durationMs] = isShort ? [10, 100, 1500] : [50, 500, 10_000]
  const figures: string[] = []
  let holds = true
  const mixes = Object.entries(MIXES).filter(([name]) => !isShort || name === 'mixed')
  for (const [name, requests] of mixes) {
    const load = (connections: number) =>
      // Each connection is a separate client, so that no limit per client hides the number of served connections.
      runLoad({ url: server.url, connections, durationMs, requests, addresses: connections })
    if (!isShort) await load(few)
    const calm = await load(few)
    const full = await load(many)
    const share = full.goodput / calm.goodput
    const strange = Object.keys(full.statuses).filter((status) => !['200', '429', '503'].includes(status))
    const failed = Object.values(full.failures).reduce((sum, count) => sum + count, 0)
    const isInTime = full.accepted.p99 <= MAX_P99_MS && full.refused.p99 <= MAX_REFUSED_MS && share >= LEAST_GOODPUT
    // CI machines are shared: there, times are reported, and only counts must meet their goals.
    const isRight = strange.length === 0 && failed === 0 && full.withoutRetryAfter === 0 && server.isRunning()
    if (!isRight || (!isShort && !isInTime)) holds = false
    figures.push(
      `${name}: p99 ${Math.round(full.accepted.p99)} ms, goodput ${Math.round(full.goodput)}/s = ${share.toFixed(2)} × that of ${few}, ${full.refused.count} refused with p99 ${Math.round(full.refused.p99 || 0)} ms (${full.withoutRetryAfter} without Retry-After), ${failed} failed${strange.length > 0 ? `, status ${strange.join(' ')}` : ''}`,
    )
    note(figures.at(-1) ?? '')
  }
  return { holds, figure: figures.join('; '), details: [] }
}

export const connectionsRow: Row = {
  name: 'connections',
  what: '500 concurrent connections: cached page, claim, list, mixed',
  goal: `accepted p99 ≤ ${MAX_P99_MS} ms, goodput ≥ ${LEAST_GOODPUT} × that of 50 connections, refused within ${MAX_REFUSED_MS} ms with Retry-After`,
  isShort: true,
  run,
}
