import type { QueryFigures } from './measure-queries.ts'
import type { SeedingFigures } from './measure-seeding.ts'
import type { ServerFigures } from './measure-server.ts'
import type { StartFigures } from './measure-start.ts'
import type { WidgetFigures } from './measure-widgets.ts'
import {
  renderBeside,
  renderBlocks,
  renderExports,
  renderMcp,
  renderMemory,
  renderPublications,
  renderScale,
} from './render-measured.ts'
import { renderReconciliation } from './render-reconciliation.ts'
import { renderKept } from './render-table.ts'
import type { EngineFigures } from './run-sections.ts'
import type { Spread } from './statistics.ts'

const GOALS = { embedded: 1.5, neo4j: 1.3 } as const
const GROWTH_GOAL = 1.5

/** Measurements of one engine, as Markdown. Each part has the command and machine of its run below its heading. */
export function renderEngine(figures: EngineFigures, run: string): string {
  const {
    engine,
    version,
    queries,
    seeding,
    start,
    server,
    widgets,
    mcp,
    memory,
    beside,
    blocks,
    publications,
    scale,
    exports,
    reconciliation,
  } = figures
  const parts = [
    ...(queries ? renderQueries(queries, GOALS[engine]) : []),
    ...(seeding ? renderSeeding(seeding) : []),
    ...(start ? renderStart(start) : []),
    ...(server ? renderServer(server) : []),
    ...(widgets ? renderWidgets(widgets) : []),
    ...(mcp ? renderMcp(mcp) : []),
    ...(memory ? renderMemory(memory) : []),
    ...(beside ? renderBeside(beside) : []),
    ...(blocks ? renderBlocks(blocks) : []),
    ...(publications ? renderPublications(publications) : []),
    ...(scale ? renderScale(scale) : []),
    ...(exports ? renderExports(exports) : []),
    ...(reconciliation ? renderReconciliation(reconciliation) : []),
  ]
  const withRun = parts.flatMap((part) => (part.startsWith('### ') ? [part, run] : [part]))
  return [`## ${engine === 'embedded' ? 'Embedded' : 'Neo4j'}: ${version}`, ...withRun].join('\n\n')
}

function renderQueries(figures: readonly QueryFigures[], goal: number): readonly string[] {
  const sizes = [...new Set(figures.map((f) => f.claims))]
  const names = [...new Set(figures.map((f) => f.query))]
  const statesOf = (size: number): readonly QueryFigures[] => figures.filter((f) => f.claims === size)
  const smallest = (query: string): number =>
    statesOf(sizes[0] ?? 0).find((f) => f.query === query)?.p50Ms ?? Number.NaN
  const overheads = sizes.map((size) =>
    [
      `**${thousands(size)} claims**: each golden query, and the same statements bare (goal of the ratio ≤ ${goal})`,
      table(
        ['query', 'statements', 'p50 ms', 'p99 ms', 'bare p50 ms', 'to bare (min–max)', 'in words', 'runs'],
        statesOf(size).map((f) => [
          f.query,
          f.statements,
          ms(f.p50Ms),
          ms(f.p99Ms),
          ms(f.bareP50Ms),
          ratio(f.toBare),
          f.wordedToBare.median.toFixed(2),
          f.runs,
        ]),
      ),
    ].join('\n\n'),
  )
  const growth = table(
    ['query', 'names its object', ...sizes.slice(1).map((s) => `p50 at ${thousands(s)}`), 'result rows read'],
    names.map((query) => {
      const all = figures.filter((f) => f.query === query)
      const read = all.map((f) => (f.rowsRead === null ? '–' : thousands(f.rowsRead))).join(' → ')
      const times = all.slice(1).map((f) => `× ${(f.p50Ms / smallest(query)).toFixed(2)}`)
      return [query, all.every((f) => f.isSelective) ? 'yes' : 'no: lists the database', ...times, read]
    }),
  )
  const about = `**Cost by size**, against ${thousands(sizes[0] ?? 0)} claims (goal ≤ ${GROWTH_GOAL} for a query that names its object)`
  return ['### Golden queries', ...overheads, ...(sizes.length > 1 ? [about, growth] : [])]
}

const renderSeeding = (s: SeedingFigures): readonly string[] => [
  '### Seeding',
  `${thousands(s.claims)} claims, ${thousands(s.rows)} states, into an empty store; goal of the ratio ≥ 0.7.`,
  table(
    ['', 'states/s (min–max)', 'resident before', 'peak', 'after'],
    [
      ['load', range(s.rowsPerSecond), mb(s.memory.beforeBytes), mb(s.memory.peakBytes), mb(s.memory.afterBytes)],
      [
        'the same transactions bare, read line by line',
        range(s.bareRowsPerSecond),
        mb(s.bareMemory.beforeBytes),
        mb(s.bareMemory.peakBytes),
        mb(s.bareMemory.afterBytes),
      ],
      ['ratio', ratio(s.toBare), '', '', ''],
    ],
  ),
  ...(s.naturalMs === null
    ? []
    : [
        `The same content as a natural graph, by plain \`UNWIND\` batches: ${seconds(s.naturalMs)} s, and Sanad's load ${seconds(s.loadMs)} s; ratio ${(s.loadMs.median / s.naturalMs.median).toFixed(2)}, goal ≤ 2.`,
      ]),
]

const renderStart = (s: StartFigures): readonly string[] => [
  '### Start',
  `\`sanad serve\` over ${thousands(s.claims)} claims on disk, from the start of the process to the first 200 of \`/readyz\` (goal ≤ 1 s after the first start); ${mb(s.residentBytes)} resident then.`,
  table(
    ['', 'ms (min–max)'],
    [
      ['first start after the load', s.firstMs.toFixed(0)],
      ['later starts', range(s.laterMs)],
      ['later starts, `--no-seeds`', range(s.noSeedsMs)],
      ['`--in-memory --no-seeds`: Node and the modules', range(s.emptyMs)],
      ['later starts, until a first query sent at readiness gets its response', range(s.answeredMs)],
      ['part: the engine opens its file', s.parts.open.toFixed(0)],
      ['part: constraints', s.parts.schema.toFixed(0)],
      ['part: recovery', s.parts.recover.toFixed(0)],
      ['after readiness, beside the responses: all indexes', s.parts.prepared.toFixed(0)],
    ],
  ),
]

const renderServer = ({ queries, kept }: ServerFigures): readonly string[] => [
  '### Server',
  'The same query repeated over the stories of `seeds/`, 8 in flight; client and server share the machine.',
  table(
    ['query', 'POST, computed: requests/s (min–max)', 'GET, cached: requests/s (min–max)'],
    queries.map((f) => [f.query, range(f.made), range(f.kept)]),
  ),
  'Cached responses to GET by size, and a bare server of `node:http` that sends the same bytes, 8 in flight, in turns.',
  renderKept(kept),
]

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
const ratio = (s: Spread): string => `${s.median.toFixed(2)} (${s.min.toFixed(2)}–${s.max.toFixed(2)})`
const range = (s: Spread): string =>
  `${thousands(Math.round(s.median))} (${thousands(Math.round(s.min))}–${thousands(Math.round(s.max))})`
const seconds = ({ median, min, max }: Spread): string =>
  `${(median / 1000).toFixed(1)} (${(min / 1000).toFixed(1)}–${(max / 1000).toFixed(1)})`
const mb = (bytes: number): string => `${thousands(Math.round(bytes / 1e6))} MB`
const thousands = (value: number): string => value.toLocaleString('en')

const renderWidgets = ({ bytes, layout, frame, hot }: WidgetFigures): readonly string[] => [
  '### Widgets',
  table(
    ['part', 'bytes with gzip', 'budget'],
    bytes.map((one) => [one.what, thousands(one.bytes), thousands(one.budget)]),
  ),
  table(
    ['layout of', 'ms (min–max)', 'budget ms'],
    layout.map((one) => [
      `${one.nodes} nodes`,
      `${ms(one.ms.median)} (${ms(one.ms.min)}–${ms(one.ms.max)})`,
      one.budgetMs,
    ]),
  ),
  `An embed of 12 claims from a warm store: ${ms(frame.p50Ms)} ms, the store's own part ${ms(frame.bareP50Ms)} ms; ratio ${ratio(frame.toBare)}, goal ≤ 2.`,
  `The same embed cached: ${thousands(Math.round(hot.ours.median))} requests/s, a bare server of the same bytes ${thousands(Math.round(hot.bare.median))}; ratio ${ratio(hot.ratio)}, goal ≥ 0.9. Client and servers share the machine.`,
]
