import { readFileSync } from 'node:fs'
import type { Settings } from '../../config/settings.ts'
import { DomainError } from '../../domain/errors.ts'
import { type ClientAddresses, createClientAddresses } from './client-address.ts'

/** Maximum of open connections. */
export interface ConnectionLimits {
  readonly maxConnections: number
  /** Maximum per client. A trusted proxy is exempt: the requests on its connections are counted by client instead. */
  readonly maxConnectionsPerClient: number
  readonly clients: ClientAddresses
}

const MAX_CONNECTIONS = 2048
/** File descriptors reserved for the database, its connections, threads and files of the program. */
const RESERVED_DESCRIPTORS = 128

/** @throws DomainError BAD_INPUT */
export function parseConnectionLimits(
  settings: Pick<Settings, 'SANAD_MAX_CONNECTIONS' | 'SANAD_MAX_CONNECTIONS_PER_CLIENT' | 'TRUSTED_PROXIES'>,
  descriptors = readDescriptorLimit(),
): ConnectionLimits {
  const affordable = Math.max(1, descriptors - Math.min(RESERVED_DESCRIPTORS, Math.ceil(descriptors / 4)))
  const requested = parseCount('SANAD_MAX_CONNECTIONS', settings.SANAD_MAX_CONNECTIONS)
  const maxConnections = Math.min(requested ?? MAX_CONNECTIONS, affordable)
  const perClient = parseCount('SANAD_MAX_CONNECTIONS_PER_CLIENT', settings.SANAD_MAX_CONNECTIONS_PER_CLIENT)
  return {
    maxConnections,
    maxConnectionsPerClient: perClient ?? Math.ceil(maxConnections / 4),
    clients: createClientAddresses(settings.TRUSTED_PROXIES),
  }
}

function parseCount(name: keyof Settings, text: string): number | null {
  if (text === '') return null
  const count = Number(text)
  if (/^\d{1,7}$/.test(text) && count >= 1) return count
  throw new DomainError('BAD_INPUT', `${name} is ${text.slice(0, 80)}, but must be a whole number from 1 on.`)
}

/** Limit for systems that do not report one: the usual soft limit. */
const ASSUMED_LIMIT = 1024

/** Returns the maximum of open files and connections of this process. */
export function readDescriptorLimit(): number {
  try {
    return parseDescriptorLimit(readFileSync('/proc/self/limits', 'utf8'))
  } catch {
    return ASSUMED_LIMIT
  }
}

/** Returns the soft limit on open files; infinity for `unlimited`. @param limits text of /proc/self/limits */
export function parseDescriptorLimit(limits: string): number {
  const soft = /^Max open files\s+(\S+)/m.exec(limits)?.[1]
  if (soft === 'unlimited') return Number.POSITIVE_INFINITY
  return soft !== undefined && /^\d+$/.test(soft) ? Number(soft) : ASSUMED_LIMIT
}
