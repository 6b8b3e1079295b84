import type { ObjectList } from '../model-objects.ts'

/** List, index, then keys into the object: ['assertions', 3, 'quote', 'end']. */
export type ObjectPath = readonly [list: ObjectList, index: number, ...rest: readonly (string | number)[]]

/** A rule of the model that an object breaks, or a warning about an object: NOTHING_DENIED, UNDRAWABLE_TEXT. */
export interface RuleProblem {
  readonly code: 'UNKNOWN_REFERENCE' | 'DUPLICATE_ID' | 'RULE_BROKEN' | 'NOTHING_DENIED' | 'UNDRAWABLE_TEXT'
  readonly path: ObjectPath
  /** The problem and, after a colon, the remedy. */
  readonly message: string | MessageWithPlace
}

/** A message that names the place of another object. */
export interface MessageWithPlace {
  readonly other: ObjectPath
  readonly messageAt: (place: ObjectPlace) => string
}

export interface ObjectPlace {
  /** The file or database that has the object: seeds/x/things.yaml. */
  readonly document: string
  /** The exact place in it: seeds/x/things.yaml:12. */
  readonly position: string
}

/** Makes a problem with the code RULE_BROKEN. */
export const brokenRule = (path: ObjectPath, message: RuleProblem['message']): RuleProblem => ({
  code: 'RULE_BROKEN',
  path,
  message,
})
