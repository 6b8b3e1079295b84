import { type DocumentNode, type GraphQLError, type ParseOptions, parse, Source, type SourceLocation } from 'graphql'

/** Places that an error tells: a field that is selected often has as many. */
const MAX_LOCATIONS = 5

/** The text of each document that was parsed here. */
const TEXTS = new WeakMap<Source, string>()

/**
 * Parses a query so that an error costs as little in a long query as in a short one: graphql-js reads the text from its
 * start for every error, to tell lines, so the nodes of the document lead to an empty text. `locationsOf` tells the lines.
 * @throws GraphQLError
 */
export function parseSource(text: string, options: ParseOptions): DocumentNode {
  const source = new Source(text)
  const document = parse(source, options)
  TEXTS.set(source, text)
  source.body = ''
  return document
}

/** For the errors of one answer: each text is read once. */
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

/** The last line that starts at the position or before it. */
function locate(starts: readonly number[], position: number): SourceLocation {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: position - (starts[low] ?? 0) + 1 }
}
