import { DomainError } from '../../domain/errors.ts'

/** @throws DomainError BAD_INPUT below 1, LIMIT_EXCEEDED past the most */
export function checkBetween(at: string, value: number, most: number): void {
  if (value < 1) throw new DomainError('BAD_INPUT', `${at}: at least 1.`, { at })
  if (value > most) throw new DomainError('LIMIT_EXCEEDED', `${at}: at most ${most}.`, { at })
}
