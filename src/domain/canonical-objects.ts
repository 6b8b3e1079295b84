import { canonicalLanguage, canonicalText } from '../text/canonical-text.ts'

/** Verbatim words of a document. Their offsets count code points of the capture, so they stay as they are. */
const VERBATIM: ReadonlySet<string> = new Set(['exact', 'prefix', 'suffix'])

/** Keys whose maps have language tags as keys. */
export const LOCALIZED_KEYS: ReadonlySet<string> = new Set([
  ...['title', 'shortTitle', 'description', 'definition', 'condition', 'summary', 'note', 'drift', 'text', 'wording'],
])

/**
 * Returns an object with its texts in the form in which they are stored and compared: NFC, without white space around
 * them, language tags in their canonical form, schemes of identifiers in lower case. Quotes keep their characters. A
 * malformed tag stays, and so do the tags of a text that has one language twice: rules/forms.ts refuses both.
 */
export const canonicalObject = <T extends object>(item: T): T => canonical(item, '')

function canonical<T>(value: T, key: string): T
function canonical(value: unknown, key: string): unknown {
  if (typeof value === 'string') return canonicalString(value, key)
  if (Array.isArray(value)) return value.map((item) => canonical(item, key))
  if (typeof value !== 'object' || value === null) return value
  const isLocalized = LOCALIZED_KEYS.has(key)
  const entries = Object.entries(value).map(([name, item]) => [name, canonical(item, isLocalized ? '' : name)] as const)
  return Object.fromEntries(isLocalized ? inCanonicalLanguages(entries) : entries)
}

function canonicalString(text: string, key: string): string {
  if (VERBATIM.has(key)) return text
  const trimmed = canonicalText(text)
  if (key === 'language') return canonicalLanguage(trimmed) ?? trimmed
  return key === 'scheme' ? trimmed.toLowerCase() : trimmed
}

type Entries = readonly (readonly [string, unknown])[]

function inCanonicalLanguages(entries: Entries): Entries {
  const renamed = entries.map(([tag, text]) => [canonicalLanguage(tag) ?? tag, text] as const)
  return new Set(renamed.map(([tag]) => tag)).size < entries.length ? entries : renamed
}
