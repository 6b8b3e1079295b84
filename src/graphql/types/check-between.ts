import { DomainError } from '../../domain/errors.ts'

/** @throws DomainError BAD_INPUT below 1, LIMIT_EXCEEDED above `max` */
export function checkBetween(argument: string, value: number, max: number): void {
  if (value < 1) throw new DomainError('BAD_INPUT', `${argument} is at least 1.`, { argument })
  if (value > max) throw new DomainError('LIMIT_EXCEEDED', `${argument} is at most ${max}.`, { argument })
}
