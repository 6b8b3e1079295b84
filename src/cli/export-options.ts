import { type Command, InvalidArgumentError, Option } from 'commander'
import { DomainError } from '../domain/errors.ts'
import { CLAIM_QUERY_LISTS, CLAIM_QUERY_PARAMETERS, parseClaimQuery } from '../domain/parse-claim-query.ts'
import type { ExportFormat } from '../exports/export-format.ts'
import { EXPORT_FORMATS } from '../exports/formats.ts'
import { MESSAGES } from '../messages/all-messages.ts'
import { INSTANT_EXAMPLE, isFuture, readInstant } from '../text/instant.ts'
import { nearest } from '../text/nearest.ts'
import { quoted } from '../text/printable.ts'

type Parameter = (typeof CLAIM_QUERY_PARAMETERS)[number]

/** Meaning of each filter, with the form of its value. */
const FILTERS: Readonly<Record<Parameter, readonly [value: string, meaning: string]>> = {
  claim: ['<slug>', 'one claim alone'],
  story: ['<slug>', 'claims that a story selects'],
  subject: ['<slug>', 'claims with this entity as subject'],
  party: ['<slug>', 'claims with this entity as subject or object'],
  about: ['<slug>', 'claims with this entity as subject, object or mention'],
  object: ['<slug>', 'claims with this entity as object'],
  claimant: ['<slug>', 'claims on which this entity made an assertion'],
  source: ['<slug>', 'claims read in this document'],
  notInSource: ['<slug>', 'claims not read in this document'],
  dataCategory: ['<slug>', 'claims that name this kind of data or a narrower one'],
  use: ['<slug>', 'claims that name this use or a narrower one'],
  predicate: ['<list>', 'predicates, with commas between them'],
  status: ['<list>', 'statuses, such as DENIED,STATED_NOT'],
  stance: ['<list>', 'stances of a statement, such as DENIES'],
  evidentiality: ['<list>', 'evidentialities of a statement, such as HEARSAY'],
  validOn: ['<date>', 'claims that may be valid on this day'],
  assertedFrom: ['<date>', 'statements made on this day or later'],
  assertedTo: ['<date>', 'statements made on this day or earlier'],
  undated: ['', 'statements without a known day too; goes with --assertedFrom or --assertedTo'],
  text: ['<words>', 'claims whose texts have all these words'],
}

/** Adds the options of `sanad export` that depend on the formats and the filters. */
export function addExportOptions(command: Command): Command {
  command.addOption(new Option('--format <file>', 'format, by the name of its file (required)').argParser(parseFormat))
  command.addOption(
    new Option('--lang <language>', 'language of names and sentences')
      .choices(MESSAGES.map(({ tag }) => tag))
      .default(MESSAGES[0]?.tag),
  )
  command.option('--as-of <instant>', 'instant whose state of the database is written; now unless given', parseAsOf)
  for (const name of CLAIM_QUERY_PARAMETERS) {
    const [value, meaning] = FILTERS[name]
    const flags = value === '' ? `--${name}` : `--${name} ${value}`
    const option = new Option(flags, meaning)
    if (value !== '') option.argParser(CLAIM_QUERY_LISTS.includes(name) ? addValue : parseValue)
    command.addOption(option)
  }
  return command
    .showHelpAfterError(
      `Formats: ${FILES.join(', ')}\nFilters: ${CLAIM_QUERY_PARAMETERS.map((name) => `--${name}`).join(', ')}`,
    )
    .addHelpText(
      'after',
      `\nFormats:\n${EXPORT_FORMATS.map(({ file, description }) => `  ${file.padEnd(WIDTH)}  ${description}`).join('\n')}`,
    )
}

export interface ExportFlags {
  readonly format: ExportFormat
  readonly language: string
  readonly asOf: string | null
  readonly query: URLSearchParams
}

/** Reads the options, and refuses a command line that no database can satisfy. */
export function readExportOptions(command: Command): ExportFlags {
  const options: Readonly<Record<string, unknown>> = command.opts()
  const format = EXPORT_FORMATS.find(({ file }) => file === options['format'])
  if (format === undefined) command.error(`error: --format is missing: name one of ${FILES.join(', ')}`)
  const query = new URLSearchParams()
  for (const name of CLAIM_QUERY_PARAMETERS) {
    const given = options[name]
    if (given !== undefined) query.set(name, String(given))
  }
  try {
    parseClaimQuery(query)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    command.error(`error: --${error.message}`)
  }
  const { asOf } = options
  return { format, language: String(options['lang']), asOf: typeof asOf === 'string' ? asOf : null, query }
}

const FILES = EXPORT_FORMATS.map(({ file }) => file)
const WIDTH = Math.max(...FILES.map(({ length }) => length))

function parseFormat(text: string): string {
  if (FILES.includes(text)) return text
  const near = nearest(text, FILES)
  const hint = near === null ? '' : ` Did you mean ${near}?`
  throw new InvalidArgumentError(`It must be one of ${FILES.join(', ')}.${hint}`)
}

function parseAsOf(text: string): string {
  const instant = readInstant(text)
  if (instant === null) throw new InvalidArgumentError(`It must be an instant such as ${INSTANT_EXAMPLE}, or a day.`)
  if (isFuture(instant, new Date())) throw new InvalidArgumentError(`${quoted(text)} is in the future.`)
  return instant
}

function parseValue(text: string): string {
  if (text.trim() !== '') return text
  throw new InvalidArgumentError('It must not be empty.')
}

const addValue = (text: string, before: string | undefined): string =>
  before === undefined ? parseValue(text) : `${before},${parseValue(text)}`
