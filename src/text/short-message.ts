/** UTF-16 units that a message for a client may have. */
export const MAX_MESSAGE = 300
/** UTF-16 units of a request that a message may quote at one place. */
export const MAX_QUOTE = 80
/** UTF-16 units kept of a longer quotation: words around it may stand in the request too. */
const KEPT_OF_QUOTE = MAX_QUOTE - 10
/** The longest words of graphql-js between two quotations have 100. */
const MAX_BETWEEN_QUOTES = 120

/** Libraries build messages as long as a request: this much is read of the beginning, and of the end. */
const READ_AT_ENDS = 2 * MAX_MESSAGE

/** Words of graphql-js before a value that is printed as the client wrote it, quotation marks within it included. */
const BEFORE_VALUE = /\b(?:found|value:|has invalid value|Unexpected) /
/** Suggestions after such a value: names of the schema. */
const SUGGESTIONS = / Did you mean (?:[a-z ]+ )?"\w+"(?:(?:,| or|, or) "\w+")*\?$/

/** The first `most` UTF-16 units of a text; one less where a character would be cut in half. */
export function firstUnits(text: string, max: number): string {
  if (text.length <= max) return text
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max)
}

/** The beginning of a text and an ellipsis, `most` units together; a text that is no longer stays as it is. */
export const truncate = (text: string, max: number): string =>
  text.length <= max ? text : `${firstUnits(text, max - 1)}…`

/** Cuts each quotation of a message to `MAX_QUOTE` and the message to `MAX_MESSAGE`. */
export function shortenMessage(message: string): string {
  if (message.length <= MAX_QUOTE) return message
  const read = bothEnds(message)
  const before = BEFORE_VALUE.exec(read)
  const index = before ? before.index + before[0].length : read.length
  const quotes = read.slice(0, index).split('"')
  const beginning = quotes.length === 1 ? read.slice(0, index) : quotes.map(shortenPart).join('"')
  return truncate(beginning + shortenValue(read.slice(index)), MAX_MESSAGE)
}

const bothEnds = (message: string): string =>
  message.length <= 2 * READ_AT_ENDS
    ? message
    : `${message.slice(0, READ_AT_ENDS)}${message.slice(-READ_AT_ENDS)}`.toWellFormed()

/** Parts with an odd number stand between quotation marks. */
const shortenPart = (part: string, i: number): string =>
  truncate(part, i % 2 === 1 ? KEPT_OF_QUOTE : MAX_BETWEEN_QUOTES)

function shortenValue(text: string): string {
  if (text.length <= KEPT_OF_QUOTE) return text
  const [suggestions = ''] = SUGGESTIONS.exec(text) ?? []
  return truncate(text.slice(0, text.length - suggestions.length), KEPT_OF_QUOTE) + suggestions
}
