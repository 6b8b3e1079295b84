/** Longest message for a client, in UTF-16 units. */
export const MAX_MESSAGE = 300
/** Longest part of a request that a message quotes, in UTF-16 units. */
export const MAX_QUOTE = 80
/**
 * Length to which a longer quotation is cut, in UTF-16 units. Below MAX_QUOTE, since words of the message around it may
 * repeat the request too.
 */
const CUT_QUOTE = MAX_QUOTE - 10
/** Longest text between two quotations, in UTF-16 units. The longest one of graphql-js has 100. */
const MAX_BETWEEN_QUOTES = 120

/** Length that is read of each end of a message, in UTF-16 units: libraries build messages as long as a request. */
const READ_AT_ENDS = 2 * MAX_MESSAGE

/** Words of graphql-js before a value that is printed as the client wrote it, with quotation marks inside of it. */
const BEFORE_VALUE = /\b(?:found|value:|has invalid value|Unexpected) /
/** Suggestions of graphql-js after such a value: names of the schema. */
const SUGGESTIONS = / Did you mean (?:[a-z ]+ )?"\w+"(?:(?:,| or|, or) "\w+")*\?$/

/** Returns the first `max` UTF-16 units of a text, or one less if that would split a surrogate pair. */
export function firstUnits(text: string, max: number): string {
  if (text.length <= max) return text
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max)
}

/** Cuts a text to `max` UTF-16 units, of which the last is an ellipsis. A shorter text stays. */
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

/** Takes parts split at quotation marks: those with an odd index are quotations. */
const shortenPart = (part: string, i: number): string => truncate(part, i % 2 === 1 ? CUT_QUOTE : MAX_BETWEEN_QUOTES)

function shortenValue(text: string): string {
  if (text.length <= CUT_QUOTE) return text
  const [suggestions = ''] = SUGGESTIONS.exec(text) ?? []
  return truncate(text.slice(0, text.length - suggestions.length), CUT_QUOTE) + suggestions
}
