/** Marks that Markdown or Obsidian reads anywhere in a line: emphasis, code, links, HTML, entities, tags, formulas, comments. */
const MARKS = /[\\`*_{}[\]<>#!|~^=$%&@]/g
/** Beginning of a list. */
const LIST = /^(?:[-+]|\d+[.)])/

/** White space that Markdown joins. A no-break space stays, as it is part of the words of a quote. */
const SPACE = /[\t\n\v\f\r \u0085\u2028\u2029]+/g

/**
 * Escapes text for a line of Markdown, in which it is read as it stands. Line breaks and runs of white space become one space.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(SPACE, ' ')
    .trim()
    .replace(MARKS, '\\$&')
    // A URL in a text does not become a link.
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(LIST, (begin) => `${begin.slice(0, -1)}\\${begin.slice(-1)}`)

/** Returns a Markdown link, or the text alone for a URL that is neither http nor https. */
export function markdownLink(text: string, url: string | null): string {
  const target = url !== null && URL.canParse(url) ? new URL(url) : null
  if (target === null || !/^https?:$/.test(target.protocol)) return escapeMarkdown(text)
  const href = target.href.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))
  return `[${escapeMarkdown(text)}](${href.replace(/&(?=#?\w+;)/g, '\\&')})`
}
