/** Control characters (C0, DEL, C1), line and paragraph separators, direction controls, lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu
const UNPRINTABLE_IN_LINE = new RegExp(`(?!\\n)${UNPRINTABLE.source}`, 'gu')

/** Longest value that a message quotes, in UTF-16 units. */
export const MAX_QUOTED = 80
const ELLIPSIS = '…'

/** Escapes characters that a terminal acts on, line breaks included, as \uXXXX. JSON strings allow that form too. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, toEscape)

/** Escapes as `printable` does, but for line feeds, which stay. */
export const printableLines = (text: string): string => text.replace(UNPRINTABLE_IN_LINE, toEscape)

/** Returns a printable value for a message, at most `max` UTF-16 units long. A longer one is cut in its middle. */
export function quoted(value: string, max = MAX_QUOTED): string {
  const isLong = value.length > max
  const shown = printable(isLong ? `${value.slice(0, max)}${ELLIPSIS}${value.slice(-max)}` : value)
  if (!isLong && shown.length <= max) return shown
  const tail = Math.floor((max - ELLIPSIS.length) / 3)
  const ends = `${shown.slice(0, max - ELLIPSIS.length - tail)}${ELLIPSIS}${shown.slice(-tail)}`
  return ends.toWellFormed()
}

/** Template tag: passes each value through `quoted`, so that none makes the message long or unprintable. */
export const quoting = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  parts.map((part, i) => `${part}${i < values.length ? quoted(String(values[i])) : ''}`).join('')

const toEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
