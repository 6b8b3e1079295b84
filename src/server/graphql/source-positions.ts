import { type DocumentNode, type GraphQLError, type ParseOptions, parse, Source, type SourceLocation } from 'graphql'

/** Maximum of locations of an error. A field has one for each time that it is selected. */
const MAX_LOCATIONS = 5

/** Texts of the documents that `parseSource` parsed. */
const TEXTS = new WeakMap<Source, string>()

/**
 * Parses a query so that an error takes the same time in a long query as in a short one. To find a line number, graphql-js
 * reads the text from its start for every error. Therefore the source of the document is emptied, and `createLocator`
 * finds the lines.
 * @throws GraphQLError for a syntax error
 */
export function parseSource(text: string, options: ParseOptions): DocumentNode {
  const source = new Source(text)
  const document = parse(source, options)
  TEXTS.set(source, text)
  source.body = ''
  return document
}

/** Creates a function that returns the locations of an error. It reads each text once. */
export function createLocator(): (error: GraphQLError) => readonly SourceLocation[] | undefined {
  const starts = new Map<Source, readonly number[]>()
  return ({ source, positions }) => {
    if (!source || !positions) return undefined
    const lines = starts.get(source) ?? startsOfLines(TEXTS.get(source) ?? source.body)
    starts.set(source, lines)
    return positions.slice(0, MAX_LOCATIONS).map((position) => locate(lines, position))
  }
}

const startsOfLines = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n|[\n\r]/g), (match) => match.index + match[0].length),
]

/** Finds the line of a position by binary search. */
function locate(starts: readonly number[], position: number): SourceLocation {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: position - (starts[low] ?? 0) + 1 }
}
