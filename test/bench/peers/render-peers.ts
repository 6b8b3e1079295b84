import { renderKept, short, spread, table, whole } from '../render-table.ts'
import { median } from '../statistics.ts'
import type { PeerFigures, PeerReport, RoundFigures } from './measure-peers.ts'
import type { ContenderName } from './peer-options.ts'
import type { LoadFigures } from './prepare-places.ts'
import { QUESTION, QUESTIONS, type QuestionName } from './questions.ts'
import { renderProfiles } from './render-profiles.ts'

/** One comparison of the goals. */
interface Ratio {
  readonly title: string
  readonly ours: ContenderName
  /** The peer of a question; null where the comparison leaves the question out. */
  readonly theirs: (question: QuestionName) => ContenderName | null
  readonly key: keyof RoundFigures
}

/** The category by its field with `@cypher`, as its manual advises; by its filters in a line of its own. */
const generated = (question: QuestionName): ContenderName =>
  question === 'category' ? 'neo4j-graphql-cypher' : 'neo4j-graphql'
const always = (name: ContenderName) => () => name
const perSecond = (title: string, ours: ContenderName, theirs: Ratio['theirs']): Ratio => ({
  title: `${title}, req/s`,
  ours,
  theirs,
  key: 'perSecond',
})

const cpu = (title: string, ours: ContenderName, theirs: Ratio['theirs']): Ratio => ({
  title: `${title}, CPU of server and database`,
  ours,
  theirs,
  key: 'cpuMs',
})

const RATIOS: readonly Ratio[] = [
  perSecond('Sanad on Neo4j ÷ @neo4j/graphql', 'sanad-neo4j', generated),
  perSecond('the same, category by its filters', 'sanad-neo4j', (question) =>
    question === 'category' ? 'neo4j-graphql' : null,
  ),
  { title: 'Sanad on Neo4j ÷ hand-written Cypher, p50', ours: 'sanad-neo4j', theirs: always('cypher'), key: 'p50Ms' },
  cpu('Sanad on Neo4j ÷ @neo4j/graphql', 'sanad-neo4j', generated),
  cpu('Sanad on Neo4j ÷ hand-written Cypher', 'sanad-neo4j', always('cypher')),
  perSecond('embedded ÷ Yoga over Maps', 'sanad-embedded', always('maps')),
  cpu('embedded ÷ Yoga over Maps', 'sanad-embedded', always('maps')),
  perSecond('embedded ÷ SQLite', 'sanad-embedded', always('sqlite')),
  perSecond('Sanad on Neo4j ÷ the other checkout', 'sanad-neo4j', always('sanad-neo4j-before')),
  perSecond('embedded ÷ the other checkout', 'sanad-embedded', always('sanad-embedded-before')),
  cpu('Sanad on Neo4j ÷ the other checkout', 'sanad-neo4j', always('sanad-neo4j-before')),
  cpu('embedded ÷ the other checkout', 'sanad-embedded', always('sanad-embedded-before')),
  perSecond('the other checkout on Neo4j ÷ @neo4j/graphql', 'sanad-neo4j-before', generated),
  perSecond('the other checkout, embedded ÷ Yoga over Maps', 'sanad-embedded-before', always('maps')),
]

/** All figures as Markdown: ratios, loads, cached responses, profiles, then contenders by size, phase and number in flight. */
export function renderPeers({ figures, counts, loads, kept, profiles }: PeerReport): string {
  const groups = [...groupFigures(figures)]
  const ratios = groups.flatMap(([title, group]) => [`#### ${title}`, ratioTable(group)])
  return [
    '### Ratios',
    ...ratios,
    ...(loads.length > 0 ? ['### Loads', loadTable(loads)] : []),
    ...(kept.length > 0 ? ['### Cached responses to GET', renderKept(kept)] : []),
    ...(profiles.length > 0 ? ['### Profiles', renderProfiles(profiles)] : []),
    ...groups.flatMap(([title, group]) => [`### ${title}`, figureTable(group, counts)]),
  ].join('\n\n')
}

const LOADED = { embedded: 'embedded engine', neo4j: 'Neo4j', 'natural graph': 'Neo4j, as a natural graph' } as const

function loadTable(loads: readonly LoadFigures[]): string {
  const lines = loads.map(({ claims, database, isBefore, ms }) => {
    const natural = loads.find((one) => one.claims === claims && one.database === 'natural graph')
    const ratio = database === 'neo4j' && natural ? short(ms / natural.ms) : '–'
    return [LOADED[database] + (isBefore ? ', the other checkout' : ''), whole(claims), short(ms / 1000), ratio]
  })
  return table(['load into', 'claims', 's', '÷ natural graph'], lines)
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
  const questions = QUESTIONS.filter((question) => group.some((one) => one.question === question))
  const lines = RATIOS.flatMap(({ title, ours, theirs, key }) => {
    const ratios = questions.map((question) => {
      const peer = theirs(question)
      return peer === null ? null : ratioOf(group, question, ours, peer, key)
    })
    const known = ratios.flatMap((one) => one ?? [])
    if (known.length === 0) return []
    const worst = key === 'perSecond' ? Math.min(...known) : Math.max(...known)
    return [[title, ...ratios.map((one) => (one === null ? '–' : short(one))), short(median(known)), short(worst)]]
  })
  return table(['ratio, median of the rounds', ...questions, 'median', 'worst'], lines)
}

/** Median of the ratios of each round, which share the noise of the machine; null where a side has no responses. */
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
  const ratios = mine.map((round, index) => round[key] / (peers[index]?.[key] ?? Number.NaN)).filter(Number.isFinite)
  return ratios.length === 0 ? null : median(ratios)
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
    'accepted, refused, failed',
    'sets (things)',
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
      typeof counted?.hits === 'number' ? whole(counted.hits) : '–',
      typeof counted?.bytes === 'number' ? whole(counted.bytes) : '–',
      whole(one.bytes),
      [one.accepted, one.refused, one.failed].map(whole).join(', '),
      `${one.sets} (${one.things})`,
    ]
  })
  return table(head, lines)
}
