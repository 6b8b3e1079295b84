import { resolve } from 'node:path'
import { DomainError } from '../../domain/errors.ts'
import { diskFull, isDiskFull } from '../disk-full.ts'

/** Converts an error of the engine. The engine's message stays in `cause`, for the log: it may quote stored values. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  const message = error instanceof Error ? error.message : ''
  const status = readStatus(error)
  if (isDiskFull(error)) return diskFull(error)
  if (status === '40000' && message.includes('Write conflict')) {
    return new DomainError('CONFLICT', 'Somebody else changed the same things meanwhile; try again.', { cause: error })
  }
  if (status === '40000' || message.includes('GRAFEO-X')) {
    return new DomainError('STORE_UNAVAILABLE', 'The database could not be read or written; check its disk.', {
      cause: error,
    })
  }
  if (message.includes('Constraint violation')) {
    return new DomainError(
      'CONFLICT',
      'Something with the same identifier is already stored: reload it, and change it or choose another identifier.',
      { cause: error },
    )
  }
  return new DomainError('INTERNAL', 'The database could not run a statement.', { cause: error })
}

/** Converts an error of opening a database, which has no status. @param path the file; null for a database in memory */
export function toOpenError(error: unknown, path: string | null): DomainError {
  if (isDiskFull(error)) return diskFull(error)
  const database = nameDatabase(path)
  const message = error instanceof Error ? error.message : ''
  if (message.includes('cannot be locked')) {
    const text = 'The database is in use by another process; stop it, or query its API.'
    return new DomainError('STORE_LOCKED', text, { cause: error })
  }
  if (/GRAFEO-(X002|V001|S003)|GRAFEO-S002: .* is damaged at byte/.test(message)) {
    const text = `${database} is damaged, or was not written by Sanad; restore a backup, or choose another folder with --data.`
    return new DomainError('STORE_DAMAGED', text, { cause: error })
  }
  const text = `${database} cannot be opened; check that it may be read and written and that there is space, or choose another folder with --data.`
  return new DomainError('STORE_UNAVAILABLE', text, { cause: error })
}

export const writingFailed = (cause: unknown): DomainError =>
  isDiskFull(cause)
    ? diskFull(cause)
    : new DomainError(
        'STORE_UNAVAILABLE',
        'The database could not be written to disk; check the rights to its folder.',
        { cause },
      )

/** Names a database at the beginning of a sentence. @param path the file; null for a database in memory */
export const nameDatabase = (path: string | null): string =>
  path === null ? 'The database in memory' : `The database ${resolve(path)}`

function readStatus(error: unknown): string | null {
  if (!(error instanceof Error) || !('gqlStatus' in error)) return null
  return typeof error.gqlStatus === 'string' ? error.gqlStatus : null
}
