import { DomainError } from '../../domain/errors.ts'
import type { Parameters } from './engine.ts'

const MAX_DEPTH = 16
const MAX_BYTES = 8 * 1024 * 1024

/**
 * Refuses values that an engine cannot take: deep or cyclic ones, which crash the embedded engine; integers past 2^53, which
 * have no exact JavaScript number; and more than 8 MiB in all. The check is the same for both engines.
 * @throws DomainError BAD_INPUT
 */
export function checkParameters(parameters: Parameters): void {
  const size = { bytes: 0 }
  for (const [name, value] of Object.entries(parameters)) checkValue(value, name, 1, size)
}

function checkValue(value: unknown, path: string, depth: number, size: { bytes: number }): void {
  // A cyclic value exceeds every depth.
  if (depth > MAX_DEPTH)
    throw new DomainError('BAD_INPUT', `A value is nested deeper than ${MAX_DEPTH} levels: send a flatter one.`, {
      argument: path,
    })
  size.bytes += typeof value === 'string' ? checkText(value, path) : 8
  if (size.bytes > MAX_BYTES) {
    throw new DomainError('BAD_INPUT', 'The values of one statement are larger than 8 MiB; send fewer.', {
      argument: path,
    })
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number') {
    checkNumber(value, path)
    return
  }
  if (Array.isArray(value)) {
    for (const item of value) checkValue(item, path, depth + 1, size)
    return
  }
  if (typeof value !== 'object')
    throw new DomainError('BAD_INPUT', `A value of type ${typeof value} cannot be stored.`, { argument: path })
  for (const [key, item] of Object.entries(value)) {
    size.bytes += checkText(key, path)
    checkValue(item, path, depth + 1, size)
  }
}

function checkText(text: string, path: string): number {
  if (!text.isWellFormed()) {
    throw new DomainError('BAD_INPUT', 'A text has half of a surrogate pair, which is not valid Unicode: remove it.', {
      argument: path,
    })
  }
  return Buffer.byteLength(text)
}

function checkNumber(value: number, path: string): void {
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return
  throw new DomainError('BAD_INPUT', 'A number is not finite, or is an integer past 2^53.', { argument: path })
}
