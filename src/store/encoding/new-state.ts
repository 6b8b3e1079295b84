import type { Scalar } from '../engines/engine.ts'
import type { EdgeType, IdentityLabel, StateLabel, ThingLabel } from './node-labels.ts'

/** A row to be: one state of one thing, and the edges that start at it. */
export interface NewState {
  readonly label: StateLabel
  /** The thing whose state it is: 'Entity:x'. */
  readonly thing: string
  /** The node it hangs off; assertions and relations stand for themselves. */
  readonly identity: { readonly label: ThingLabel; readonly id: string } | null
  readonly recordedAt: string
  /** When its next state was recorded; null while it is the latest. */
  readonly replacedAt: string | null
  readonly properties: Properties
  readonly edges: readonly EdgeSpec[]
}

export type Properties = Readonly<Record<string, Scalar | readonly string[]>>

export interface EdgeSpec {
  readonly type: EdgeType
  readonly label: IdentityLabel
  readonly id: string
  /** Where it stands among its siblings, as text that sorts; absent where they have no order. */
  readonly place?: string
}
