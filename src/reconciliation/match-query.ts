import type { Property } from './properties.ts'
import type { ThingType } from './thing-types.ts'

/** A query of a batch, in one form for all versions of the protocol. */
export interface MatchQuery {
  /** Names or texts; a candidate is similar to one of them. */
  readonly texts: readonly string[]
  /** Ids of things, or identifiers in other registers. */
  readonly ids: readonly string[]
  /** Types of which a candidate has one; empty for all. */
  readonly types: readonly ThingType[]
  /** Whether a candidate needs all of the types. */
  readonly needsAllTypes: boolean
  /** Maximum number of candidates. */
  readonly limit: number
  readonly conditions: readonly PropertyCondition[]
}

/** A property with values that a candidate has or lacks. */
export interface PropertyCondition {
  readonly property: Extract<Property, { readonly is: 'OWN' }>
  readonly values: readonly string[]
  /** ANY is the default. */
  readonly quantifier: 'ANY' | 'ALL' | 'NONE'
  /** Whether a thing that does not fulfil the condition is no candidate. */
  readonly isRequired: boolean
}

/** Maximum numbers of queries of one batch, and of candidates of one query. */
export const MAX_QUERIES = 50
export const MAX_CANDIDATES = 100
export const DEFAULT_CANDIDATES = 5
/** Maximum length of a text of a query, in UTF-16 units. */
export const MAX_TEXT = 2000
/** Maximum numbers of conditions of one query, and of values of one condition. */
export const MAX_CONDITIONS = 20
export const MAX_VALUES = 20
