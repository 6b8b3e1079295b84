const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Text made safe as the content of an element and as a quoted attribute, in HTML and in SVG. Control characters that
 * neither may hold are dropped, and halves of surrogate pairs become U+FFFD.
 */
export const escapeMarkup = (text: string): string => (IS_PLAIN.test(text) ? text : escapeAll(text))

/** Most texts have nothing to escape. */
const IS_PLAIN = /^[\t\n\r !#-%(-;=?-~\u00a0-\ud7ff]*$/

const escapeAll = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
