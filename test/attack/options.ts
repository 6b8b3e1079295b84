import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BUILT_COMMAND } from '../built-command.ts'
import type { EngineName } from './engine-name.ts'
import type { Row } from './row.ts'

export interface AttackOptions {
  readonly engine: EngineName
  readonly rows: readonly Row[]
  readonly isShort: boolean
  readonly seed: number
  /** Path of the JSON output, or null for none. */
  readonly json: string | null
  /** Arguments of Node before `serve`. */
  readonly command: readonly string[]
  readonly help: boolean
}

const DEFAULT_SEED = 13

export const helpText = (rows: readonly Row[]): string => `Usage: npm run attack -- [options]

Attacks a real \`sanad serve\`, with its default settings, from addresses of 127.0.0.0/8, and prints a table of the
figures that must hold. Exits with 1 when one does not. Whatever it starts, it ends.

  --only <list>      of the rows below, by comma (default all that the engine has)
  --engine <name>    embedded (default) or neo4j, which needs NEO4J_URI and an empty database:
                     npm run neo4j -- npm run attack -- --engine neo4j
  --short            the half that runs in CI: fewer rounds, and no row that takes minutes
  --seed <number>    of what is generated (default ${DEFAULT_SEED}); a failure tells the seed that it was found with
  --build <folder>   attack what is built in another clone, to compare: the folder that holds its dist
  --json <file>      write the figures as JSON
  --help             this text

rows:
${rows.map(({ name, what }) => `  ${name.padEnd(18)} ${what}`).join('\n')}`

/** @throws Error with one sentence on wrong usage */
export function parseOptions(
  args: readonly string[],
  all: readonly Row[],
  environment: NodeJS.ProcessEnv,
): AttackOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      engine: { type: 'string', default: 'embedded' },
      short: { type: 'boolean', default: false },
      seed: { type: 'string', default: `${DEFAULT_SEED}` },
      build: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const { help, short: isShort } = values
  const engine = parseEngine(values.engine)
  if (!help && engine === 'neo4j' && !environment.NEO4J_URI) {
    throw new Error('--engine neo4j needs NEO4J_URI: npm run neo4j -- npm run attack -- --engine neo4j')
  }
  return {
    engine,
    rows: chooseRows(values.only, all, engine, isShort),
    isShort,
    seed: parseSeed(values.seed),
    json: values.json ?? null,
    command: values.build === undefined ? BUILT_COMMAND : [join(resolve(values.build), 'dist/cli/main.js')],
    help,
  }
}

function parseEngine(text: string): EngineName {
  if (text === 'embedded' || text === 'neo4j') return text
  throw new Error(`--engine is embedded or neo4j, not ${text}.`)
}

function parseSeed(text: string): number {
  const seed = Number(text)
  if (Number.isSafeInteger(seed) && seed >= 0) return seed
  throw new Error(`--seed is a whole number, not ${text}.`)
}

function chooseRows(
  only: string | undefined,
  all: readonly Row[],
  engine: EngineName,
  isShort: boolean,
): readonly Row[] {
  const fitting = all.filter(({ engines }) => engines === undefined || engines.includes(engine))
  if (only === undefined) return fitting.filter((row) => !isShort || row.isShort)
  const names = only.split(',')
  const wrong = names.find((name) => !fitting.some((row) => row.name === name))
  if (wrong === undefined) return fitting.filter(({ name }) => names.includes(name))
  throw new Error(`--only is a list of ${fitting.map(({ name }) => name).join(', ')}, not ${wrong}.`)
}
