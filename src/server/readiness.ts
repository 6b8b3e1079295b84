import type { ServerResponse } from 'node:http'
import { DomainError } from '../domain/errors.ts'
import type { GraphDatabase } from '../domain/graph-database.ts'
import { JSON_TYPE } from './negotiate-type.ts'
import { RETRY_AFTER_SECONDS, send } from './refusal.ts'
import { withinTime } from './within-time.ts'

const READY_CHECK_MS = 2000

/** Headers of JSON that is never cached. */
export const PLAIN_JSON = { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' }

/**
 * Sends 200 if the database responds within two seconds. Sends 503 with the reason if it does not, or if the server is
 * stopping.
 */
export async function sendReadiness(
  response: ServerResponse,
  database: GraphDatabase,
  draining: boolean,
): Promise<void> {
  const reason = draining ? 'shutting down' : await whyUnhealthy(database, READY_CHECK_MS)
  if (reason === null) return send(response, 200, PLAIN_JSON, '{"status":"ready"}')
  const headers = { ...PLAIN_JSON, 'Retry-After': RETRY_AFTER_SECONDS }
  send(response, 503, headers, JSON.stringify({ status: 'not ready', reason }))
}

async function whyUnhealthy(database: GraphDatabase, timeoutMs: number): Promise<string | null> {
  try {
    await withinTime(database.checkHealth(), timeoutMs)
    return null
  } catch (error) {
    return error instanceof DomainError ? error.message : 'the database does not respond'
  }
}
