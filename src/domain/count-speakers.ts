import type { Assertion } from './assertion.ts'
import { keyOf, speakerNode } from './claim-graph.ts'

/** Number of different speakers: claimants, and documents that speak for themselves. Unnamed speakers are not counted. */
export const countSpeakers = (assertions: readonly Assertion[]): number =>
  new Set(assertions.flatMap((one) => speakerNode(one) ?? []).map(keyOf)).size
