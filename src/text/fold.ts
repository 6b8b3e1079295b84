import anyAscii from 'any-ascii'

/**
 * Returns text for search and for sorting by name: one form for all spellings that readers take for the same. Stored
 * texts and search terms are folded alike, so that both engines find the same. Folding is idempotent and independent of
 * case and of the form of Unicode (NFC or NFD).
 *
 * - Latin letters and digits of all scripts become a-z and 0-9 (ø, ł, ß, æ, ı, ٣), through `any-ascii`.
 * - Diacritics go in alphabets that are read without them (Latin, Greek, Cyrillic, Hebrew, Arabic, Syriac). Signs that
 *   make another letter stay: voiced kana, vowels of Thai or Devanagari.
 * - Width variants become one, hiragana and katakana become hiragana, all apostrophes become `'`.
 * - Invisible characters go, white space becomes single spaces. No other script is romanized.
 */
export const foldText = (text: string): string => foldCharacters(text).replace(/\s+/gu, ' ').trim()

const ASCII = /^[\0-\x7f]*$/

/** Folds the characters of a text; white space stays. A text folds to what its `foldParts` fold to, joined. */
function foldCharacters(text: string): string {
  if (ASCII.test(text)) return (text.includes('`') ? text.replaceAll('`', "'") : text).toLowerCase()
  return text
    .replace(/[\u00B4\u1FFD]/gu, "'")
    .normalize('NFKD')
    .replace(IOTA_SUBSCRIPT, 'ι')
    .replace(IGNORED, '')
    .replace(DIACRITICS, '')
    .replace(APOSTROPHES, "'")
    .toUpperCase()
    .toLowerCase()
    .replace(/ς/gu, 'σ')
    .replace(KATAKANA, (sign) => String.fromCharCode(sign.charCodeAt(0) - KATAKANA_AFTER_HIRAGANA))
    .replace(LATIN_OR_DIGIT, toAscii)
    .normalize('NFC')
}

/** Upper case of a letter with this sign has an iota beside it: ᾳ, ΑΙ. */
const IOTA_SUBSCRIPT = /\u0345/gu
/** Format characters, selectors of variants, and the sign that only lengthens an Arabic word. */
const IGNORED = /[\p{Cf}\p{Variation_Selector}\u0640]/gu
/** U+3099 and U+309A make voiced kana, which are other letters. */
const DIACRITICS =
  /(?![\u3099\u309A])(?=[\p{Script=Inherited}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}])\p{M}/gu
/** Straight, typographic and modifier apostrophes, primes, grave accents, geresh, signs for ayin and hamza. */
const APOSTROPHES = /[`\u02B9-\u02BF\u02C8\u02CA\u02CB\u055A\u05F3\u07F4\u07F5\u2018-\u201B\u2032\u2035\uA78B\uA78C]/gu
/** Katakana that have a hiragana at the same distance. */
const KATAKANA = /[\u30A1-\u30F6\u30FD\u30FE]/gu
const KATAKANA_AFTER_HIRAGANA = 0x60
const LATIN_OR_DIGIT = /(?![\0-\x7f])[\p{Script=Latin}\p{Nd}]/gu

/** Transcribes a letter. If the transcription has neither letters nor digits, the letter stays, since it would vanish. */
function toAscii(letter: string): string {
  const ascii = anyAscii(letter)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return ascii === '' ? letter : ascii
}

/** A part of a text that folds by itself, with its place: code points, half-open. */
export interface FoldedPart {
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** Returns the parts of a text, each a character with all that combines with it. Folding may change lengths. */
export function foldParts(text: string): readonly FoldedPart[] {
  if (ASCII.test(text)) return Array.from(foldCharacters(text), (folded, start) => ({ folded, start, end: start + 1 }))
  let end = 0
  return (text.match(PARTS) ?? []).map((part) => {
    const start = end
    end += lengthOf(part)
    return { folded: foldCharacters(part), start, end }
  })
}

/** Length in code points. */
const lengthOf = (text: string): number => (text.length === 1 ? 1 : [...text].length)

/** Half-width voicing marks and the vowels and ends of Hangul syllables combine without being marks. */
const PARTS = /[\s\S][\p{M}\p{Cf}\uFF9E\uFF9F\u1160-\u11FF]*/gu
