/**
 * Shortest term, in characters, that matches the beginning of a word. A single letter is a name (X) and matches itself
 * alone.
 */
const MIN_BEGINNING = 2
const MAX_TERMS = 8
const MAX_TERM_LENGTH = 64
const MAX_TEXT = 20_000

/**
 * Returns text in lower case, without diacritics, with single spaces. Stored texts and search terms are folded alike,
 * so that both engines find the same.
 */
export const foldText = (text: string): string => plainCharacters(text).toLowerCase().replace(/\s+/gu, ' ').trim()

/** Fast path: ASCII text needs no normalization. */
const plainCharacters = (text: string): string =>
  /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')

/** Returns the folded words of letters and digits, in any script. Words of one letter stay: X is a name. */
export const words = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Returns the folded words of the texts, each once, joined by spaces, up to MAX_TEXT UTF-16 units. */
export function searchText(texts: readonly string[]): string {
  let found = ''
  for (const word of new Set(texts.flatMap(words))) {
    if (found.length + word.length < MAX_TEXT) found += found === '' ? word : ` ${word}`
  }
  return found
}

/** Returns whether a term matches beginnings of words. A term of one character matches whole words only. */
export const findsBeginnings = (term: string): boolean =>
  // A character has at most two UTF-16 units, so longer terms need no count. This runs for every word of a text.
  term.length > 2 * (MIN_BEGINNING - 1) || [...term].length >= MIN_BEGINNING

/** Returns whether a search for the term matches the word. Both are folded. */
export const isWordOf = (term: string, word: string): boolean =>
  findsBeginnings(term) ? word.startsWith(term) : word === term

/** Returns the folded search terms of a text, each once: at most MAX_TERMS, of at most MAX_TERM_LENGTH characters. */
export const queryTerms = (text: string): readonly string[] =>
  [...new Set(words(text).map((word) => [...word].slice(0, MAX_TERM_LENGTH).join('')))].slice(0, MAX_TERMS)
