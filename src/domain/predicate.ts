/** Whether a slot must, may or must not be filled. */
export type SlotRule = 'required' | 'optional' | 'none'
export type ObjectSlot = 'Entity' | 'Source' | 'Claim' | 'Use' | 'Text'

export interface PredicateSlots {
  readonly data: SlotRule
  readonly uses: SlotRule
  readonly object: SlotRule
  readonly objectKinds: readonly ObjectSlot[]
  /** First parties: the subject, or subject and object. */
  readonly parties: 'SUBJECT' | 'SUBJECT_AND_OBJECT'
}

const slots = (
  data: SlotRule,
  uses: SlotRule,
  object: SlotRule,
  objectKinds: readonly ObjectSlot[] = [],
  parties: PredicateSlots['parties'] = 'SUBJECT',
): PredicateSlots => ({ data, uses, object, objectKinds, parties })

/** Predicates of claims: the slots of the proposition, and the first parties. */
export const PREDICATES = {
  COLLECTS: slots('required', 'none', 'none'),
  PROCESSES: slots('required', 'none', 'none'),
  USES_FOR: slots('required', 'required', 'none'),
  SHARES_WITH: slots('required', 'optional', 'required', ['Entity', 'Text'], 'SUBJECT_AND_OBJECT'),
  SELLS: slots('required', 'none', 'none'),
  OWNS: slots('none', 'none', 'required', ['Entity'], 'SUBJECT_AND_OBJECT'),
  LEADS: slots('none', 'none', 'required', ['Entity']),
  COLLABORATES_WITH: slots('none', 'none', 'required', ['Entity'], 'SUBJECT_AND_OBJECT'),
  COMPETES_WITH: slots('none', 'none', 'required', ['Entity']),
  PURSUES: slots('none', 'none', 'required', ['Use', 'Text']),
  MOTIVATED_BY: slots('optional', 'none', 'required', ['Text', 'Claim']),
  PUBLISHES: slots('none', 'none', 'required', ['Source', 'Text']),
  REPORTS: slots('none', 'none', 'required', ['Claim']),
  EARNS: slots('optional', 'none', 'required', ['Text']),
  DESCRIBES: slots('none', 'none', 'required', ['Text']),
} as const satisfies Record<string, PredicateSlots>

export type Predicate = keyof typeof PREDICATES
export const PREDICATE_NAMES = Object.keys(PREDICATES) as readonly Predicate[]

/** Predicates whose missing details are the data ("X collects user data": which?). Those of all others are the manner: how? */
const DATA_PREDICATES = ['COLLECTS', 'PROCESSES', 'SHARES_WITH', 'SELLS'] as const satisfies readonly Predicate[]
export const requiresData = (predicate: Predicate): predicate is (typeof DATA_PREDICATES)[number] =>
  DATA_PREDICATES.some((one) => one === predicate)
