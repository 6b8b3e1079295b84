import { CST, Lexer, type Parser } from 'yaml'
import { MAX_ALIASES, MAX_ANCHORS, MAX_DEPTH, MAX_INDICATORS, MAX_LINES } from './seed-limits.ts'

/** Error of a file that passes a limit, or loses words, with the position. */
export class YamlLimitError extends Error {
  /** Offset in UTF-16 units. */
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

export const TAG = 'has a tag (!…), which is no part of a text: put the text in quotes'
const COMMENT_AFTER_TEXT =
  'is a comment right after an unquoted text: put the text in quotes if this is part of it, or the comment on a line of its own'
/** Unquoted numbers, dates, true, false and null, after which a comment is allowed. */
const NO_TEXT = /^(?:[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?|\d{4}-\d{2}(?:-\d{2})?|true|false|null|~)$/i
/** A carriage return alone, which some editors show as the end of a line and the parser does not. */
const LONE_RETURN = /\r(?!\n)/
const LONE_RETURN_MESSAGE = 'has a carriage return without a line feed: save the file with line feeds'

type LexemeType = CST.TokenType | 'scalar-text' | null

interface Counts {
  indicators: number
  lines: number
  anchors: number
  aliases: number
}

const TOO_DEEP = 'is nested too deep: no seed needs more than some ten levels'
export const TOO_MANY_ALIASES = `repeats more than ${MAX_ALIASES} aliases: write them out`

/**
 * Counts the tokens of a file and stops at a limit, before the file is parsed: the parser and composer of the library take about a
 * hundred times as long for each token as its lexer. A comment right after an unquoted text is refused, since `name: Acme #1`
 * would lose words.
 * @throws YamlLimitError
 */
export function checkSize(text: string): void {
  const loneReturn = text.search(LONE_RETURN)
  if (loneReturn >= 0) throw new YamlLimitError(LONE_RETURN_MESSAGE, loneReturn)
  const counts: Counts = { indicators: 0, lines: 1, anchors: 0, aliases: 0 }
  let isScalar = false
  let isBlock = false
  /** Whether the line so far ends with an unquoted text. */
  let isAfterText = false
  let offset = 0
  for (const lexeme of new Lexer().lex(text)) {
    // The lexer announces a plain or block scalar, whose text may look like another token.
    const type: LexemeType = isScalar ? 'scalar-text' : CST.tokenType(lexeme)
    isScalar = type === 'scalar'
    const excess = excessAfter(type, counts)
    if (excess !== null) throw new YamlLimitError(excess, offset)
    if (type === 'tag' && !lexeme.startsWith('!!')) throw new YamlLimitError(TAG, offset)
    if (type === 'comment' && isAfterText) throw new YamlLimitError(COMMENT_AFTER_TEXT, offset)
    if (type === 'scalar-text') isAfterText = !isBlock && !NO_TEXT.test(lexeme)
    else if (type !== 'space' && type !== 'scalar') isAfterText = false
    if (type === 'block-scalar-header') isBlock = true
    else if (type === 'scalar-text') isBlock = false
    if (type !== 'doc-mode' && type !== 'flow-error-end' && type !== 'scalar') offset += lexeme.length
  }
}

/**
 * Yields the tokens of a file for the composer, which recurses once per level.
 * @throws YamlLimitError
 */
export function* shallowTokens(text: string, parser: Parser): Generator<CST.Token> {
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    // The document itself is one level.
    if (parser.stack.length > MAX_DEPTH + 1) throw new YamlLimitError(TOO_DEEP, parser.offset)
  }
  yield* parser.end()
}

/** Counts one token. @returns the message of an exceeded limit; null if there is none */
function excessAfter(type: LexemeType, counts: Counts): string | null {
  switch (type) {
    case 'byte-order-mark':
    case 'doc-mode':
    case 'flow-error-end':
    case 'scalar':
    case 'space':
    case 'comment':
      return null
    case 'newline':
      counts.lines += 1
      return counts.lines > MAX_LINES ? `has more than ${MAX_LINES} lines: split it` : null
    case 'anchor':
      counts.anchors += 1
      return counts.anchors > MAX_ANCHORS ? `has more than ${MAX_ANCHORS} anchors: write out what they repeat` : null
    case 'alias':
      counts.aliases += 1
      return counts.aliases > MAX_ALIASES ? TOO_MANY_ALIASES : null
    default:
      counts.indicators += 1
      return counts.indicators > MAX_INDICATORS
        ? `has more than ${MAX_INDICATORS} keys, values and marks of punctuation: split it`
        : null
  }
}
