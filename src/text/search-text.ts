import { foldText } from './fold.ts'

/**
 * Shortest term, in characters, that matches the beginning of a word. A single letter is a name (X) and matches itself
 * alone.
 */
const MIN_BEGINNING = 2
const MAX_TERMS = 8
const MAX_TERM_LENGTH = 64
/**
 * Longest term, in characters, of a script without spaces. Such a text is indexed from each of its characters on, up to
 * this length, so that any part of it is found. No dictionary decides where words end: dictionaries differ between
 * versions of Node, and a database outlives its Node.
 */
const MAX_PART = 6

/** Scripts whose words are written without spaces. U+30FC lengthens kana; U+3005 to U+3007 and U+303B are Han signs. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}' +
  '\\p{Script=Myanmar}\\p{Script=Javanese}\\p{Script=Balinese}\\p{Script=Tai_Tham}\\p{Script=New_Tai_Lue}\\p{Script=Tai_Le}' +
  '\\p{Script=Tai_Viet}\\u30FC\\u3099\\u309A\\u3005-\\u3007\\u303B'
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')
/** One character of these scripts is more than a letter, so it is searched for as a beginning. */
const IS_SYLLABLE = new RegExp(`^[${UNSPACED}\\p{Script=Hangul}]`, 'u')
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu')
/** Letters, digits and their signs, with apostrophes between them, in folded text. */
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

const ASCII = /^[\0-\x7f]*$/
/** Fast path: what WORDS finds in folded ASCII. */
const ASCII_WORDS = /[a-z0-9]+(?:'[a-z0-9]+)*/g

/** A word of a folded text, or a part of one in a script without spaces. */
export interface Run {
  readonly text: string
  /** Place in the folded text in UTF-16 units. */
  readonly index: number
  readonly isUnspaced: boolean
}

/** Returns the words of a folded text, in scripts without spaces the parts between signs of other kinds. */
export function runsOf(folded: string): readonly Run[] {
  const found: Run[] = []
  const mayBeUnspaced = HAS_UNSPACED.test(folded)
  for (const { 0: text, index } of folded.matchAll(ASCII.test(folded) ? ASCII_WORDS : WORDS)) {
    if (!mayBeUnspaced || !HAS_UNSPACED.test(text)) found.push({ text, index, isUnspaced: false })
    else
      for (const run of text.matchAll(RUNS))
        found.push({ text: run[0], index: index + run.index, isUnspaced: HAS_UNSPACED.test(run[0]) })
  }
  return found
}

/**
 * Returns the words of a text as terms to search for, in order. Apostrophes go (O'Brien and OBrien are one word), and so
 * does a possessive 's. A text without spaces is cut into parts of MAX_PART characters.
 */
export const words = (text: string): readonly string[] => runsOf(foldText(text)).flatMap(termsOf)

function termsOf({ text, isUnspaced }: Run): readonly string[] {
  if (isUnspaced) return cut(text)
  if (!text.includes("'")) return [text]
  const parts = partsOf(text)
  return [(parts.length > 1 && parts.at(-1) === 's' ? parts.slice(0, -1) : parts).join('')]
}

function cut(text: string): readonly string[] {
  const characters = [...text]
  const parts: string[] = []
  for (let i = 0; i < characters.length; i += MAX_PART) parts.push(characters.slice(i, i + MAX_PART).join(''))
  return parts
}

const partsOf = (text: string): readonly string[] => text.split("'").filter((part) => part !== '')

/** Yields all that the index has of a run: each term that finds it begins one of these. */
function* indexedOf({ text, isUnspaced }: Run): Generator<string> {
  if (isUnspaced) {
    const characters = [...text]
    for (let i = 0; i < characters.length; i += 1) yield characters.slice(i, i + MAX_PART).join('')
    return
  }
  if (!text.includes("'")) return yield text
  yield text.replaceAll("'", '')
  yield* partsOf(text)
}

/** A text as searches see it, folded. */
export interface SearchedText {
  /** Words in order, as terms to search for. */
  readonly words: readonly string[]
  /** Other words of the index: parts at apostrophes, and parts of scripts without spaces. Each term that finds the text begins a word of either list. */
  readonly parts: readonly string[]
}

export function toSearchedText(text: string): SearchedText {
  const runs = runsOf(foldText(text))
  const found = runs.flatMap(termsOf)
  if (!runs.some(({ text: run, isUnspaced }) => isUnspaced || run.includes("'"))) return { words: found, parts: [] }
  const known = new Set(found)
  const parts = runs.flatMap((run) => [...indexedOf(run)]).filter((part) => !known.has(part))
  return { words: found, parts: [...new Set(parts)] }
}

/** Returns whether a term matches beginnings of words. A term of one letter matches whole words only. */
export const findsBeginnings = (term: string): boolean =>
  // A character has at most two UTF-16 units, so longer terms need no count. This runs for every word of a text.
  term.length > 2 * (MIN_BEGINNING - 1) || [...term].length >= MIN_BEGINNING || IS_SYLLABLE.test(term)

/** Returns whether a search for the term matches the indexed word. Both are folded. */
export const isWordOf = (term: string, word: string): boolean =>
  findsBeginnings(term) ? word.startsWith(term) : word === term

/** Returns the folded search terms of a text, each once: at most MAX_TERMS, of at most MAX_TERM_LENGTH characters. */
export const queryTerms = (text: string): readonly string[] =>
  [...new Set(words(text).map((word) => [...word].slice(0, MAX_TERM_LENGTH).join('')))].slice(0, MAX_TERMS)
