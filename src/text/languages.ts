import { toSecond } from './instant.ts'
import { isolateText } from './isolate-text.ts'

export interface TextInLanguage {
  readonly value: string
  /** BCP 47. */
  readonly language: string
}

const FALLBACK = ['en', 'id']

/** Returns the base of a language tag: `pt` for `pt-BR`. */
export function baseOf(language: string): string {
  const end = language.indexOf('-')
  return end < 0 ? language : language.slice(0, end)
}

/** Capitalises the first letter by the rules of the language, also of a text that is isolated. Other text stays. */
export const capitalised = (text: string, language: string): string =>
  text.replace(/^(\u2068?)(\p{Ll})/u, (_, isolate, letter) => `${isolate}${letter.toLocaleUpperCase(language)}`)

/**
 * Returns the text in the wanted language (BCP 47), its base language, English, Indonesian, or the first one. Null
 * without texts. `language` names the language of the result.
 */
export function pickText(texts: Readonly<Record<string, string>>, wanted: string): TextInLanguage | null {
  const language = languageOf(texts, wanted)
  const value = language === undefined ? undefined : texts[language]
  return language === undefined || value === undefined ? null : { value: isolateText(value), language }
}

function languageOf(texts: Readonly<Record<string, string>>, wanted: string): string | undefined {
  for (const tag of [wanted, baseOf(wanted), ...FALLBACK]) if (Object.hasOwn(texts, tag)) return tag
  return Object.keys(texts)[0]
}

/**
 * Picks from a list as `pickText` does. Of several texts in one language the first counts. A text with direction controls is
 * isolated, because it is shown among other words.
 */
export function pickFirst(texts: readonly TextInLanguage[], wanted: string): TextInLanguage | null {
  const found = pickInLanguage(texts, wanted)
  return found && { value: isolateText(found.value), language: found.language }
}

/** Picks anything that has a language, as `pickText` does. */
export function pickInLanguage<T extends { readonly language: string }>(items: readonly T[], wanted: string): T | null {
  for (const tag of [wanted, baseOf(wanted), ...FALLBACK]) {
    const found = items.find(({ language }) => language === tag)
    if (found) return found
  }
  return items[0] ?? null
}

/** Joins items: "A, B and C". */
export const formatList = (items: readonly string[], language: string): string =>
  items.length === 1 ? (items[0] ?? '') : formatsOf(language).list.format(items)

/** Returns a partial date in words, at its own precision: "2023", "August 2023", "31 August 2023". */
export function formatDate(date: string, language: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-')
  if (month === undefined) return String(Number(year))
  const instant = new Date(Date.UTC(2000, Number(month) - 1, Number(day ?? 1)))
  instant.setUTCFullYear(Number(year))
  return formatsOf(language)[day ? 'day' : 'month'].format(instant)
}

/** Returns an instant in words, in UTC: "30 November 2026, 10:00 UTC". */
export const formatInstant = (instant: string, language: string): string =>
  `${formatDate(toSecond(instant), language)}, ${formatsOf(language).time.format(new Date(instant))} UTC`

/** Returns a day in short words: "23 Aug", "July", "Jan 2023", "23 Aug 2023". */
export function formatShort(day: string, language: string, form: ShortForm): string {
  const instant = new Date(Date.UTC(2000, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))))
  instant.setUTCFullYear(Number(day.slice(0, 4)))
  return formatsOf(language)[form].format(instant)
}

export type ShortForm = 'dayAndMonth' | 'monthAlone' | 'monthAndYear' | 'shortDay'

interface Formats {
  readonly dayAndMonth: Intl.DateTimeFormat
  readonly monthAlone: Intl.DateTimeFormat
  readonly monthAndYear: Intl.DateTimeFormat
  readonly shortDay: Intl.DateTimeFormat
  readonly list: Intl.ListFormat
  readonly month: Intl.DateTimeFormat
  readonly day: Intl.DateTimeFormat
  readonly time: Intl.DateTimeFormat
}

/** Cached formats, one for each language that Sanad has. Creating one costs more than a sentence. */
const madeFormats = new Map<string, Formats>()

function formatsOf(language: string): Formats {
  const known = madeFormats.get(language)
  if (known) return known
  const dates = language === 'en' ? 'en-GB' : language
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' }
  const made: Formats = {
    dayAndMonth: new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
    monthAlone: new Intl.DateTimeFormat(dates, { month: 'long', timeZone: 'UTC' }),
    monthAndYear: new Intl.DateTimeFormat(dates, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
    shortDay: new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    list: new Intl.ListFormat(language, { type: 'conjunction' }),
    month: new Intl.DateTimeFormat(dates, options),
    day: new Intl.DateTimeFormat(dates, { ...options, day: 'numeric' }),
    time: new Intl.DateTimeFormat(dates, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }),
  }
  madeFormats.set(language, made)
  return made
}
