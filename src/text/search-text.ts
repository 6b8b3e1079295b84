import { foldText } from './fold.ts'
import { anyStemsOf, stemsOf } from './stems.ts'
import { withoutStopWords } from './stop-words.ts'

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

/** Yields the entries of the index for a run. A term finds the run if it begins one of them. */
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

/**
 * Returns a text as searches see it.
 * @param language base language of the text, whose stems are among the parts; empty for none
 */
export function toSearchedText(text: string, language = ''): SearchedText {
  const runs = runsOf(foldText(text))
  const found = runs.flatMap(termsOf)
  const known = new Set(found)
  const stems = [...known].flatMap((word) => stemsOf(word, language)).map((stem) => STEM + stem)
  if (!runs.some(({ text: run, isUnspaced }) => isUnspaced || run.includes("'")))
    return { words: found, parts: stems.length === 0 ? stems : [...new Set(stems)] }
  const parts = runs.flatMap((run) => [...indexedOf(run)]).filter((part) => !known.has(part))
  return { words: found, parts: [...new Set([...parts, ...stems])] }
}

/** Marks a stem in the index. Folding replaces this character, so no word contains it. */
const STEM = '\uA78C'

/** Returns whether a term matches beginnings of words. A term of one letter matches exact words only. */
export const findsBeginnings = (term: string): boolean =>
  // A character has at most two UTF-16 units, so longer terms need no count. This runs for every word of a text.
  term.length > 2 * (MIN_BEGINNING - 1) || [...term].length >= MIN_BEGINNING || IS_SYLLABLE.test(term)

/** Separates the alternatives of a term: a word, then its stems. No word contains it. */
const OR = '|'

/** Texts that a term finds in the index. */
export interface Alternatives {
  /** Finds words that begin with it, or that are it if it is one letter. */
  readonly word: string
  /** Indexed words and stems that it finds as they are. */
  readonly exact: readonly string[]
}

/** Reads a term: a folded word, or a word with its stems. */
export function alternativesOf(term: string): Alternatives {
  const [word = '', ...stems] = term.split(OR)
  return { word, exact: stems.flatMap((stem) => [stem, STEM + stem]) }
}

/** The word of a term, without its stems. */
export const wordOfTerm = (term: string): string => term.split(OR, 1)[0] ?? ''

/** Creates a test whether a search for the term finds an indexed word. Both are folded. */
export function wordTest(term: string): (indexed: string) => boolean {
  const { word, exact } = alternativesOf(term)
  const isOne = findsBeginnings(word)
    ? (indexed: string): boolean => indexed.startsWith(word)
    : (indexed: string): boolean => indexed === word
  return exact.length === 0 ? isOne : (indexed) => isOne(indexed) || exact.includes(indexed)
}

/** Creates a test whether a term finds a folded word of a text in any language, by its beginning or by a stem. */
export function textWordTest(term: string): (word: string) => boolean {
  const { word, exact } = alternativesOf(term)
  if (exact.length === 0) return (one) => one.startsWith(word)
  return (one) => one.startsWith(word) || exact.includes(one) || anyStemsOf(one).some((stem) => exact.includes(stem))
}

/** Returns the folded search terms of a text, each once: at most MAX_TERMS, of at most MAX_TERM_LENGTH characters. */
export const queryTerms = (text: string): readonly string[] =>
  [...new Set(words(text).map((word) => [...word].slice(0, MAX_TERM_LENGTH).join('')))].slice(0, MAX_TERMS)

/** Returns the terms of a search: those of `queryTerms`, each with its stems, by which it finds other forms of the word. */
export const searchTerms = (text: string): readonly string[] => withStems(queryTerms(text))

/** Returns terms with their stems. */
export const withStems = (terms: readonly string[]): readonly string[] =>
  terms.map((word) => [word, ...anyStemsOf(word)].join(OR))

/**
 * Returns the terms of a text without stop words, for a second search if the first one found nothing. Null for a text
 * without stop words.
 */
export function termsWithoutStopWords(text: string): readonly string[] | null {
  const terms = queryTerms(text)
  const named = withoutStopWords(terms)
  return named.length === terms.length ? null : withStems(named)
}
