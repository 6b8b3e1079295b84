import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as indonesian } from '@orama/stemmers/indonesian'

/** Shortest word, in letters, that has a stem: shorter ones are names and particles. */
const MIN_WORD = 4
/** Shortest stem, in letters. A shorter one may be another word: "media" would find "dia" ("he"). */
const MIN_STEM = 4
const PLAIN = /^[a-z]+$/

/**
 * Stems of a folded word in a language (BCP 47), without the word itself: "penjualan" → "jual". Where the prefixes meN- and
 * peN- hide the first consonant of a root, each root that they may hide: "mengumpulkan" → "umpul", "kumpul". No stems in
 * languages other than Indonesian and English.
 */
export function stemsOf(word: string, language: string): readonly string[] {
  if (word.length < MIN_WORD || !PLAIN.test(word)) return []
  if (language === 'en') return fitting([english(word)], word)
  return language === 'id' ? fitting(rootsOf(word), word) : []
}

/** Stems of a word whose language is unknown, such as one of a search; the word too, as it may be a stem itself. */
export const anyStemsOf = (word: string): readonly string[] =>
  word.length < MIN_WORD || !PLAIN.test(word)
    ? []
    : [...new Set([word, ...stemsOf(word, 'en'), ...stemsOf(word, 'id')])]

const fitting = (stems: readonly string[], word: string): readonly string[] =>
  [...new Set(stems)].filter((stem) => stem !== word && stem.length >= MIN_STEM)

/** Prefix, and the consonants that it hides. The stemmer restores s after meny-, and p after mem-. */
const HIDING = [
  { prefix: /^[mp]en[aeiou]/, stem: /^[aeiou]/, restore: (stem: string) => [`t${stem}`, `n${stem}`] },
  { prefix: /^[mp]eng[aeiou]/, stem: /^[aeiou]/, restore: (stem: string) => [`k${stem}`] },
  { prefix: /^[mp]em[aeiou]/, stem: /^p/, restore: (stem: string) => [`m${stem.slice(1)}`] },
] as const

function rootsOf(word: string): readonly string[] {
  const stem = indonesian(word)
  const hidden = HIDING.find((one) => one.prefix.test(word) && one.stem.test(stem))
  const roots = hidden ? [stem, ...hidden.restore(stem)] : [stem]
  // The stemmer takes the end of "pakai" for the suffix -i, but not that of "pemakaian".
  return [...roots, ...roots.map((root) => root.replace(/i$/, ''))]
}
