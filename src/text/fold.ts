/** One folding for what is stored and what is asked, so that both engines find the same. */
const MAX_PREFIX = 12
const MIN_PREFIX = 2
const MAX_TERMS = 8
const MAX_TERM_LENGTH = 64
const MAX_TEXT = 20_000

/** No case, no diacritics, plain white space. */
export const foldText = (text: string): string => plainLetters(text).toLowerCase().replace(/\s+/gu, ' ').trim()

/** Most texts have nothing to take apart. */
const plainLetters = (text: string): string =>
  /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')

/** Words of letters and digits in any script; one-letter words stay: X is a name. */
export const words = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of the texts and their beginnings, so that typing finds them. */
export function searchText(texts: readonly string[]): string {
  const found = new Set<string>()
  const seen = new Set<string>()
  let length = 0
  for (const word of texts.flatMap(words)) {
    if (seen.has(word)) continue
    seen.add(word)
    for (const beginning of beginningsOf(word)) add(beginning)
    add(word)
  }
  return [...found].join(' ')

  function add(term: string): void {
    if (found.has(term) || length + term.length + 1 > MAX_TEXT) return
    found.add(term)
    length += term.length + 1
  }
}

/** What of a term is looked for in an index that holds beginnings of some length. */
export const toIndexedTerm = (term: string): string => {
  const letters = [...term]
  return letters.length > MAX_PREFIX ? letters.slice(0, MAX_PREFIX).join('') : term
}

/** Whole letters: a pair of surrogates is never cut. */
function beginningsOf(word: string): readonly string[] {
  const letters = /[\ud800-\udfff]/.test(word) ? [...word] : null
  const count = Math.min(MAX_PREFIX, (letters ?? word).length - 1)
  const beginnings: string[] = []
  for (let n = MIN_PREFIX; n <= count; n += 1) {
    beginnings.push(letters ? letters.slice(0, n).join('') : word.slice(0, n))
  }
  return beginnings
}

export const queryTerms = (text: string): readonly string[] =>
  [...new Set(words(text).map((word) => [...word].slice(0, MAX_TERM_LENGTH).join('')))].slice(0, MAX_TERMS)
