import { baseOf } from '../text/languages.ts'
import { alternativesOf, toSearchedText, wordOfTerm, words } from '../text/search-text.ts'
import { SEARCH_FIELDS, type SearchField } from './store/search-candidate.ts'

/**
 * Texts by which a thing is found, folded and in one text, for the index and for the ranking. Words are separated by
 * spaces. A marker stands before the words of each text: a sign that no word contains, a letter for the field, and the
 * language. All markers are ASCII, since a driver decodes ASCII fastest.
 *
 *     ~aen elon musk ~ben elon
 */

export const TEXT = '~'
/** Stands between the words of a text and the parts of words by which it is also found. */
export const PARTS = '|'
/** Stands before words that are found but decide no rank. */
export const UNRANKED = '^'
const [TEXT_CODE, PARTS_CODE, UNRANKED_CODE, SPACE] = [0x7e, 0x7c, 0x5e, 0x20]
const FIRST_FIELD = 97
/** A search has at most 8 terms, so each later word of a text needs to stand there only once. */
const ORDERED_WORDS = 9
/** Length of all marked texts in UTF-16 units. The heaviest fields come first. */
const MAX_RANKED = 40_000
/** Length with the words after UNRANKED. */
const MAX_TEXT = 60_000

/** Encodes the texts of a thing. */
export function foldTexts(fields: readonly SearchField[]): string {
  const found: string[] = []
  let length = 0
  const known = new Set<string>()
  const unranked = new Set<string>()
  const texts = new Set<string>()
  for (const field of fields.toSorted((a, b) => weightOf(a) - weightOf(b))) {
    const tokens = tokensOf(field)
    const text = [languageOf(field.language), ...tokens].join(' ')
    // A heavier field with the same words in the same language always ranks higher.
    if (tokens.length === 0 || texts.has(text)) continue
    if (length + text.length + 3 > MAX_RANKED) {
      for (const token of tokens) unranked.add(token)
      continue
    }
    texts.add(text)
    found.push(TEXT + String.fromCharCode(FIRST_FIELD + weightOf(field)) + text)
    length += text.length + 3
    for (const token of tokens) known.add(token)
  }
  const others: string[] = []
  for (const word of unranked) {
    if (known.has(word) || word === PARTS || length + word.length + 3 > MAX_TEXT) continue
    others.push(word)
    length += word.length + 1
  }
  return [...found, ...(others.length === 0 ? [] : [UNRANKED, ...others])].join(' ')
}

const weightOf = ({ field }: SearchField): number => SEARCH_FIELDS.indexOf(field)

function tokensOf({ value, language }: SearchField): readonly string[] {
  const { words, parts } = toSearchedText(value, languageOf(language))
  const ordered = words.slice(0, ORDERED_WORDS)
  const others = new Set(words.slice(ORDERED_WORDS))
  for (const word of ordered) others.delete(word)
  const tokens = [...ordered, ...others]
  return parts.length === 0 ? tokens : [...tokens, PARTS, ...parts]
}

/** The language without its region; '' for null. */
const languageOf = (language: string | null): string =>
  language === null
    ? ''
    : baseOf(language)
        .toLowerCase()
        .replace(/[^a-z]/g, '')

/** Returns the indexed words of an encoded text. */
export const wordsOfTexts = (texts: string): readonly string[] =>
  texts.split(' ').filter((word) => !/^[~|^]/.test(word))

/** Grades of a match, best first. A match of all words in several texts together is last. */
const EXACT = 0
const BEGINNING = 1
const ALL_WORDS = 2
const SOME_WORDS = 3
/** Rank of a thing whose words are all unranked. */
const LAST = 7999

/** Returns the rank of an encoded text in a search. The string order is the order of ranks, best first. */
export type RankTexts = (texts: string) => string

/**
 * Makes a ranking: by the grade of the best text, the number of its missing terms, its field, and then its language.
 * @param language its text wins against an equal one in another language
 */
export function rankingOf(terms: readonly string[], language: string): RankTexts {
  const said = terms.map(wordOfTerm).join(' ')
  const searched = terms.flatMap((term, bit) => {
    const { word, exact } = alternativesOf(term)
    return [{ text: word, isExact: false, bit }, ...exact.map((text) => ({ text, isExact: true, bit }))]
  })
  const wanted = languageOf(language)
  const first = searched.map(({ text }) => text.charCodeAt(0))
  const all = 2 ** terms.length - 1

  /** Rank of the text whose marker is at `marker` and whose words are between two places; `found` has a bit for each term. */
  function rankOf(texts: string, marker: number, from: number, to: number, found: number): number {
    const missing = countBits(all & ~found)
    const begins = missing === 0 && texts.startsWith(said, from)
    const grade = missing > 0 ? SOME_WORDS : !begins ? ALL_WORDS : to - from === said.length ? EXACT : BEGINNING
    const letters = from - marker - 3
    const isWanted = letters === 0 || (letters === wanted.length && texts.startsWith(wanted, marker + 2))
    return ((grade * 10 + missing) * 100 + texts.charCodeAt(marker + 1) - FIRST_FIELD) * 2 + (isWanted ? 0 : 1)
  }

  // One pass without a list of the words: a search ranks up to a thousand texts at a time.
  return (texts) => {
    let best = Number.POSITIVE_INFINITY
    let marker = -1
    let from = 0
    let to = -1
    let found = 0
    const endText = (end: number): void => {
      if (marker >= 0) best = Math.min(best, rankOf(texts, marker, from, to < 0 ? end : to, found))
    }
    for (let i = 0; i < texts.length; i += 1) {
      const code = texts.charCodeAt(i)
      if (code === PARTS_CODE) to = i - 1
      else if (code === TEXT_CODE || code === UNRANKED_CODE) {
        endText(i - 1)
        marker = code === UNRANKED_CODE ? -1 : i
        while (i < texts.length && texts.charCodeAt(i) !== SPACE) i += 1
        from = i + 1
        to = -1
        found = 0
        continue
      } else {
        for (let t = 0; t < first.length; t += 1) {
          const one = searched[t]
          if (code === first[t] && one && texts.startsWith(one.text, i) && isAt(one, texts, i)) found |= 1 << one.bit
        }
      }
      while (i < texts.length && texts.charCodeAt(i) !== SPACE) i += 1
    }
    endText(texts.length)
    return format(Math.min(best, LAST))
  }
}

/** Parts of an encoded text by which a database abbreviates it. Each begins with a space. */
export interface Abbreviating {
  /** The searched words. */
  readonly said: string
  /** For each term the beginnings of words that it finds, and the full words, which end with a space. */
  readonly alternatives: readonly (readonly string[])[]
  /** Beginnings of which each text with an alternative has one. */
  readonly beginnings: readonly string[]
}

/**
 * Returns what a database needs to abbreviate texts. An abbreviated text has the rank of the text, and is short:
 *
 *     ~aen elon musk           its words are the searched ones
 *     ~aen elon musk*          its words begin with them
 *     ~jen  musk* ꞌconfirm *   it has these beginnings and full words, in other places
 *
 * The sign * is in no word. It keeps a beginning from being taken for a full word.
 */
export function abbreviating(terms: readonly string[]): Abbreviating {
  const alternatives = terms.map((term) => {
    const { word, exact } = alternativesOf(term)
    const others = exact.filter((one) => !one.startsWith(word))
    return [` ${word}`, ...others.map((one) => ` ${one} `)]
  })
  const beginnings = [...new Set(alternatives.flat().map((one) => one.trimEnd()))]
  return { said: ` ${terms.map(wordOfTerm).join(' ')}`, alternatives, beginnings }
}

/** Whether a stem ends where the word at a place ends. */
const isAt = (
  { text, isExact }: { readonly text: string; readonly isExact: boolean },
  texts: string,
  i: number,
): boolean => !isExact || i + text.length === texts.length || texts.charCodeAt(i + text.length) === SPACE

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest >>= 1) count += rest & 1
  return count
}

/** Writes a rank as 'grade.missing.field.language', each part of a fixed length. */
function format(rank: number): string {
  const digits = String(rank >> 1).padStart(4, '0')
  return `${digits.slice(0, 1)}.${digits.slice(1, 2)}.${digits.slice(2)}.${rank & 1}`
}

/** Joins the words of a name into one. Folding replaces this character, so no word contains it. */
const JOINT = '\uA78C'
const NAME_FIELDS: ReadonlySet<string> = new Set<SearchField['field']>([
  'PREFERRED',
  'ALIAS',
  'FORMER',
  'TITLE',
  'EXTERNAL_ID',
])
/** Length of a name in UTF-16 units. */
const MAX_NAME = 200

/** Encodes each name of a thing as one word, for a search that finds exact names and beginnings of names first. */
export function joinNames(fields: readonly SearchField[]): string {
  const names = fields.flatMap(({ field, value }) => (NAME_FIELDS.has(field) ? joined(words(value)) : []))
  return [...new Set(names)].map((name) => (name + JOINT + JOINT).slice(0, MAX_NAME)).join(' ')
}

const joined = (terms: readonly string[]): readonly string[] => (terms.length === 0 ? [] : [terms.join(JOINT)])

/** Beginnings of joined names that terms find, rarest first: names that are the terms, names that begin with them. */
export const joinedBeginnings = (terms: readonly string[]): readonly [string, string] => {
  const beginning = terms.map(wordOfTerm).join(JOINT)
  return [beginning + JOINT + JOINT, beginning]
}
