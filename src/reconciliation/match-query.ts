import type { Property } from './properties.ts'
import type { ThingType } from './thing-types.ts'

/** A query of a batch, as all versions of the protocol mean it. */
export interface MatchQuery {
  /** Names or texts; a candidate needs to be like one of them. */
  readonly texts: readonly string[]
  /** Ids of things, or identifiers in other registers. */
  readonly ids: readonly string[]
  /** Types of which a candidate has one; empty for all. */
  readonly types: readonly ThingType[]
  /** Whether a candidate needs all of the types. */
  readonly needsAllTypes: boolean
  /** Candidates at most. */
  readonly limit: number
  readonly conditions: readonly PropertyCondition[]
}

/** A property with values that a candidate has or lacks. */
export interface PropertyCondition {
  readonly property: Extract<Property, { readonly is: 'OWN' }>
  readonly values: readonly string[]
  /** ANY unless the client says something else. */
  readonly quantifier: 'ANY' | 'ALL' | 'NONE'
  /** Whether a thing that does not fulfil the condition is no candidate. */
  readonly isRequired: boolean
}

/** Queries of one batch, and candidates of one query, at most. */
export const MAX_QUERIES = 50
export const MAX_CANDIDATES = 100
export const DEFAULT_CANDIDATES = 5
/** Longest text of a query, in UTF-16 units. */
export const MAX_TEXT = 2000
/** Conditions of one query, and values of one condition, at most. */
export const MAX_CONDITIONS = 20
export const MAX_VALUES = 20
