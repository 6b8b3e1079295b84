import { quoting } from '../../text/printable.ts'
import { CONCEPT_KINDS, type ConceptKind } from '../concept.ts'
import type { ModelObjects } from '../model-objects.ts'
import { nodesInCycles } from './nodes-in-cycles.ts'
import { brokenRule, type ObjectPath, type RuleProblem } from './rule-problem.ts'

interface Step {
  readonly id: string
  readonly to: readonly string[]
  readonly path: ObjectPath
}

/** No concept is broader than itself, no source is derived from itself, no claim is its own object, directly or indirectly. */
export const checkCycles = (objects: Pick<ModelObjects, 'concepts' | 'sources' | 'claims'>): readonly RuleProblem[] => [
  ...CONCEPT_KINDS.flatMap((kind) => inCycles(broader(kind, objects), 'is broader than itself')),
  ...inCycles(
    objects.sources.map(({ item }, i) => ({
      id: item.id,
      to: item.derivedFrom.map(({ sourceId }) => sourceId),
      path: ['sources', i, 'derivedFrom'],
    })),
    'is derived from itself',
  ),
  ...inCycles(
    objects.claims.map(({ item: { id, object } }, i) => ({
      id,
      to: object?.kind === 'Claim' ? [object.id] : [],
      path: ['claims', i, 'object', 'id'],
    })),
    'is a claim about itself',
  ),
]

function inCycles(steps: readonly Step[], isItself: string): readonly RuleProblem[] {
  const inCycle = nodesInCycles(new Map(steps.map(({ id, to }) => [id, to])))
  return steps.flatMap(({ id, path }) =>
    inCycle.has(id) ? [brokenRule(path, quoting`${id} ${isItself}: break the cycle`)] : [],
  )
}

const broader = (kind: ConceptKind, { concepts }: Pick<ModelObjects, 'concepts'>): readonly Step[] =>
  concepts.flatMap(({ item }, i): readonly Step[] =>
    item.kind === kind ? [{ id: item.id, to: item.broader, path: ['concepts', i, 'broader'] }] : [],
  )
