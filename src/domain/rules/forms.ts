import { canonicalLanguage } from '../../text/canonical-text.ts'
import { parsePartialDate } from '../../text/partial-date.ts'
import { quoted } from '../../text/printable.ts'
import { blankProblem, characterProblem, identifierProblem, nameProblem } from '../../text/text-problem.ts'
import { LOCALIZED_KEYS } from '../canonical-objects.ts'
import { type ModelObjects, OBJECT_LISTS } from '../model-objects.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/** Form of an id: a-z, 0-9 and single hyphens. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const MAX_SLUG = 120
/** Maximum number of characters of a text. */
export const MAX_TEXT = 10_000
/** Maximum number of items of a list. The claims of a story have no limit. */
export const MAX_ITEMS = 1000
const UNLIMITED_LIST = 'claimIds'
/** Texts by language that are in one language at least where they are present. */
const NEVER_EMPTY: ReadonlySet<string> = new Set(['title', 'shortTitle', 'condition', 'text', 'wording'])

const ID_KEYS: ReadonlySet<string> = new Set([
  ...['id', 'claimId', 'fromClaimId', 'toClaimId', 'claimantId', 'sourceId', 'versionId', 'entityId', 'leadSourceId'],
  ...[
    'claimIds',
    'pictureIds',
    'data',
    'uses',
    'broader',
    'mentions',
    'publishedBy',
    'retracts',
    'lacksFrom',
    'fromAssertionId',
    'toAssertionId',
  ],
  ...['foundIn', 'absentFrom', 'former', 'slug'],
])
const DATE_KEYS: ReadonlySet<string> = new Set([
  ...['validFrom', 'validTo', 'assertedAt', 'heldFrom', 'heldUntil', 'assessedAt', 'publishedAt', 'effectiveFrom'],
  'capturedAt',
  'on',
])

/**
 * Ids and dates have a form that the database can index, texts have something to read and a length, and languages have a
 * tag. Seeds have a schema for this.
 */
export const checkForms = (objects: ModelObjects): readonly RuleProblem[] =>
  OBJECT_LISTS.flatMap((list) =>
    objects[list].flatMap(({ item }, i) =>
      malformed(item, null, []).map(({ path, message }) => brokenRule([list, i, ...path], message)),
    ),
  )

interface Malformed {
  readonly path: readonly (string | number)[]
  readonly message: string
}

function malformed(value: unknown, key: string | null, path: Malformed['path']): readonly Malformed[] {
  if (typeof value === 'string') {
    const message = messageOf(value, key ?? '', path)
    return message === null ? [] : [{ path, message: `${quoted(value)} ${message}` }]
  }
  if (Array.isArray(value)) return malformedList(value, key, path)
  if (typeof value !== 'object' || value === null) return []
  // The keys of a text by language are no names of fields: "id" is Indonesian there.
  const isLocalized = key !== null && LOCALIZED_KEYS.has(key)
  return [
    ...(isLocalized ? malformedLanguages(Object.keys(value), path) : []),
    ...(NEVER_EMPTY.has(key ?? '') && Object.keys(value).length === 0 ? [{ path, message: NO_TEXT }] : []),
    ...Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
      malformed(one, isLocalized ? '' : name, [...path, name]),
    ),
  ]
}

function malformedList(list: readonly unknown[], key: string | null, path: Malformed['path']): readonly Malformed[] {
  if (list.length > MAX_ITEMS && key !== UNLIMITED_LIST) return [{ path, message: TOO_MANY }]
  const repeated = key === 'translations' ? repeatedTranslation(list) : null
  return [
    ...(repeated === null ? [] : [{ path: [...path, repeated, 'language'], message: REPEATED_LANGUAGE }]),
    ...list.flatMap((one, i) => malformed(one, key, [...path, i])),
  ]
}

/** Position of the first translation into a language that an earlier one has; null without any. */
export function repeatedTranslation(translations: readonly unknown[]): number | null {
  const tags = translations.map((one) => {
    const language = typeof one === 'object' && one !== null && 'language' in one ? String(one.language) : ''
    return canonicalLanguage(language) ?? language
  })
  const repeated = tags.findIndex((tag, i) => tags.indexOf(tag) < i)
  return repeated === -1 ? null : repeated
}

function malformedLanguages(tags: readonly string[], path: Malformed['path']): readonly Malformed[] {
  const malformedTags = tags.filter((tag) => canonicalLanguage(tag) === null)
  const repeated = repeatedLanguage(tags)
  return [
    ...malformedTags.map((tag) => ({ path: [...path, tag], message: `${quoted(tag)} ${NO_LANGUAGE}` })),
    ...(repeated === null ? [] : [{ path: [...path, repeated], message: `${quoted(repeated)} ${REPEATED_LANGUAGE}` }]),
  ]
}

function messageOf(text: string, key: string, path: Malformed['path']): string | null {
  const tooLong = lengthProblem(text)
  if (tooLong !== null) return tooLong
  if (ID_KEYS.has(key)) return text.length <= MAX_SLUG && SLUG.test(text) ? null : NO_SLUG
  if (DATE_KEYS.has(key)) return parsePartialDate(text) === null ? NO_DATE : null
  if (key === 'language') return canonicalLanguage(text) === null ? NO_LANGUAGE : null
  if (key === 'prefix' || key === 'suffix') return characterProblem(text)
  const [list] = path
  if (key === 'url') return identifierProblem(text) ?? (WEB_URL.test(text) && URL.canParse(text) ? null : NO_URL)
  const problem =
    list === 'externalIds' ? identifierProblem(text) : list === 'names' ? nameProblem(text) : characterProblem(text)
  return problem ?? blankProblem(text)
}

/** Returns the first tag that names a language again, in whatever spelling. */
export function repeatedLanguage(tags: readonly string[]): string | null {
  const canonical = tags.map((tag) => canonicalLanguage(tag) ?? tag)
  return tags.find((_, i) => canonical.indexOf(canonical[i] ?? '') < i) ?? null
}

/** Length of a text, for the rules that refuse one. */
export const lengthProblem = (text: string): string | null => (text.length > MAX_TEXT ? TOO_LONG : null)

const TOO_LONG = `is too long: at most ${MAX_TEXT} characters`
const TOO_MANY = `is too long: at most ${MAX_ITEMS} items`
const NO_TEXT = 'says nothing in any language'
export const NO_SLUG = 'is no id: write a-z, 0-9 and single hyphens'
export const NO_LANGUAGE = 'is no language tag: write one such as en, id or ar'
export const REPEATED_LANGUAGE = 'names a language that is there already: keep one'
/** Pages link to documents, and a link of another scheme could run code. */
const WEB_URL = /^https?:\/\//i
const NO_URL = 'is no URL: write one that begins with https:// or http://'
const NO_DATE = "is no possible date: write 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'"
