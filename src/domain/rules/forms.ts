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

const ID_KEYS: ReadonlySet<string> = new Set([
  ...['id', 'claimId', 'fromClaimId', 'toClaimId', 'claimantId', 'sourceId', 'versionId', 'entityId', 'leadSourceId'],
  ...[
    'claimIds',
    'data',
    'uses',
    'broader',
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
 * Ids and dates have a form that the database can index, texts have something to read, and languages have a tag. Seeds have
 * a schema for this.
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
  if (Array.isArray(value)) return value.flatMap((one, i) => malformed(one, key, [...path, i]))
  if (typeof value !== 'object' || value === null) return []
  // The keys of a text by language are no names of fields: "id" is Indonesian there.
  const isLocalized = key !== null && LOCALIZED_KEYS.has(key)
  return [
    ...(isLocalized ? malformedLanguages(Object.keys(value), path) : []),
    ...Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
      malformed(one, isLocalized ? '' : name, [...path, name]),
    ),
  ]
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

export const NO_SLUG = 'is no id: write a-z, 0-9 and single hyphens'
export const NO_LANGUAGE = 'is no language tag: write one such as en, id or ar'
export const REPEATED_LANGUAGE = 'names a language that is there already: keep one'
/** Pages link to documents, and a link of another scheme could run code. */
const WEB_URL = /^https?:\/\//i
const NO_URL = 'is no URL: write one that begins with https:// or http://'
const NO_DATE = "is no possible date: write 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'"
