/** A visited node of Tarjan's algorithm: its number, and the lowest number that it leads back to. */
interface Visit {
  readonly node: string
  readonly number: number
  lowest: number
  /** Number of successors that were visited. */
  followed: number
}

/**
 * Nodes on a cycle: Tarjan's strongly connected components, without recursion, since a chain may have as many nodes as a data
 * set has objects.
 * @param next node → successors
 */
export function nodesInCycles(next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const inCycle = new Set<string>()
  const visits = new Map<string, Visit>()
  const open: Visit[] = []
  const isOpen = new Set<Visit>()

  const enter = (node: string, path: Visit[]): void => {
    const visit = { node, number: visits.size, lowest: visits.size, followed: 0 }
    visits.set(node, visit)
    path.push(visit)
    open.push(visit)
    isOpen.add(visit)
  }
  /** Pops a component: all open nodes that were entered after its first node belong to it. */
  const closeComponent = (first: Visit): void => {
    const component = open.splice(open.lastIndexOf(first))
    for (const visit of component) {
      isOpen.delete(visit)
      if (component.length > 1 || next.get(visit.node)?.includes(visit.node)) inCycle.add(visit.node)
    }
  }

  for (const start of next.keys()) {
    const path: Visit[] = []
    if (!visits.has(start)) enter(start, path)
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const to = next.get(visit.node)?.[visit.followed]
      visit.followed += 1
      if (to === undefined) {
        path.pop()
        const before = path.at(-1)
        if (before) before.lowest = Math.min(before.lowest, visit.lowest)
        if (visit.lowest === visit.number) closeComponent(visit)
        continue
      }
      const reached = visits.get(to)
      if (!reached) enter(to, path)
      else if (isOpen.has(reached)) visit.lowest = Math.min(visit.lowest, reached.number)
    }
  }
  return inCycle
}
