import { parseArgs } from 'node:util'

export type EngineName = 'embedded' | 'neo4j'
export const SECTIONS = [
  'queries',
  'seeding',
  'start',
  'server',
  'widgets',
  'beside',
  'blocks',
  'mcp',
  'memory',
  'publications',
  'scale',
  'exports',
  'reconciliation',
] as const
/** Sections of a run without `--only`: `scale` and `exports` load every size anew, and `publications` takes four minutes. */
const USUAL_SECTIONS = SECTIONS.filter((name) => name !== 'scale' && name !== 'publications' && name !== 'exports')
export type SectionName = (typeof SECTIONS)[number]

export interface BenchOptions {
  readonly engines: readonly EngineName[]
  /** Numbers of claims, ascending. */
  readonly sizes: readonly number[]
  readonly only: readonly SectionName[]
  readonly quick: boolean
  readonly json: boolean
  readonly write: boolean
  readonly help: boolean
}

export const HELP = `Usage: npm run bench -- [options]

Measures the golden queries, seeding, start, the server and the widgets over the stories of seeds/, multiplied.

  queries   golden queries, and the same statements bare, at every size
  seeding   a load of the largest size, and the same transactions bare; on Neo4j also a natural graph of the same content
  start     starts over the largest size, until ready and until the first query is answered (embedded)
  server    requests per second, and cached responses against a bare server (embedded)
  widgets   bytes, layout, embeds (embedded)
  beside    p99 of a small question, alone and beside two of the heaviest, at the largest size
  blocks    longest block of the thread that serves requests, for each question, at the largest size
  mcp       CPU of each tool for assistants, and of the queries that it makes, at the largest size
  memory    resident memory, idle and warm, with the caches and the ordered index told apart, at the largest size
  publications  p99 of 8 readers while one claim is edited every 100 ms for a minute, against a still record; what is read
            again, and responses that mix revisions, at the largest size; not part of a run without --only
  scale     load, disk, memory, start, and p50 and p99 of all questions, at every size. Sizes up to 1000000 are possible;
            not part of a run without --only
  exports   rate of each export format against reading the same claims bare, memory and longest block of the server that
            sends it, at every size (embedded): one round from 5000 claims on, four of the formats from 50000 on; not part of
            a run without --only
  reconciliation  misspelt names that are found, CPU of a batch against one search, and the index of names (embedded)

  --engine <name>    embedded (default), neo4j or both; neo4j needs NEO4J_URI, and an empty database:
                     npm run neo4j -- npm run bench -- --engine neo4j --sizes 1000,10000
  --sizes <list>     numbers of claims, by comma (default 1000,10000,100000; with --quick 200,1000)
  --only <list>      of ${SECTIONS.join(', ')}
                     (default all but publications, scale and exports)
  --quick            fewer rounds: to see that it runs, not to quote
  --json             figures as JSON instead of tables
  --write            write the measured sections into docs/reference/performance.md
  --help             this text`

/** @throws Error with one sentence on wrong usage */
export function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      engine: { type: 'string', default: 'embedded' },
      sizes: { type: 'string' },
      only: { type: 'string', default: USUAL_SECTIONS.join(',') },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const { quick, json, write, help } = values
  const engines = parseEngines(values.engine)
  if (!help && engines.includes('neo4j') && !environment.NEO4J_URI) {
    throw new Error('--engine neo4j needs NEO4J_URI: npm run neo4j -- npm run bench -- --engine neo4j')
  }
  const sizes = parseSizes(values.sizes ?? (quick ? '200,1000' : '1000,10000,100000'))
  return { engines, sizes, only: parseSections(values.only), quick, json, write, help }
}

function parseEngines(text: string): readonly EngineName[] {
  if (text === 'both') return ['embedded', 'neo4j']
  if (text === 'embedded' || text === 'neo4j') return [text]
  throw new Error(`--engine is embedded, neo4j or both, not ${text}.`)
}

function parseSizes(text: string): readonly number[] {
  const sizes = text.split(',').map(Number)
  if (sizes.every((size) => Number.isSafeInteger(size) && size > 0)) return [...new Set(sizes)].sort((a, b) => a - b)
  throw new Error(`--sizes is a list of whole numbers such as 1000,10000, not ${text}.`)
}

function parseSections(text: string): readonly SectionName[] {
  const asked = text.split(',')
  const wrong = asked.find((name) => !SECTIONS.some((section) => section === name))
  if (wrong !== undefined) throw new Error(`--only is a list of ${SECTIONS.join(', ')}, not ${wrong}.`)
  return SECTIONS.filter((section) => asked.includes(section))
}
