import { median, type Spread } from '../statistics.ts'
import type { PeerFigures, PeerReport } from './measure-peers.ts'
import type { ContenderName } from './peer-options.ts'
import { QUESTION } from './questions.ts'

/** One comparison of the goals. */
interface Ratio {
  readonly title: string
  readonly ours: ContenderName
  readonly theirs: ContenderName
  readonly key: 'perSecond' | 'p50Ms'
}

const RATIOS: readonly Ratio[] = [
  { title: 'Sanad on Neo4j ÷ @neo4j/graphql, req/s', ours: 'sanad-neo4j', theirs: 'neo4j-graphql', key: 'perSecond' },
  {
    title: 'Sanad on Neo4j ÷ its `@cypher`, req/s',
    ours: 'sanad-neo4j',
    theirs: 'neo4j-graphql-cypher',
    key: 'perSecond',
  },
  { title: 'Sanad on Neo4j ÷ hand-written Cypher, p50', ours: 'sanad-neo4j', theirs: 'cypher', key: 'p50Ms' },
  { title: 'embedded ÷ Yoga over Maps, req/s', ours: 'sanad-embedded', theirs: 'maps', key: 'perSecond' },
  { title: 'embedded ÷ SQLite, req/s', ours: 'sanad-embedded', theirs: 'sqlite', key: 'perSecond' },
]

/** All figures as Markdown: for each size, phase and number in flight the ratios of the goals, then every contender. */
export function renderPeers({ figures, counts }: PeerReport): string {
  const groups = groupFigures(figures)
  return [...groups]
    .flatMap(([title, group]) => [`### ${title}`, ratioTable(group), figureTable(group, counts)])
    .join('\n\n')
}

function groupFigures(figures: readonly PeerFigures[]): ReadonlyMap<string, readonly PeerFigures[]> {
  const groups = new Map<string, PeerFigures[]>()
  for (const one of figures) {
    const title = `${whole(one.claims)} claims, ${one.phase}, ${one.inFlight} in flight`
    groups.set(title, [...(groups.get(title) ?? []), one])
  }
  return groups
}

function ratioTable(group: readonly PeerFigures[]): string {
  const questions = [...new Set(group.map(({ question }) => question))]
  const lines = RATIOS.flatMap(({ title, ours, theirs, key }) => {
    const ratios = questions.map((question) => ratioOf(group, question, ours, theirs, key))
    const known = ratios.flatMap((one) => one ?? [])
    return known.length === 0
      ? []
      : [[title, ...ratios.map((one) => (one === null ? '–' : short(one))), short(median(known))]]
  })
  return table(['ratio, median of the rounds', ...questions, 'median'], lines)
}

/** Median of the ratios of each round, which share the noise of the machine. */
function ratioOf(
  group: readonly PeerFigures[],
  question: string,
  ours: ContenderName,
  theirs: ContenderName,
  key: Ratio['key'],
): number | null {
  const roundsOf = (name: ContenderName) =>
    group.find((one) => one.question === question && one.contender === name)?.rounds
  const [mine, peers] = [roundsOf(ours), roundsOf(theirs)]
  if (!mine || !peers) return null
  return median(mine.map((round, index) => round[key] / (peers[index]?.[key] ?? Number.NaN)))
}

function figureTable(group: readonly PeerFigures[], counts: PeerReport['counts']): string {
  const head = [
    'question',
    'contender',
    'req/s (min–max)',
    'p50 ms (min–max)',
    'p99 ms (min–max)',
    'CPU ms server',
    'CPU ms database',
    'db hits',
    'bytes from the database',
    'bytes of a response',
    'refused, failed',
  ]
  const lines = group.map((one) => {
    const counted = counts.find(
      ({ claims, question, contender }) =>
        claims === one.claims && question === one.question && contender === one.contender,
    )
    return [
      QUESTION[one.question].about,
      one.contender,
      spread(one.perSecond),
      spread(one.p50Ms),
      spread(one.p99Ms),
      short(one.serverCpuMs),
      one.databaseCpuMs === null ? '–' : short(one.databaseCpuMs),
      counted ? whole(counted.hits) : '–',
      counted ? whole(counted.bytes) : '–',
      whole(one.bytes),
      one.refused + one.failed === 0 ? '0' : `${one.refused}, ${one.failed}`,
    ]
  })
  return table(head, lines)
}

const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const spread = ({ median: middle, min, max }: Spread): string => `${short(middle)} (${short(min)}–${short(max)})`
const whole = (value: number): string => Math.round(value).toLocaleString('en-US')
const short = (value: number): string => (value >= 100 ? whole(value) : value.toPrecision(3))
