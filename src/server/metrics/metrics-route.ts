import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MetricsReaders } from '../../config/parse-settings.ts'
import type { ClientAddresses } from '../connections/client-address.ts'
import { send, sendRefusal } from '../refusal.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsAccess {
  readonly metrics: Metrics
  readonly readers: MetricsReaders
  readonly clients: ClientAddresses
}

/** Sends /metrics in the text format of Prometheus, or 404 or 403 by the setting SANAD_METRICS. */
export async function sendMetrics(
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  { metrics, readers, clients }: MetricsAccess,
): Promise<void> {
  if (readers === 'off') {
    return sendRefusal(request, response, { status: 404, code: 'NOT_FOUND', message: 'There are no metrics here.' })
  }
  if (readers === 'local' && !isLocal(request, clients)) {
    const message = 'Metrics are for this machine: request them from it, or set SANAD_METRICS to all.'
    return sendRefusal(request, response, { status: 403, code: 'FORBIDDEN', message })
  }
  const { type, text } = await metrics.render()
  send(response, 200, { 'Content-Type': type, 'Cache-Control': 'no-store' }, text)
}

const LOOPBACK = new Set(['127.0.0.1', '0:0:0:0::/64'])

/** Returns whether the client is on this machine. A request with forwarding headers comes from a client behind a proxy. */
const isLocal = (request: IncomingMessage, clients: ClientAddresses): boolean =>
  LOOPBACK.has(clients.ofRequest(request)) &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined
