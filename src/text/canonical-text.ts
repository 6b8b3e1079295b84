/**
 * Texts that are stored and compared in one form: Unicode NFC, without white space around them. A text with too many marks
 * in a row stays, since normalising it takes quadratic time: text-problem.ts refuses it.
 */
export const canonicalText = (text: string): string =>
  (IS_ASCII.test(text) || TOO_MANY_MARKS.test(text) ? text : text.normalize('NFC')).trim()

const IS_ASCII = /^[\0-\x7f]*$/
/** More marks in a row than the Stream-Safe Text Format allows (UAX #15, section 13). No writing needs so many. */
export const TOO_MANY_MARKS = /\p{M}{31}/u

/** Longest language tag for which RFC 5646 requires room, in characters. */
const MAX_LANGUAGE = 35
/** Canonical tags of most requests, which need no look at the runtime's data. */
const USUAL: ReadonlySet<string> = new Set(['en', 'id'])
const LANGUAGE = /^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})*$/i

/**
 * Returns the canonical form of a language tag (BCP 47): `id` for `ID`, `pt-BR` for `pt-br`, `id` for the old tag `in`.
 * Null for a text that is no tag. The length is checked first, since the runtime takes quadratic time.
 */
export function canonicalLanguage(tag: string): string | null {
  if (USUAL.has(tag)) return tag
  const text = tag.trim()
  if (text.length > MAX_LANGUAGE || !LANGUAGE.test(text)) return null
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null
  } catch {
    return null
  }
}
