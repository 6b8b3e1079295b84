#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { assumeProduction, readSettings, SETTINGS, type Settings } from '../config/settings.ts'
import { readVersion } from '../version.ts'
import { toErrorJson, toErrorSentence } from './error-text.ts'
import { HELP } from './help.ts'
import { createTerminal, type Terminal } from './terminal.ts'

interface DataOptions {
  readonly data?: string
  readonly inMemory?: boolean
}

/** Runs one command line. @returns the exit code */
async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0
  // The libraries of the formats take time that other commands do not need.
  const ofExport = argv.includes('export') ? await import('./export-options.ts') : null
  const program = createProgram(terminal, (code) => (exitCode = code), ofExport)
  try {
    await program.parseAsync(argv)
    return exitCode
  } catch (error) {
    terminal.progress(null)
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const isJson = program.commands.some((command) => command.opts()['json'] === true)
    terminal.note(isJson ? toErrorJson(error) : toErrorSentence(error))
    return 1
  }
}

/** Commands are imported when they run, so that --help and usage errors are quick. */
function createProgram(
  terminal: Terminal,
  done: (exitCode: number) => void,
  ofExport: typeof import('./export-options.ts') | null,
): Command {
  const program = new Command('sanad')
    .description('A claims database: who said what, about which data, for which use, and how sure they are.')
    .version(readVersion(), '-V, --version', 'write the version of sanad')
    .addHelpText('after', HELP.sanad)
    .showHelpAfterError('(--help lists commands and options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.write(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
    })

  withData(program.command('serve'))
    .description('serve the API, the pages and the playground')
    .addHelpText('after', HELP.serve)
    .option('--port <number>', `port to listen on, 0 for a free one (default ${SETTINGS.PORT.default})`, parsePort)
    .option('--host <address>', `address to listen on (default ${SETTINGS.HOST.default})`, parseAddress)
    .option('--seeds <folder>', `stories to load first (default ${SETTINGS.SANAD_SEEDS.default})`, parseFolder)
    .option('--no-seeds', 'load no stories')
    .option('--json', 'write JSON lines, one per event')
    .action(
      async (options: DataOptions & { port?: string; host?: string; seeds?: string | boolean; json?: boolean }) => {
        const { serve } = await import('./commands/serve.ts')
        const settings = override(options)
        const seeds = options.seeds === false ? null : settings.SANAD_SEEDS
        done(
          await serve(settings, { inMemory: options.inMemory === true, seeds, json: options.json === true }, terminal),
        )
      },
    )

  program
    .command('seed')
    .argument('<folder>', 'folder of stories', parseFolder)
    .description('load a folder of stories into the database')
    .addHelpText('after', HELP.seed)
    .option('--data <folder>', `folder of the database (default ${SETTINGS.SANAD_DATA.default})`, parseFolder)
    .option('--end-stories', 'end stories that were loaded from this folder and are missing from it now')
    .option('--json', 'write the result as JSON')
    .action(async (dir: string, options: DataOptions & { json?: boolean; endStories?: boolean }) => {
      const { seed } = await import('./commands/seed.ts')
      const seedOptions = { json: options.json === true, endStories: options.endStories === true }
      done(await seed(override(options), dir, seedOptions, terminal))
    })

  program
    .command('check')
    .argument('[folder]', `folder of stories (default ${SETTINGS.SANAD_SEEDS.default})`, parseFolder)
    .description('list the problems of a folder of stories without loading it, or check the database')
    .addHelpText('after', HELP.check)
    .option('--database', 'derive the status of every claim in the database again, and compare it with the stored one')
    .option('--data <folder>', `folder of the database (default ${SETTINGS.SANAD_DATA.default})`, parseFolder)
    .option('--json', 'write the problems as JSON')
    .action(
      async (
        dir: string | undefined,
        options: DataOptions & { json?: boolean; database?: boolean },
        command: Command,
      ) => {
        const json = options.json === true
        if (options.database) {
          if (dir !== undefined) command.error('error: --database checks the database: name no folder of stories')
          const { checkDatabase } = await import('./commands/check-database.ts')
          return done(await checkDatabase(override(options), { json }, terminal))
        }
        if (options.data !== undefined)
          command.error('error: --data is for --database only: add --database, or leave out --data')
        const { checkSeeds } = await import('./commands/check.ts')
        done(await checkSeeds(dir ?? readSettings().SANAD_SEEDS, { json, now: new Date(), write: terminal.write }))
      },
    )

  withData(program.command('query [file-or-example]'))
    .description('run a query on the local database: a file, the name of an example, or -e TEXT')
    .addHelpText('after', HELP.query)
    .option('-e, --execute <text>', 'the query itself')
    .option('--variables <json>', 'variables as a JSON object', parseVariables)
    .option('--seeds <folder>', 'stories to load with --in-memory', parseFolder)
    .option('--json', 'write the response on one line')
    .action(async (source: string | undefined, options: DataOptions & QueryFlags, command: Command) => {
      const { query, USAGE } = await import('./commands/query.ts')
      if (source === undefined && options.execute === undefined) command.error(`error: ${USAGE}`)
      if (source !== undefined && options.execute !== undefined) {
        command.error(`error: ${source} and -e are two queries: give one`)
      }
      refuseSeedsWithoutMemory(options, command)
      const settings = override(options)
      const queryOptions = {
        source: source ?? null,
        text: options.execute ?? null,
        variables: options.variables ?? {},
        inMemory: options.inMemory === true,
        seeds: settings.SANAD_SEEDS,
        json: options.json === true,
      }
      done(await query(settings, queryOptions, terminal))
    })

  withData(program.command('mcp'))
    .description('serve an assistant over standard input and output (Model Context Protocol)')
    .addHelpText('after', HELP.mcp)
    .option('--seeds <folder>', 'stories to load with --in-memory', parseFolder)
    .action(async (options: DataOptions & { seeds?: string }, command: Command) => {
      if (options.seeds !== undefined && options.inMemory !== true) {
        command.error('error: --seeds is for --in-memory only: add --in-memory, or leave out --seeds')
      }
      const { mcp } = await import('./commands/mcp.ts')
      const settings = override(options)
      done(await mcp(settings, { inMemory: options.inMemory === true, seeds: settings.SANAD_SEEDS }, terminal))
    })

  program
    .command('stats')
    .description('count the objects in the database by kind and by status')
    .addHelpText('after', HELP.stats)
    .option('--data <folder>', `folder of the database (default ${SETTINGS.SANAD_DATA.default})`, parseFolder)
    .option('--json', 'write the counts as JSON')
    .action(async (options: DataOptions & { json?: boolean }) => {
      const { stats } = await import('./commands/stats.ts')
      done(await stats(override(options), { json: options.json === true }, terminal))
    })

  const exportCommand = withData(program.command('export'))
    .description('write claims as a file for other programs')
    .addHelpText('after', HELP.export)
    .option('--out <file>', 'file to write; standard output if absent', parseFile)
    .option('--seeds <folder>', 'stories to load with --in-memory', parseFolder)
    .option('--json', 'write an error as JSON')
    .action(async (options: DataOptions & { out?: string; seeds?: string }, command: Command) => {
      if (ofExport === null) return command.help()
      const flags = ofExport.readExportOptions(command)
      refuseSeedsWithoutMemory(options, command)
      const { exportClaims } = await import('./commands/export.ts')
      const settings = override(options)
      const exported = {
        ...flags,
        out: options.out ?? null,
        inMemory: options.inMemory === true,
        seeds: settings.SANAD_SEEDS,
      }
      done(await exportClaims(settings, exported, terminal))
    })
  ofExport?.addExportOptions(exportCommand)

  program
    .command('dump')
    .description('write all revisions of the database to one file')
    .addHelpText('after', HELP.dump)
    .option('--data <folder>', `folder of the database (default ${SETTINGS.SANAD_DATA.default})`, parseFolder)
    .option('--out <file>', 'file to write (default sanad-dump.jsonl.gz)', parseFile)
    .option('--public', 'leave out drafts, and revisions of drafts alone')
    .option('--json', 'write the result as JSON')
    .action(async (options: DataOptions & { out?: string; public?: boolean; json?: boolean }) => {
      const { dump } = await import('./commands/dump.ts')
      const dumpOptions = {
        out: options.out ?? 'sanad-dump.jsonl.gz',
        public: options.public === true,
        json: options.json === true,
      }
      done(await dump(override(options), dumpOptions, terminal))
    })

  program
    .command('import')
    .argument('<format>', 'format of the file: sanad, for a dump')
    .argument('<file>', 'file to read', parseFile)
    .description('fill an empty database from a file')
    .addHelpText('after', HELP.import)
    .option('--data <folder>', `folder of the database (default ${SETTINGS.SANAD_DATA.default})`, parseFolder)
    .option('--check', 'check the file, and open no database')
    .option('--json', 'write the result as JSON')
    .action(async (format: string, file: string, options: DataOptions & { check?: boolean; json?: boolean }) => {
      const { importFile } = await import('./commands/import.ts')
      const importOptions = { format, file, check: options.check === true, json: options.json === true }
      done(await importFile(override(options), importOptions, terminal))
    })

  program
    .command('export-schema')
    .description('write the GraphQL schema as SDL')
    .addHelpText('after', HELP.exportSchema)
    .option('--out <file>', 'file to write; standard output if absent')
    .action(async (options: { out?: string }) => {
      const { exportSchema } = await import('./commands/export-schema.ts')
      done(await exportSchema(options, terminal))
    })

  return program
}

interface QueryFlags {
  readonly execute?: string
  readonly variables?: object
  readonly seeds?: string
  readonly json?: boolean
}

function withData(command: Command): Command {
  return command
    .option('--data <folder>', `folder of the database (default ${SETTINGS.SANAD_DATA.default})`, parseFolder)
    .addOption(new Option('--in-memory', 'keep nothing on disk').conflicts('data'))
}

function refuseSeedsWithoutMemory(options: DataOptions & { readonly seeds?: string }, command: Command): void {
  if (options.seeds === undefined || options.inMemory === true) return
  command.error('error: --seeds is for --in-memory only: add --in-memory, or leave out --seeds')
}

/** Settings of the environment, overridden by options of the command line. */
function override(options: { data?: string; host?: string; port?: string; seeds?: string | boolean }): Settings {
  const settings = readSettings()
  return {
    ...settings,
    SANAD_DATA: options.data ?? settings.SANAD_DATA,
    HOST: options.host ?? settings.HOST,
    PORT: options.port ?? settings.PORT,
    SANAD_SEEDS: typeof options.seeds === 'string' ? options.seeds : settings.SANAD_SEEDS,
  }
}

function parsePort(text: string): string {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return text
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.')
}

function parseFolder(text: string): string {
  if (text !== '') return text
  throw new InvalidArgumentError('It must name a folder, but is empty.')
}

function parseFile(text: string): string {
  if (text !== '') return text
  throw new InvalidArgumentError('It must name a file, but is empty.')
}

function parseAddress(text: string): string {
  if (text !== '') return text
  throw new InvalidArgumentError(`It must be an address such as ${SETTINGS.HOST.default}, but is empty.`)
}

function parseVariables(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {}
  throw new InvalidArgumentError(`It must be a JSON object, such as '{"slug":"x"}'.`)
}

// Runs before a command imports libraries that read NODE_ENV.
assumeProduction()
process.exitCode = await main(process.argv, createTerminal(process.stdout, process.stderr))
