/** How items lie in time. */
export interface Overlap<T> {
  /** Only items of one group are compared; null for none. */
  readonly groupOf: (item: T) => string | null
  /** Days, of which plain string order is the order of time. */
  readonly beginOf: (item: T) => string
  readonly endOf: (item: T) => string
  /** Whether what begins then is not over yet. */
  readonly isWithin: (begin: string, end: string) => boolean
}

interface Overlapping<T> {
  /** The later one of the two in the list. */
  readonly item: T
  readonly index: number
  readonly other: T
}

interface Span<T> {
  readonly item: T
  readonly index: number
  readonly begin: string
  readonly end: string
}

/** Items that overlap another one of their group, in order of the list; sorted by time, each is compared with one only. */
export function overlapping<T>(items: readonly T[], overlap: Overlap<T>): readonly Overlapping<T>[] {
  const groups = new Map<string, Span<T>[]>()
  for (const [index, item] of items.entries()) {
    const group = overlap.groupOf(item)
    if (group === null) continue
    const span = { item, index, begin: overlap.beginOf(item), end: overlap.endOf(item) }
    const spans = groups.get(group)
    if (spans) spans.push(span)
    else groups.set(group, [span])
  }
  const found = new Map<number, Overlapping<T>>()
  for (const spans of groups.values()) {
    let last: Span<T> | null = null
    for (const span of spans.sort((a, b) => (a.begin < b.begin ? -1 : a.begin > b.begin ? 1 : a.index - b.index))) {
      if (last && overlap.isWithin(span.begin, last.end) && overlap.isWithin(span.begin, span.end)) {
        const [first, second] = last.index < span.index ? [last, span] : [span, last]
        if (!found.has(second.index))
          found.set(second.index, { item: second.item, index: second.index, other: first.item })
      }
      if (!last || span.end > last.end) last = span
    }
  }
  return [...found.values()].sort((a, b) => a.index - b.index)
}
