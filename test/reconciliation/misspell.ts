/** A kind of misspelling. */
export interface MisspellingRule {
  readonly name: string
  /** Returns the name as misspelt; null for a name to which the rule does not apply. */
  readonly misspell: (name: string, random: Random) => string | null
}

/** Returns a number from 0 up to, but not including, 1. */
export type Random = () => number

/** Creates repeatable random numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const VOWELS = 'aeiou'
const LETTER = /\p{L}/u
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Places of letters that have a letter after them. The first letter is excluded, since people rarely mistype it. */
const innerLetters = (name: string): readonly number[] =>
  [...name].flatMap((letter, i) => (i > 0 && LETTER.test(letter) && LETTER.test(name[i + 1] ?? '') ? [i] : []))

const pick = <T>(all: readonly T[], random: Random): T | null => all[Math.floor(random() * all.length)] ?? null

function neighbourOf(letter: string, random: Random): string | null {
  const line = KEYS.find((one) => one.includes(letter.toLowerCase()))
  if (line === undefined) return null
  const i = line.indexOf(letter.toLowerCase())
  return pick(
    [line[i - 1], line[i + 1]].filter((one) => one !== undefined),
    random,
  )
}

const at = (name: string, random: Random, change: (before: string, letter: string, after: string) => string | null) => {
  const place = name.length < 4 ? null : pick(innerLetters(name), random)
  return place === null ? null : change(name.slice(0, place), name.charAt(place), name.slice(place + 1))
}

const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ' }
const FORMS = [', Inc.', ' LLC', ' Ltd.', ' GmbH', ' S.A.', ' B.V.', ' Corporation', ' Limited']
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{
    sh: 'ш',
    ch: 'ч',
    ya: 'я',
    yu: 'ю',
    zh: 'ж',
    a: 'а',
    b: 'б',
    c: 'к',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    h: 'х',
    i: 'и',
  },
  ...{
    j: 'дж',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
    o: 'о',
    p: 'п',
    q: 'к',
    r: 'р',
    s: 'с',
    t: 'т',
    u: 'у',
    v: 'в',
    w: 'в',
  },
  ...{ x: 'кс', y: 'й', z: 'з' },
}

/** Spellings of English sounds by Indonesian letters, in the order in which they are replaced. */
const INDONESIAN: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/wh/g, 'w'],
  [/sh/g, 'sy'],
  [/ck|c(?=[aou])/g, 'k'],
  [/c(?=[ei])/g, 's'],
  [/oo/g, 'u'],
  [/ee|ea/g, 'i'],
  [/x/g, 'ks'],
  [/qu/g, 'kw'],
  [/v/g, 'f'],
]

/** Syllables of a word: each ends with its vowel, the last one with the end of the word. */
const syllables = (word: string): readonly string[] => word.match(/[^aeiouy]*[aeiouy]+(?:[^aeiouy]+$)?/gi) ?? []

export const RULES: readonly MisspellingRule[] = [
  {
    name: 'two neighbours swapped',
    misspell: (name, random) =>
      at(name, random, (before, letter, after) =>
        letter === after.charAt(0) ? null : before + after.charAt(0) + letter + after.slice(1),
      ),
  },
  { name: 'one letter dropped', misspell: (name, random) => at(name, random, (before, _, after) => before + after) },
  {
    name: 'one letter doubled',
    misspell: (name, random) => at(name, random, (before, letter, after) => before + letter + letter + after),
  },
  {
    name: 'neighbouring key',
    misspell: (name, random) =>
      at(name, random, (before, letter, after) => {
        const other = neighbourOf(letter, random)
        return other === null ? null : before + other + after
      }),
  },
  {
    name: 'diacritics missing or added',
    misspell: (name, random) => {
      const bare = name.normalize('NFD').replace(/\p{M}/gu, '')
      if (bare !== name) return bare
      const places = [...name].flatMap((letter, i) => (ACCENTS[letter] === undefined ? [] : [i]))
      const place = pick(places, random)
      return place === null ? null : name.slice(0, place) + ACCENTS[name.charAt(place)] + name.slice(place + 1)
    },
  },
  {
    name: 'other case',
    misspell: (name, random) =>
      random() < 0.5 ? name.toUpperCase() : name === name.toLowerCase() ? null : name.toLowerCase(),
  },
  {
    name: 'spaces',
    misspell: (name, random) => {
      if (name.includes(' ')) return name.replace(' ', '')
      const place = name.length < 6 ? null : pick(innerLetters(name), random)
      return place === null ? null : `${name.slice(0, place + 1)} ${name.slice(place + 1)}`
    },
  },
  {
    name: 'punctuation',
    misspell: (name, random) => {
      if (/[-.'&]/.test(name)) return name.replace(/[-.'&]/g, '')
      return name.includes(' ') ? name.replaceAll(' ', pick(['-', '_', '.', ', '], random) ?? '-') : `“${name}”.`
    },
  },
  { name: 'legal form', misspell: (name, random) => `${name}${pick(FORMS, random) ?? ''}` },
  {
    name: 'other script',
    misspell: (name) =>
      /^[a-z][a-z ]{3,}$/i.test(name)
        ? name.toLowerCase().replace(/sh|ch|ya|yu|zh|[a-z]/g, (letters) => CYRILLIC[letters] ?? letters)
        : null,
  },
  {
    name: 'two syllables swapped',
    misspell: (name, random) => {
      const [word = '', ...others] = name.split(' ')
      const parts = [...syllables(word)]
      const place =
        parts.length < 3 || parts.join('') !== word
          ? null
          : pick(
              parts.slice(1).map((_, i) => i),
              random,
            )
      if (place === null) return null
      parts.splice(place, 2, ...parts.slice(place, place + 2).reverse())
      return [parts.join(''), ...others].join(' ')
    },
  },
  {
    name: 'another vowel',
    misspell: (name, random) =>
      at(name, random, (before, letter, after) =>
        VOWELS.includes(letter) ? before + pick(VOWELS.replace(letter, '').split(''), random) + after : null,
      ),
  },
  {
    name: 'Indonesian spelling',
    misspell: (name) => {
      const lower = name.toLowerCase()
      const written = INDONESIAN.reduce((text, [sound, letters]) => text.replace(sound, letters), lower)
      return written === lower ? null : written
    },
  },
  { name: 'Indonesian legal form', misspell: (name) => `PT ${name} Tbk` },
]
