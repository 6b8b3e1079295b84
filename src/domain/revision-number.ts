import type { Branded } from './branded.ts'
import { DomainError } from './errors.ts'

/** The number of a revision; 0 is before the first. */
export type RevisionNumber = Branded<number, 'RevisionNumber'>

/** @throws DomainError INTERNAL for anything but a whole number from 0 */
export function toRevisionNumber(value: number): RevisionNumber {
  if (!Number.isSafeInteger(value) || value < 0) throw new DomainError('INTERNAL', `${value} is no revision number.`)
  return value as RevisionNumber
}

/** The revision of an empty database. */
export const BEFORE_FIRST = toRevisionNumber(0)

/** @throws DomainError INTERNAL for BEFORE_FIRST */
export const revisionBefore = (revision: RevisionNumber): RevisionNumber => toRevisionNumber(revision - 1)
