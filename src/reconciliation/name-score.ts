import { foldText } from '../text/fold.ts'
import { type NameSpellings, soundOf, spellingsOf } from './name-spellings.ts'
import { spellingLikeness } from './spelling-distance.ts'

/** Kinds of names, the strongest first. */
export type NamedAs = 'PREFERRED' | 'ALIAS' | 'FORMER'

/** A wanted text, in all forms that are compared. */
export interface WantedName {
  readonly folded: string
  readonly spellings: NameSpellings
  readonly sound: string
}

/** The best name of a thing for a wanted text. */
export interface NameScore {
  /** From 0 to 100. */
  readonly score: number
  /** Whether the texts differ at most in case, diacritics, marks and spaces. */
  readonly isExact: boolean
  /** Whether the texts differ at most in that and in an article, a legal form or the ending of a domain. */
  readonly isSameCore: boolean
  readonly namedAs: NamedAs
  /** Forms of the name that was found. */
  readonly forms: WantedName
}

const SCORE_OF = { PREFERRED: 100, ALIAS: 99, FORMER: 98 } as const satisfies Readonly<Record<NamedAs, number>>
/** Scores of texts that differ in marks and spaces, and in a legal form. */
const SAME_CHARACTERS = 97
const SAME_CORE = 95
/** Maximum score of a name with another core. */
const MAX_OTHER = 94
/** Factors of a likeness of sounds, and of words in another order. */
const SOUND_FACTOR = 0.98
const WORDS_FACTOR = 0.97
/** Likeness of a name and its initials, which other names may share. */
export const INITIALS_LIKENESS = 0.75

export function toWantedName(text: string): WantedName {
  const spellings = spellingsOf(text)
  return { folded: foldText(text), spellings, sound: soundOf(spellings.core) }
}

/** Forms of names that were compared, by name object, which the state cache shares between requests. */
const known = new WeakMap<object, WantedName>()

function formsOf(name: { readonly value: string }): WantedName {
  const found = known.get(name)
  if (found !== undefined) return found
  const made = toWantedName(name.value)
  known.set(name, made)
  return made
}

/** Compares a name with a wanted text. */
export function scoreName(wanted: WantedName, name: { readonly value: string; readonly kind: NamedAs }): NameScore {
  const forms = formsOf(name)
  const { folded, spellings, sound } = forms
  const common = { namedAs: name.kind, forms }
  if (folded === wanted.folded && folded !== '')
    return { ...common, score: SCORE_OF[name.kind], isExact: true, isSameCore: true }
  const { compact, core, words, initials } = spellings
  if (compact === '' || wanted.spellings.compact === '')
    return { ...common, score: 0, isExact: false, isSameCore: false }
  if (compact === wanted.spellings.compact)
    return { ...common, score: SAME_CHARACTERS, isExact: true, isSameCore: true }
  if (core === wanted.spellings.core) return { ...common, score: SAME_CORE, isExact: false, isSameCore: true }
  let likeness = spellingLikeness(compact, wanted.spellings.compact)
  const hasNoForm = core === compact && wanted.spellings.core === wanted.spellings.compact
  if (!hasNoForm) likeness = Math.max(likeness, spellingLikeness(core, wanted.spellings.core))
  if (sound !== core || wanted.sound !== wanted.spellings.core)
    likeness = Math.max(likeness, SOUND_FACTOR * spellingLikeness(sound, wanted.sound))
  likeness = Math.max(likeness, WORDS_FACTOR * likenessOfWords(words, wanted.spellings.words))
  if (initials.includes(wanted.spellings.compact)) likeness = Math.max(likeness, INITIALS_LIKENESS)
  return { ...common, score: Math.round(MAX_OTHER * likeness), isExact: false, isSameCore: false }
}

/** Returns the likeness of two lists of words in any order, from 0 to 1; lower if one list has additional words. */
function likenessOfWords(some: readonly string[], others: readonly string[]): number {
  if (some.length < 2 && others.length < 2) return 0
  const sorted = spellingLikeness(some.toSorted().join(''), others.toSorted().join(''))
  const shared = some.filter((word) => others.includes(word))
  const sharedLength = shared.join('').length
  const longest = Math.max(some.join('').length, others.join('').length)
  const isPart = shared.length === Math.min(some.length, others.length) && sharedLength > 2
  return Math.max(sorted, isPart ? 0.6 + (0.3 * sharedLength) / longest : 0)
}
