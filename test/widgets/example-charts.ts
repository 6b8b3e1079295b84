import { STANDING_NAMES } from '../../src/domain/standing.ts'
import type { NetworkView, TimelineMark, TimelineView } from '../../src/widgets/view/view.ts'
import { EXAMPLE_FRAME } from './example-graph.ts'

const plain = (i: number): string => `somebody with number ${i}`

/** Returns a generator of whole numbers below a bound. The same seed gives the same numbers. */
export function pickFrom(seed: number): (bound: number) => number {
  let index = seed
  return (bound) => {
    index = (index * 1103515245 + 12345) % 2147483648
    return Math.floor((index / 2147483648) * bound)
  }
}

/** A timeline with some marks on random days of a random stretch: of weeks, years or centuries. */
export function exampleTimeline(count: number, seed: number, words = plain): TimelineView {
  const pick = pickFrom(seed)
  const years = [1, 3, 12, 900][seed % 4] ?? 1
  const two = (value: number): string => String(value).padStart(2, '0')
  const dates = Array.from({ length: count }, () => {
    const year = String(1950 + pick(years)).padStart(4, '0')
    const day = `${year}-${two(1 + pick(12))}-${two(1 + pick(28))}`
    return day.slice(0, [10, 10, 10, 7, 4][pick(5)])
  }).sort()
  const numbers = new Map([...new Set(dates)].map((date, i) => [date, i + 1]))
  const marks = dates.map((from, i): TimelineMark => {
    const kind = (['SAID', 'HOLDS', 'CAPTURED', 'SAID', 'RECORDED'] as const)[pick(5)] ?? 'SAID'
    const until = kind === 'HOLDS' && pick(2) === 0 ? (dates[Math.min(count - 1, i + pick(4))] ?? null) : null
    return { kind, number: numbers.get(from) ?? 0, from, until, label: pick(4) === 0 ? '' : words(i) }
  })
  return { kind: 'timeline', header: EXAMPLE_FRAME, days: [], undated: [], marks }
}

/** A network with random edges between some parties. */
export function exampleNetwork(count: number, seed: number, words = plain): NetworkView {
  const pick = pickFrom(seed)
  const parties = 2 + (seed % 9)
  const nodes = Array.from({ length: parties }, (_, i) => ({
    id: `Entity:${i}`,
    label: words(i),
    href: `/entity/${i}`,
    note: pick(2) === 0 ? '' : words(i + 1),
  }))
  const edges = Array.from({ length: count }, (_, i) => ({
    id: `edge-${i + 1}`,
    from: `Entity:${pick(parties)}`,
    to: `Entity:${pick(parties)}`,
    act: STANDING_NAMES[pick(STANDING_NAMES.length)] ?? 'STATED',
    verb: words(i + 2),
    words: words(i + 3),
    isOfOne: pick(2) === 0,
    statements: [],
  }))
  return { kind: 'network', header: EXAMPLE_FRAME, nodes, edges }
}
