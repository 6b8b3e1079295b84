import { SETTINGS } from '../config.ts'
import { DomainError } from '../domain/errors.ts'

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
