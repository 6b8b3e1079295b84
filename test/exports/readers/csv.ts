import { parse } from 'csv-parse/sync'
import type { ExportReader, ReadStatement } from '../export-reader.ts'
import { splitCell } from '../split-cell.ts'

export type LineByColumn = Readonly<Record<string, string>>

/** Apostrophe that the export puts before a cell that a spreadsheet would calculate. */
const GUARDED = /^'(?='*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/

/** Returns the lines of a CSV file as lists of cells, the header first. */
export const cellsOfCsv = (bytes: Buffer): readonly (readonly string[])[] =>
  parse(bytes, { bom: true, cast: (cell: string) => cell.replace(GUARDED, '') })

/** Returns the lines of a table by the names of its columns. */
export function byColumn([header = [], ...lines]: readonly (readonly string[])[]): readonly LineByColumn[] {
  return lines.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])))
}

/** Reads a line of `assertions`, which is one statement. */
export const statementOfAssertion = (line: LineByColumn): ReadStatement => ({
  headline: line.headline ?? '',
  status: line.status ?? '',
  stance: line.stance ?? '',
  polarity: line.polarity ?? '',
  certainty: line.certainty ?? '',
  claimant: line.claimant ?? '',
  source: line.source ?? '',
  quote: line.quote ?? '',
  attribution: line.attribution ?? '',
})

/** Reads a line of `claims`: its statements are joined, its headline is of all. */
export function statementsOfClaim(line: LineByColumn): readonly ReadStatement[] {
  const count = Number(line.assertions_listed)
  const [stance, polarity, certainty, claimant, source, quote, attribution] = [
    line.stance,
    line.polarity,
    line.certainty,
    line.claimant,
    line.source,
    line.quote,
    line.attribution,
  ].map((cell = '') => splitCell(cell, count))
  return Array.from({ length: count }, (_, i) => ({
    headline: line.headline ?? '',
    status: line.status ?? '',
    stance: stance?.[i] ?? '',
    polarity: polarity?.[i] ?? '',
    certainty: certainty?.[i] ?? '',
    claimant: claimant?.[i] ?? '',
    source: source?.[i] ?? '',
    quote: quote?.[i] ?? '',
    attribution: attribution?.[i] ?? '',
  }))
}

/** Reads a line of `sources` or `entities`. A source has its title and attribution once for all entries. */
export function statementsOfThing(line: LineByColumn): readonly ReadStatement[] {
  const count = Number(line.entries_listed)
  const of = (column: keyof ReadStatement): readonly string[] => splitCell(line[column] ?? '', count)
  const isSource = line.source_slug !== undefined
  const once = (column: keyof ReadStatement): readonly string[] =>
    isSource ? Array(count).fill(line[column] ?? '') : of(column)
  const [headline, status, stance] = [of('headline'), of('status'), of('stance')]
  const [polarity, certainty] = [of('polarity'), of('certainty')]
  const [claimant, quote, source, attribution] = [of('claimant'), of('quote'), once('source'), once('attribution')]
  return stance.map((one, i) => ({
    headline: headline[i] ?? '',
    status: status[i] ?? '',
    stance: one,
    polarity: polarity[i] ?? '',
    certainty: certainty[i] ?? '',
    claimant: claimant[i] ?? '',
    source: source[i] ?? '',
    quote: quote[i] ?? '',
    attribution: attribution[i] ?? '',
  }))
}

const csvReader = (file: string, read: (line: LineByColumn) => readonly ReadStatement[]): ExportReader => ({
  file,
  read: async (bytes) => byColumn(cellsOfCsv(bytes)).flatMap(read),
})

export const claimsCsvReader = csvReader('claims.csv', statementsOfClaim)
export const assertionsCsvReader = csvReader('assertions.csv', (line) => [statementOfAssertion(line)])
export const sourcesCsvReader = csvReader('sources.csv', statementsOfThing)
export const entitiesCsvReader = csvReader('entities.csv', statementsOfThing)
export const flourishLinksReader = csvReader('flourish-links.csv', (line) => [
  statementOfAssertion({ ...line, source: line.document ?? '' }),
])
/** Points of speakers have no statements: those are on the points of claims. */
export const flourishPointsReader = csvReader('flourish-points.csv', (line) =>
  line.headline === ''
    ? []
    : statementsOfClaim({ ...line, source: line.document ?? '', assertions_listed: line.size ?? '' }),
)
