import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { QUESTIONS, type QuestionName } from './questions.ts'

export const CONTENDERS = [
  'sanad-neo4j',
  'neo4j-graphql',
  'neo4j-graphql-cypher',
  'cypher',
  'sanad-embedded',
  'maps',
  'sqlite',
] as const
/** Sanad of another checkout, there only with `--before`. */
export const BEFORE = ['sanad-neo4j-before', 'sanad-embedded-before'] as const
export type ContenderName = (typeof CONTENDERS)[number] | (typeof BEFORE)[number]

export const usesNeo4j = (name: ContenderName): boolean => name.includes('neo4j') || name === 'cypher'
export const isSanad = (name: ContenderName): boolean => name.startsWith('sanad')
export const isEmbedded = (name: ContenderName): boolean => name.startsWith('sanad-embedded')
export const isBefore = (name: ContenderName): boolean => name.endsWith('-before')

export const PHASES = ['warm', 'cold'] as const
export type Phase = (typeof PHASES)[number]

export interface PeerOptions {
  readonly only: readonly QuestionName[]
  readonly contenders: readonly ContenderName[]
  /** Numbers of claims, ascending. */
  readonly sizes: readonly number[]
  readonly phases: readonly Phase[]
  /** Numbers of requests at a time, ascending. */
  readonly inFlight: readonly number[]
  /** Seconds of one contender in one round of a warm measurement. */
  readonly seconds: number
  readonly rounds: number
  /** Folder of another built checkout; null without one. */
  readonly before: string | null
  readonly json: boolean
  readonly write: boolean
  readonly help: boolean
}

export const PEER_HELP = `Usage: npm run bench:peers -- [options]

All of it takes 32 minutes on two idle cores. A short run of less than 3 minutes, to see that it runs:
npm run neo4j -- npm run bench:peers -- --sizes 1000 --seconds 0.5 --rounds 1 --in-flight 8

Sends seven questions to Sanad and to its peers over the same data, compares the content of the responses, and then
measures them in turns. Takes a CPU profile of Sanad for each question. Progress goes to standard error, figures to standard output. The contenders on Neo4j need an
empty database: npm run neo4j -- npm run bench:peers. Packages of the peers are installed on first use into
$SANAD_PEERS_CACHE (a folder of ~/.cache/sanad unless set).

  --only <list>        of ${QUESTIONS.join(', ')} (default all)
  --contenders <list>  of ${CONTENDERS.join(', ')}
                       (default all, without NEO4J_URI those that need none)
  --sizes <list>       numbers of claims, by comma (default 10000)
  --phases <list>      of ${PHASES.join(', ')} (default both). warm: 200 sets of variables repeat. cold: a new process of
                       Sanad with a cache of 8 MB gets each set once
  --in-flight <list>   requests at a time, 1 to 1000, by comma (default 1,8,64,256); cold takes those up to 8
  --seconds <number>   of one contender in one round, 0.1 to 600 (default 0.8)
  --rounds <number>    1 to 100, with 8 in flight, warm (default 5); half as many otherwise
  --before <folder>    another checkout of Sanad, built: also measured, over its own databases; a third more time
  --json               figures as JSON instead of Markdown
  --write              write the figures into docs/reference/performance.md
  --help               this text`

const MAX_CLAIMS = 10_000_000

/** @throws Error with one sentence on wrong usage */
export function parsePeerOptions(args: readonly string[], environment: NodeJS.ProcessEnv): PeerOptions {
  const hasNeo4j = Boolean(environment['NEO4J_URI'])
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      contenders: { type: 'string' },
      sizes: { type: 'string', default: '10000' },
      phases: { type: 'string' },
      'in-flight': { type: 'string', default: '1,8,64,256' },
      seconds: { type: 'string', default: '0.8' },
      rounds: { type: 'string', default: '5' },
      before: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const named = values.contenders
    ? parseNames('--contenders', values.contenders, CONTENDERS)
    : CONTENDERS.filter((name) => hasNeo4j || !usesNeo4j(name))
  const before = values.before === undefined ? null : parseCheckout(values.before)
  const earlier = BEFORE.filter((name) => before !== null && named.some((one) => `${one}-before` === name))
  const contenders = [...named, ...earlier]
  const needy = contenders.find(usesNeo4j)
  if (!values.help && needy && !hasNeo4j)
    throw new Error(`${needy} needs NEO4J_URI: npm run neo4j -- npm run bench:peers`)
  const [seconds = 0, moreSeconds] = parseNumbers('--seconds', values.seconds, 0.1, 600)
  const [rounds = 0, moreRounds] = parseWhole('--rounds', values.rounds, 100)
  if (moreSeconds !== undefined || moreRounds !== undefined)
    throw new Error('--seconds and --rounds take one number each.')
  return {
    only: values.only ? parseNames('--only', values.only, QUESTIONS) : QUESTIONS,
    contenders,
    sizes: parseWhole('--sizes', values.sizes, MAX_CLAIMS),
    phases: values.phases ? parseNames('--phases', values.phases, PHASES) : PHASES,
    inFlight: parseWhole('--in-flight', values['in-flight'], 1000),
    seconds,
    rounds,
    before,
    json: values.json,
    write: values.write,
    help: values.help,
  }
}

function parseCheckout(folder: string): string {
  const root = resolve(folder)
  if (existsSync(join(root, 'dist/cli/main.js'))) return root
  throw new Error(`--before is the folder of a checkout after npm run build; ${folder} has no dist/cli/main.js.`)
}

function parseNames<T extends string>(option: string, text: string, all: readonly T[]): readonly T[] {
  const names = text.split(',')
  const wrong = names.find((name) => !all.some((one) => one === name))
  if (wrong !== undefined) throw new Error(`${option} is a list of ${all.join(', ')}, not ${wrong}.`)
  return all.filter((one) => names.includes(one))
}

function parseNumbers(option: string, text: string, min: number, max: number): readonly number[] {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (numbers.every((one) => one >= min && one <= max)) return [...new Set(numbers)].sort((a, b) => a - b)
  throw new Error(`${option} takes numbers from ${min} to ${max}, not ${text}.`)
}

function parseWhole(option: string, text: string, max: number): readonly number[] {
  const numbers = parseNumbers(option, text, 1, max)
  if (numbers.every(Number.isSafeInteger)) return numbers
  throw new Error(`${option} takes whole numbers, not ${text}.`)
}
