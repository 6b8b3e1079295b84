/** What a claim can say. One line each: the frame it takes, and whose word counts as the first party's. */

/** 'required' must be there, 'optional' may, 'none' must not. */
export type SlotRule = 'required' | 'optional' | 'none'
export type ObjectSlot = 'Entity' | 'Source' | 'Claim' | 'Use' | 'Text'

export interface PredicateFrame {
  readonly data: SlotRule
  readonly uses: SlotRule
  readonly object: SlotRule
  readonly objectKinds: readonly ObjectSlot[]
  /** Who is a first party: the subject, or the object too. */
  readonly parties: 'SUBJECT' | 'SUBJECT_AND_OBJECT'
}

const frame = (
  data: SlotRule,
  uses: SlotRule,
  object: SlotRule,
  objectKinds: readonly ObjectSlot[] = [],
  parties: PredicateFrame['parties'] = 'SUBJECT',
): PredicateFrame => ({ data, uses, object, objectKinds, parties })

export const PREDICATES = {
  COLLECTS: frame('required', 'none', 'none'),
  PROCESSES: frame('required', 'none', 'none'),
  USES_FOR: frame('required', 'required', 'none'),
  SHARES_WITH: frame('required', 'optional', 'required', ['Entity', 'Text'], 'SUBJECT_AND_OBJECT'),
  SELLS: frame('required', 'none', 'none'),
  OWNS: frame('none', 'none', 'required', ['Entity'], 'SUBJECT_AND_OBJECT'),
  LEADS: frame('none', 'none', 'required', ['Entity']),
  COLLABORATES_WITH: frame('none', 'none', 'required', ['Entity'], 'SUBJECT_AND_OBJECT'),
  COMPETES_WITH: frame('none', 'none', 'required', ['Entity']),
  PURSUES: frame('none', 'none', 'required', ['Use', 'Text']),
  MOTIVATED_BY: frame('optional', 'none', 'required', ['Text', 'Claim']),
  PUBLISHES: frame('none', 'none', 'required', ['Source', 'Text']),
  REPORTS: frame('none', 'none', 'required', ['Claim']),
  EARNS: frame('optional', 'none', 'required', ['Text']),
  DESCRIBES: frame('none', 'none', 'required', ['Text']),
} as const satisfies Record<string, PredicateFrame>

export type Predicate = keyof typeof PREDICATES
export const PREDICATE_NAMES = Object.keys(PREDICATES) as readonly Predicate[]

/** Who misses details of "X collects user data" asks which data; of "X uses it to advertise", and all others, how. */
const ASKED_BY_DATA = ['COLLECTS', 'PROCESSES', 'SHARES_WITH', 'SELLS'] as const satisfies readonly Predicate[]
export const asksWhichData = (predicate: Predicate): predicate is (typeof ASKED_BY_DATA)[number] =>
  ASKED_BY_DATA.some((one) => one === predicate)
