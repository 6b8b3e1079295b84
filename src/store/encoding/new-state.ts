import type { Scalar } from '../engines/engine.ts'
import type { EdgeType, IdentityLabel, StateLabel, ThingLabel } from './node-labels.ts'

/** A state to write, with the edges that start at it. */
export interface NewState {
  readonly label: StateLabel
  /** Key of the thing: 'Entity:x'. */
  readonly thing: string
  /** Identity node of the state; null for assertions, relations, assessments and former slugs. */
  readonly identity: { readonly label: ThingLabel; readonly id: string } | null
  readonly recordedAt: string
  /** Instant at which the next state was recorded; null for the latest state. */
  readonly replacedAt: string | null
  readonly properties: Properties
  readonly edges: readonly EdgeSpec[]
}

export type Properties = Readonly<Record<string, Scalar | readonly string[]>>

export interface EdgeSpec {
  readonly type: EdgeType
  readonly label: IdentityLabel
  readonly id: string
  /** Position among its siblings, as a text that sorts; absent where they have no order. */
  readonly place?: string
}
