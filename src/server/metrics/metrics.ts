import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CacheStats, NamespaceStats } from '../../cache/create-cache.ts'
import type { ClaimIndexStats } from '../../store/read/claim-index.ts'
import type { LaneState } from '../admission/admission.ts'
import type { RouteName } from '../admission/request-cost.ts'

export interface MetricsOptions {
  readonly lanes: () => readonly LaneState[]
  readonly cacheStats: () => CacheStats
  readonly claimIndexStats: () => ClaimIndexStats
  /** Returns the number of clients with an account of points. */
  readonly clients: () => number
}

export interface EndedResponse {
  readonly route: RouteName
  /** 0 for a client that left before its response. */
  readonly status: number
  readonly seconds: number
  /** Code of a refusal, from the closed list of error codes; null for other responses. */
  readonly code: string | null
}

export interface Metrics {
  readonly countResponse: (response: EndedResponse) => void
  readonly countStart: (lane: string, waitedMs: number) => void
  /** Counts a read. @param read name of the store method */
  readonly countRead: (read: string, seconds: number) => void
  /** Returns the text of /metrics and its media type. */
  readonly render: () => Promise<{ readonly type: string; readonly text: string }>
}

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
/** Number of responses that are counted together. Counting each separately would take three times as long. */
const MAX_ENDED = 256
const CLASSES = ['0xx', '1xx', '2xx', '3xx', '4xx', '5xx'] as const

/** Creates the counters for Prometheus. Every label is from a closed list; none identifies a client. */
export function createMetrics({ lanes, cacheStats, claimIndexStats, clients }: MetricsOptions): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'sanad_requests_total',
    help: 'Responses by route and class of status; 0xx for clients that left before theirs.',
    labelNames: ['route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'sanad_request_duration_seconds',
    help: 'From the head of a request to the end of its response.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  })
  const refusals = new Counter({
    name: 'sanad_refusals_total',
    help: 'Refused requests by error code.',
    labelNames: ['code'],
    registers,
  })
  const waits = new Histogram({
    name: 'sanad_admission_wait_seconds',
    help: 'Wait of a request for a place in its lane.',
    labelNames: ['lane'],
    buckets: SECONDS,
    registers,
  })
  const reads = new Histogram({
    name: 'sanad_store_read_duration_seconds',
    help: 'Time of reads from the store, its engine included, by method.',
    labelNames: ['read'],
    buckets: SECONDS,
    registers,
  })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  const laneGauge = (name: string, help: string, read: (lane: LaneState) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['lane'],
      registers,
      collect() {
        for (const state of lanes()) this.set({ lane: state.lane }, read(state))
      },
    })
  laneGauge('sanad_admission_running', 'Requests that run.', ({ running }) => running)
  laneGauge('sanad_admission_waiting', 'Requests that wait for a place.', ({ waiting }) => waiting)
  gauge('sanad_rate_limit_clients', 'Clients with an account of points.', clients)
  const namespaceGauge = (name: string, help: string, read: (namespace: NamespaceStats) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['cache'],
      registers,
      collect() {
        for (const [cache, stats] of Object.entries(cacheStats().namespaces)) this.set({ cache }, read(stats))
      },
    })
  gauge('sanad_claim_index_claims', 'Claims in the claim index.', () => claimIndexStats().claims)
  gauge('sanad_claim_index_bytes', 'Bytes of the claim index, outside of the caches.', () => claimIndexStats().bytes)
  gauge(
    'sanad_claim_index_revision',
    'Revision that the claim index lists; 0 before it is built.',
    () => claimIndexStats().revision,
  )
  gauge('sanad_cache_max_bytes', 'Budget of the entries of all caches.', () => cacheStats().maxBytes)
  namespaceGauge('sanad_cache_entries', 'Entries by cache.', ({ entries }) => entries)
  namespaceGauge('sanad_cache_bytes', 'Bytes by cache, with overhead.', ({ bytes }) => bytes)
  namespaceGauge('sanad_cache_hits', 'Reads that found an entry, since the start.', ({ hits }) => hits)
  namespaceGauge('sanad_cache_misses', 'Reads that found no valid entry, since the start.', ({ misses }) => misses)
  const ended: EndedResponse[] = []
  function countEnded(): void {
    for (const { route, status, seconds, code } of ended.splice(0)) {
      requests.inc({ route, status: CLASSES[Math.floor(status / 100)] ?? '5xx' })
      durations.observe({ route }, seconds)
      if (code !== null) refusals.inc({ code })
    }
  }
  return {
    countResponse(response) {
      ended.push(response)
      if (ended.length >= MAX_ENDED) countEnded()
    },
    countStart: (lane, waitedMs) => waits.observe({ lane }, waitedMs / 1000),
    countRead: (read, seconds) => reads.observe({ read }, seconds),
    async render() {
      countEnded()
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}
