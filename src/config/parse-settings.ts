import { DomainError } from '../domain/errors.ts'
import { SETTINGS, type Settings, type SwitchName } from './settings.ts'

/** @throws DomainError BAD_INPUT */
export function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new DomainError('BAD_INPUT', `PORT is ${text}, but must be a whole number from 0 to 65535.`)
}

/** @throws DomainError BAD_INPUT */
export function parseTimeoutMs(text: string): number {
  const timeoutMs = Number(text)
  if (/^\d{1,9}$/.test(text) && timeoutMs >= 1) return timeoutMs
  const { about } = SETTINGS.SANAD_QUERY_TIMEOUT_MS
  throw new DomainError(
    'BAD_INPUT',
    `SANAD_QUERY_TIMEOUT_MS is ${text}, but must be a whole number from 1 on. ${about}`,
  )
}

/** Returns cost points per minute; 0 means no limit. @throws DomainError BAD_INPUT */
export function parseRateLimit(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const { about } = SETTINGS.SANAD_RATE_LIMIT
  throw new DomainError('BAD_INPUT', `SANAD_RATE_LIMIT is ${text}, but must be a whole number from 0 on. ${about}`)
}

/** Returns origins as browsers write them. @throws DomainError BAD_INPUT for a URL that is no http or https origin */
export function parseOrigins(text: string): readonly string[] {
  const given = text.split(',').map((one) => one.trim())
  return given.filter(Boolean).map((one) => {
    const url = URL.canParse(one) ? new URL(one) : null
    if (url && /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(one.toLowerCase()))
      return url.origin
    const { about } = SETTINGS.SANAD_MCP_ORIGINS
    throw new DomainError('BAD_INPUT', `SANAD_MCP_ORIGINS has ${one}, but must have origins alone. ${about}`)
  })
}

const METRICS_READERS = ['local', 'all', 'off'] as const
/** Clients that may read /metrics. */
export type MetricsReaders = (typeof METRICS_READERS)[number]

/** @throws DomainError BAD_INPUT */
export function parseMetricsReaders(text: string): MetricsReaders {
  const found = METRICS_READERS.find((readers) => readers === text.toLowerCase())
  if (found) return found
  const { about } = SETTINGS.SANAD_METRICS
  throw new DomainError('BAD_INPUT', `SANAD_METRICS is ${text}, but must be local, all or off. ${about}`)
}

/** Returns the bytes that the entries of all caches may take together. @throws DomainError BAD_INPUT */
export function parseCacheBytes(text: string): number {
  const megabytes = Number(text)
  if (/^\d{1,5}$/.test(text) && megabytes >= 1 && megabytes <= 65_536) return megabytes * 1024 * 1024
  const { about } = SETTINGS.SANAD_CACHE_MB
  throw new DomainError('BAD_INPUT', `SANAD_CACHE_MB is ${text}, but must be a whole number from 1 to 65536. ${about}`)
}

const ON = /^(?:true|1|on|yes)$/i
const OFF = /^(?:false|0|off|no)$/i

/** Rejects any other word, so that a typing error never leaves a switch on. @throws DomainError BAD_INPUT */
export function parseSwitch(name: SwitchName, settings: Settings): boolean {
  const text = settings[name]
  if (ON.test(text)) return true
  if (OFF.test(text)) return false
  const { about } = SETTINGS[name]
  throw new DomainError('BAD_INPUT', `${name} is ${text}, but must be true or false, 1 or 0, on or off. ${about}`)
}

/** Path of PUBLIC_URL: segments of characters that need no escape, none of which begins with a dot. */
const BASE_PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$/

/**
 * Returns the base of absolute URLs: origin and path, without a slash at its end.
 * @throws DomainError BAD_INPUT for a URL with a query, a fragment, a user or a path that needs escapes
 */
export function publicUrlOf({ PUBLIC_URL, HOST, PORT }: Settings, port = PORT): string {
  if (PUBLIC_URL === '') return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`
  const url = URL.canParse(PUBLIC_URL) ? new URL(PUBLIC_URL) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new DomainError('BAD_INPUT', 'PUBLIC_URL must be a URL such as https://sanad.example.org.')
  }
  const path = url.pathname.replace(/\/+$/, '')
  const hasMore = /[?#]/.test(PUBLIC_URL) || url.username !== '' || url.password !== ''
  if (!hasMore && BASE_PATH.test(path)) return `${url.origin}${path}`
  throw new DomainError(
    'BAD_INPUT',
    'PUBLIC_URL must be an origin and perhaps a plain path, such as https://example.org/sanad: no user, query, fragment or escapes.',
  )
}
