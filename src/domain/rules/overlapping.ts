/** Periods of items. */
export interface Overlap<T> {
  /** Group of an item; only items of one group are compared; null for none. */
  readonly groupOf: (item: T) => string | null
  /** Days whose string order is their order in time. */
  readonly beginOf: (item: T) => string
  readonly endOf: (item: T) => string
  /** Whether a period that begins at one day contains another day. */
  readonly isWithin: (begin: string, end: string) => boolean
}

interface Overlapping<T> {
  /** The later of the two items in the list. */
  readonly item: T
  readonly index: number
  readonly other: T
}

interface Period<T> {
  readonly item: T
  readonly index: number
  readonly begin: string
  readonly end: string
}

/** Items that overlap an earlier item of their group, in the order of the list. Takes the time of a sort. */
export function overlapping<T>(items: readonly T[], overlap: Overlap<T>): readonly Overlapping<T>[] {
  const groups = new Map<string, Period<T>[]>()
  for (const [index, item] of items.entries()) {
    const group = overlap.groupOf(item)
    if (group === null) continue
    const period = { item, index, begin: overlap.beginOf(item), end: overlap.endOf(item) }
    const periods = groups.get(group)
    if (periods) periods.push(period)
    else groups.set(group, [period])
  }
  const found = new Map<number, Overlapping<T>>()
  for (const periods of groups.values()) {
    let last: Period<T> | null = null
    for (const period of periods.sort((a, b) => (a.begin < b.begin ? -1 : a.begin > b.begin ? 1 : a.index - b.index))) {
      if (last && overlap.isWithin(period.begin, last.end) && overlap.isWithin(period.begin, period.end)) {
        const [first, second] = last.index < period.index ? [last, period] : [period, last]
        if (!found.has(second.index))
          found.set(second.index, { item: second.item, index: second.index, other: first.item })
      }
      if (!last || period.end > last.end) last = period
    }
  }
  return [...found.values()].sort((a, b) => a.index - b.index)
}
