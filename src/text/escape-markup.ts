const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Escapes text for the content of an element and for a quoted attribute, in HTML and in SVG. Removes control characters
 * that neither allows. Lone surrogates become U+FFFD.
 */
export const escapeMarkup = (text: string): string => (IS_PLAIN.test(text) ? text : escapeAll(text))

/** Fast path: most texts need no escapes. */
const IS_PLAIN = /^[\t\n\r !#-%(-;=?-~\u00a0-\ud7ff]*$/

const escapeAll = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression removes them.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
