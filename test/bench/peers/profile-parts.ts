/** A CPU profile of V8, as far as it is read here. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[]
  /** Id of a node for each sample, and the microseconds between it and the sample before. */
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

/** Parts of the work of a request. */
export const PARTS = [
  'driver',
  'sockets',
  'HTTP',
  'GraphQL',
  'store',
  'Sanad’s other code',
  'garbage',
  'native',
] as const
export type Part = (typeof PARTS)[number]

/** The first pattern that the URL of a script has decides its part. Code that graphql-jit generates has no URL. */
const SCRIPTS: readonly (readonly [RegExp, Part])[] = [
  [/node_modules\/neo4j-driver/, 'driver'],
  [/node_modules\/@grafeo-db|\/store\/engines\//, 'driver'],
  [/node_modules\/(graphql|@graphql|@pothos|dataloader)|\/dist\/graphql\/|\/dist\/server\/graphql\//, 'GraphQL'],
  [/\/dist\/(store|cache)\//, 'store'],
  [/^node:(internal\/)?_?http|\/dist\/server\//, 'HTTP'],
  [/^node:(internal\/)?(net|stream|streams|child_process|buffer|timers|process)/, 'sockets'],
  [/\/dist\//, 'Sanad’s other code'],
]

/**
 * Returns the share of each part in the samples of a profile that are not idle, from 0 to 1. A function of V8 counts for the
 * function that called it, and a function without a script for its caller.
 */
export function partsOf({ nodes, samples, timeDeltas }: CpuProfile): Readonly<Record<Part, number>> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const known = new Map<number, Part | null>()
  const partOf = (id: number): Part | null => {
    const found = known.get(id)
    if (found !== undefined) return found
    const parent = parents.get(id)
    const part = ownPart(byId.get(id)) ?? (parent === undefined ? 'native' : partOf(parent))
    known.set(id, part)
    return part
  }
  const times = new Map<Part, number>(PARTS.map((part) => [part, 0]))
  for (const [i, id] of samples.entries()) {
    if (byId.get(id)?.callFrame.functionName === '(idle)') continue
    const part = partOf(id) ?? 'native'
    times.set(part, (times.get(part) ?? 0) + Math.max(0, timeDeltas[i] ?? 0))
  }
  const total = [...times.values()].reduce((sum, time) => sum + time, 0)
  const shareOf = (part: Part): number => (total === 0 ? 0 : (times.get(part) ?? 0) / total)
  return Object.fromEntries(PARTS.map((part) => [part, shareOf(part)])) as Record<Part, number>
}

/** The part that a node decides itself; null where its caller does. */
function ownPart(node: ProfileNode | undefined): Part | null {
  if (!node) return 'native'
  const { functionName, url } = node.callFrame
  if (functionName === '(garbage collector)') return 'garbage'
  if (functionName === '(program)' || functionName === '(root)') return 'native'
  return SCRIPTS.find(([pattern]) => pattern.test(url))?.[1] ?? null
}
