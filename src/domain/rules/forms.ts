import { parsePartialDate } from '../../text/partial-date.ts'
import { quoted } from '../../text/printable.ts'
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

/** Texts by language, whose keys are language tags: "id" is Indonesian there. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  ...['title', 'shortTitle', 'description', 'definition', 'text', 'condition', 'drift', 'summary', 'note'],
])

/** Ids and dates have a form that the database can index. Seeds have a schema for this. */
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
    const message = key === null ? null : messageOf(value, key)
    return message === null ? [] : [{ path, message: `${quoted(value)} ${message}` }]
  }
  if (Array.isArray(value)) return value.flatMap((one, i) => malformed(one, key, [...path, i]))
  if (typeof value !== 'object' || value === null || (key !== null && TEXT_KEYS.has(key))) return []
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) => malformed(one, name, [...path, name]))
}

function messageOf(text: string, key: string): string | null {
  if (ID_KEYS.has(key)) return text.length <= MAX_SLUG && SLUG.test(text) ? null : NO_SLUG
  return DATE_KEYS.has(key) && parsePartialDate(text) === null ? NO_DATE : null
}

export const NO_SLUG = 'is no id: write a-z, 0-9 and single hyphens'
const NO_DATE = "is no possible date: write 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'"
