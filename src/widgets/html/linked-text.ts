import type { Messages } from '../../messages/en.ts'
import type { TextInLanguage } from '../../text/languages.ts'
import { el, join, type Markup } from './markup.ts'
import { mixedText } from './mixed-text.ts'

/** A name, and the path of the page that it leads to. */
export interface NamedLink {
  readonly name: string
  readonly href: string
}

/** Longest name that is linked, in UTF-16 units. */
const MAX_NAME = 300
/** Names that one text links at most. */
const MAX_LINKS = 100

/**
 * Returns a generated text with its names as links, each page once. A longer name wins over a shorter one within it. Words in
 * quotation marks get no links, unless they are a complete title. A name of two pages gets none. Words of other languages are
 * marked as in `mixedText`.
 */
export function linkedText(
  text: string,
  links: readonly NamedLink[],
  foreign: readonly TextInLanguage[],
  messages: Messages,
): Markup {
  const pages = pagesByName(links, messages.tag)
  const pattern = patternOf([...pages.keys()])
  if (pattern === null) return mixedText(text, foreign, messages.tag)
  const linked = new Set<string>()
  const link = (name: string): Markup | null => {
    const href = pages.get(name)
    if (href == null || linked.has(href)) return null
    linked.add(href)
    return el('a', { href }, el('bdi', {}, mixedText(name, foreign, messages.tag)))
  }
  const piece = (words: string): Markup => {
    const parts: Markup[] = []
    let from = 0
    for (const match of words.matchAll(pattern)) {
      const found = link(match[0])
      if (found === null) continue
      parts.push(mixedText(words.slice(from, match.index), foreign, messages.tag), found)
      from = match.index + match[0].length
    }
    return join(parts, mixedText(words.slice(from), foreign, messages.tag))
  }
  return join(
    splitQuotations(text, messages).map(({ words, isQuoted }) =>
      isQuoted ? (link(words) ?? mixedText(words, foreign, messages.tag)) : piece(words),
    ),
  )
}

/** Path of each name, also with a capital at the beginning of a sentence; null for a name of several pages. */
function pagesByName(links: readonly NamedLink[], tag: string): ReadonlyMap<string, string | null> {
  const pages = new Map<string, string | null>()
  for (const { name, href } of links.slice(0, MAX_LINKS)) {
    if (name.trim() === '' || name.length > MAX_NAME) continue
    const first = [...name][0] ?? ''
    for (const form of new Set([name, first.toLocaleUpperCase(tag) + name.slice(first.length)])) {
      const known = pages.get(form)
      pages.set(form, known === undefined || known === href ? href : null)
    }
  }
  return pages
}

/** No letter, digit or mark may touch a name, nor a sign that joins it to another word: "X-ray", "x.com", "@X". */
const BEFORE = String.raw`(?<![\p{L}\p{N}\p{M}_@#/&.’'-])`
const AFTER = String.raw`(?![\p{L}\p{N}\p{M}_]|[-./@&][\p{L}\p{N}])`

function patternOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null
  const longestFirst = names.toSorted((a, b) => b.length - a.length)
  return new RegExp(`${BEFORE}(?:${longestFirst.map(escaped).join('|')})${AFTER}`, 'gu')
}

interface Piece {
  readonly words: string
  readonly isQuoted: boolean
}

/** Cuts a text at its quotation marks. A quotation that does not end is one to the end of the text. */
function splitQuotations(text: string, messages: Messages): readonly Piece[] {
  const [open = '', close = ''] = messages.quoted('\n').split('\n')
  const pieces: Piece[] = []
  let depth = 0
  let from = 0
  for (const { index, 0: mark } of text.matchAll(new RegExp(`${escaped(open)}|${escaped(close)}`, 'g'))) {
    if (mark === close && depth > 0) {
      depth -= 1
      if (depth > 0) continue
      const until = index + close.length
      pieces.push({ words: text.slice(from, until), isQuoted: true })
      from = until
    } else if (mark === open) {
      if (depth === 0) {
        pieces.push({ words: text.slice(from, index), isQuoted: false })
        from = index
      }
      depth += 1
    }
  }
  return [...pieces, { words: text.slice(from), isQuoted: depth > 0 }]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
