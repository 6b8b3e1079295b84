import { DomainError } from '../errors.ts'
import { type ObjectKey, objectKeyText } from '../object-key.ts'

/** A rule that one object breaks. */
export interface BrokenRule {
  readonly object: ObjectKey
  /** Keys into the object: ['quote', 'end']; empty for the object as a whole. */
  readonly path: readonly (string | number)[]
  /** The problem and, after a colon, the remedy. */
  readonly message: string
}

const MAX_NAMED = 5

/** Changes that would break rules of the model. Nothing was written. */
export class BrokenRulesError extends DomainError {
  readonly problems: readonly BrokenRule[]

  constructor(problems: readonly BrokenRule[]) {
    const more = problems.length > MAX_NAMED ? `; and ${problems.length - MAX_NAMED} more` : ''
    super('BAD_INPUT', `${problems.slice(0, MAX_NAMED).map(toText).join('; ')}${more}. Nothing was written.`)
    this.name = 'BrokenRulesError'
    this.problems = problems
  }
}

const toText = ({ object, path, message }: BrokenRule): string =>
  `${[objectKeyText(object), ...path].join(' ')}: ${message}`
