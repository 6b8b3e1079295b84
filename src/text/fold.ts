/** One folding for what is stored and what is asked, so that both engines find the same. */
const MAX_PREFIX = 12
const MIN_PREFIX = 2
const MAX_TERMS = 8
const MAX_TERM_LENGTH = 64
const MAX_TEXT = 20_000

/** No case, no diacritics, plain white space. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()

/** Words of letters and digits in any script; one-letter words stay: X is a name. */
export const words = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of the texts and their beginnings, so that typing finds them. */
export function searchText(texts: readonly string[]): string {
  const found = new Set<string>()
  let length = 0
  for (const word of texts.flatMap(words)) {
    const letters = [...word]
    for (let n = MIN_PREFIX; n <= Math.min(MAX_PREFIX, letters.length - 1); n += 1) add(letters.slice(0, n).join(''))
    add(word)
  }
  return [...found].join(' ')

  function add(term: string): void {
    if (found.has(term) || length + term.length + 1 > MAX_TEXT) return
    found.add(term)
    length += term.length + 1
  }
}

export const queryTerms = (text: string): readonly string[] =>
  [...new Set(words(text).map((word) => [...word].slice(0, MAX_TERM_LENGTH).join('')))].slice(0, MAX_TERMS)
