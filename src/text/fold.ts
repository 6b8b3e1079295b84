/** One folding for what is stored and what is asked, so that both engines find the same. */
/** One letter is a name (X), and the beginning of everything. */
const MIN_BEGINNING = 2
const MAX_TERMS = 8
const MAX_TERM_LENGTH = 64
const MAX_TEXT = 20_000

/** No case, no diacritics, plain white space. */
export const foldText = (text: string): string => plainCharacters(text).toLowerCase().replace(/\s+/gu, ' ').trim()

/** Most texts have nothing to take apart. */
const plainCharacters = (text: string): string =>
  /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')

/** Words of letters and digits in any script; one-letter words stay: X is a name. */
export const words = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of the texts, each once. */
export function searchText(texts: readonly string[]): string {
  let found = ''
  for (const word of new Set(texts.flatMap(words))) {
    if (found.length + word.length < MAX_TEXT) found += found === '' ? word : ` ${word}`
  }
  return found
}

/** Typing finds words by their beginnings, and by one letter that word alone. */
export const findsBeginnings = (term: string): boolean =>
  // A letter is two units at most, so longer terms, which are asked of every word of a text, need no counting.
  term.length > 2 * (MIN_BEGINNING - 1) || [...term].length >= MIN_BEGINNING

/** Whether a text that is looked for by the term has this word. */
export const isWordOf = (term: string, word: string): boolean =>
  findsBeginnings(term) ? word.startsWith(term) : word === term

export const queryTerms = (text: string): readonly string[] =>
  [...new Set(words(text).map((word) => [...word].slice(0, MAX_TERM_LENGTH).join('')))].slice(0, MAX_TERMS)
