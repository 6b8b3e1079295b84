import { quoting } from '../text/printable.ts'
import { nodesInCycles } from './nodes-in-cycles.ts'
import { type FoundProblem, type ParsedFile, type Path, problemAt } from './seed-problem.ts'
import type { SeedFile } from './seed-schema.ts'

interface Step {
  readonly id: string
  readonly to: readonly string[]
  readonly path: Path
}
interface Ladder {
  readonly steps: (content: SeedFile) => readonly Step[]
  readonly isItself: string
}

const LADDERS: readonly Ladder[] = [
  { steps: ({ dataCategories }) => broader('dataCategories', dataCategories), isItself: 'is broader than itself' },
  { steps: ({ uses }) => broader('uses', uses), isItself: 'is broader than itself' },
  {
    steps: ({ sources = [] }) =>
      sources.map(({ id, derivedFrom = [] }, i) => ({ id, to: derivedFrom, path: ['sources', i, 'derivedFrom'] })),
    isItself: 'is derived from itself',
  },
  {
    steps: ({ claims = [] }) =>
      claims.map(({ id, object }, i) => ({ id, to: claimsIn(object), path: ['claims', i, 'object', 'claim'] })),
    isItself: 'is a claim about itself',
  },
]

/** No concept is broader than itself, no document comes from itself, no claim is its own object, at any remove. */
export function checkCycles(files: readonly ParsedFile[]): readonly FoundProblem[] {
  return LADDERS.flatMap(({ steps, isItself }) => {
    const all = files.flatMap((file) => steps(file.content).map((step) => ({ file, ...step })))
    const inCycle = nodesInCycles(new Map(all.map(({ id, to }) => [id, to])))
    return all.flatMap(({ file, id, path }) =>
      inCycle.has(id) ? [problemAt(file, 'RULE_BROKEN', path, quoting`${id} ${isItself}: break the cycle`)] : [],
    )
  })
}

function broader(key: 'dataCategories' | 'uses', concepts: SeedFile['uses'] = []): readonly Step[] {
  return concepts.map(({ id, broader: to = [] }, i) => ({ id, to, path: [key, i, 'broader'] }))
}

function claimsIn(object: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const { claim } = object
  return typeof claim === 'string' ? [claim] : []
}
