export interface TextInLanguage {
  readonly value: string
  /** BCP 47. */
  readonly language: string
}

const FALLBACK = ['en', 'id']

/** The first text in the wanted language, its base language, English, Indonesian, or whatever there is; says which. */
export function pickText(texts: Readonly<Record<string, string>>, wanted: string): TextInLanguage | null {
  const languages = Object.keys(texts)
  const order = [wanted, wanted.split('-')[0] ?? wanted, ...FALLBACK]
  const language = order.find((tag) => languages.includes(tag)) ?? languages[0]
  const value = language === undefined ? undefined : texts[language]
  return language === undefined || value === undefined ? null : { value, language }
}

/** "A, B and C". */
export const formatList = (items: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items)

/** A partial date in words, no more precise than it is: "2023", "August 2023", "31 August 2023". */
export function formatDate(date: string, language: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-')
  if (month === undefined) return String(Number(year))
  const at = new Date(Date.UTC(2000, Number(month) - 1, Number(day ?? 1)))
  at.setUTCFullYear(Number(year))
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' }
  if (day) options.day = 'numeric'
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(at)
}
