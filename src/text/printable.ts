/** Control characters (C0, DEL, C1), line and paragraph separators, direction controls, halves of a character. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu
const UNPRINTABLE_IN_LINE = new RegExp(`(?!\\n)${UNPRINTABLE.source}`, 'gu')

/** The longest value that a message quotes, in characters. */
export const MAX_QUOTED = 80
const ELLIPSIS = '…'

/** Text on one line without characters that a terminal acts on: each is written as \uXXXX, which JSON strings allow too. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, toEscape)

/** Text of several lines, otherwise as `printable`. */
export const printableLines = (text: string): string => text.replace(UNPRINTABLE_IN_LINE, toEscape)

/** A value for a message: printable, at most `max` UTF-16 units long, and cut in its middle where it was longer. */
export function quoted(value: string, max = MAX_QUOTED): string {
  const isLong = value.length > max
  const shown = printable(isLong ? `${value.slice(0, max)}${ELLIPSIS}${value.slice(-max)}` : value)
  if (!isLong && shown.length <= max) return shown
  const tail = Math.floor((max - ELLIPSIS.length) / 3)
  const ends = `${shown.slice(0, max - ELLIPSIS.length - tail)}${ELLIPSIS}${shown.slice(-tail)}`
  return ends.toWellFormed()
}

/** A message with values put in: each is quoted, so that none makes it long or unprintable. */
export const quoting = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  parts.map((part, i) => `${part}${i < values.length ? quoted(String(values[i])) : ''}`).join('')

const toEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
