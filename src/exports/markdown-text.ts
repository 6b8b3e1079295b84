import { escapeMarkdown } from '../text/escape-markdown.ts'

/** Returns text for one line of Markdown. Control characters, which some readers act on, become spaces. */
export const markdownLine = (text: string): string =>
  escapeMarkdown(text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' '))

/**
 * Returns words as a blockquote, with a final line break. Paragraphs and line breaks stay; runs of spaces become one, as in all
 * of Markdown.
 */
export function markdownQuote(words: string): string {
  const paragraphs = words.replace(/\r\n?|[\u2028\u2029]/g, '\n').split(/\n\s*\n/)
  const written = paragraphs
    .map((paragraph) => paragraph.split('\n').map(markdownLine).filter(Boolean).join('\\\n> '))
    .filter(Boolean)
  return `> ${written.join('\n>\n> ')}\n`
}
