import {
  parseCacheBytes,
  parseMetricsReaders,
  parseOrigins,
  parsePort,
  parseRateLimit,
  parseSwitch,
  parseTimeoutMs,
  publicUrlOf,
} from '../config/parse-settings.ts'
import { type Settings, SWITCHES } from '../config/settings.ts'
import { checkBasePath } from './base-path.ts'
import { parseConnectionLimits } from './connections/connection-limits.ts'

/** Parses every setting of a server before anything is opened or loaded. @throws DomainError BAD_INPUT */
export function checkSettings(settings: Settings): void {
  parsePort(settings.PORT)
  parseTimeoutMs(settings.SANAD_QUERY_TIMEOUT_MS)
  parseCacheBytes(settings.SANAD_CACHE_MB)
  checkBasePath(publicUrlOf(settings))
  parseRateLimit(settings.SANAD_RATE_LIMIT)
  parseMetricsReaders(settings.SANAD_METRICS)
  parseConnectionLimits(settings)
  parseOrigins(settings.SANAD_MCP_ORIGINS)
  for (const name of SWITCHES) parseSwitch(name, settings)
}
