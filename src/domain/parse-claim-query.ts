import { nearest } from '../text/nearest.ts'
import { parsePartialDate } from '../text/partial-date.ts'
import type { ClaimQuery } from './claim-query.ts'
import { DomainError } from './errors.ts'
import { PREDICATE_NAMES } from './predicate.ts'
import { EVIDENTIALITIES, STANCES } from './stance.ts'
import { STANDING_NAMES } from './standing.ts'

const SLUGS = [
  'claim',
  'story',
  'subject',
  'party',
  'about',
  'object',
  'claimant',
  'source',
  'notInSource',
  'dataCategory',
  'use',
] as const
/** The words that each list may have. */
const WORDS = { predicate: PREDICATE_NAMES, status: STANDING_NAMES, stance: STANCES, evidentiality: EVIDENTIALITIES }
const LISTS = ['predicate', 'status', 'stance', 'evidentiality'] as const
const DATES = ['validOn', 'assertedFrom', 'assertedTo'] as const
type Parameter = (typeof SLUGS)[number] | (typeof LISTS)[number] | (typeof DATES)[number] | 'undated' | 'text'

/** The query parameters of a claim query: its keys, lists in the singular and `assertedBetween` as three parameters. */
export const CLAIM_QUERY_PARAMETERS: readonly Parameter[] = [
  ...SLUGS,
  ...LISTS,

  ...DATES,
  'undated',
  'text',
]
/** The parameters that may repeat; their values may also have commas between them. */
export const CLAIM_QUERY_LISTS: readonly Parameter[] = LISTS

/**
 * The parameters of a claim query that have a value, in one order and with one spelling of each list. Unknown words of a
 * list become one word, which parseClaimQuery refuses, so that a cache has one entry for all of them.
 */
export function canonicalClaimQuery(query: URLSearchParams): URLSearchParams {
  const canonical = new URLSearchParams()
  const set = (name: Parameter, value: string | null) => value && canonical.set(name, value)
  for (const name of SLUGS) set(name, query.get(name))
  for (const name of LISTS) set(name, canonicalList(valuesOf(query, name), WORDS[name]))
  for (const name of [...DATES, 'undated', 'text'] as const) set(name, query.get(name))
  return canonical
}

function canonicalList(given: readonly string[], words: readonly string[]): string {
  const isKnown = given.every((value) => words.includes(value))
  return [...words.filter((word) => given.includes(word)), ...(isKnown ? [] : [UNKNOWN_WORD])].join(',')
}

const UNKNOWN_WORD = 'UNKNOWN_WORD'

/**
 * Parses a claim query from the query parameters of a URL; null if the URL has none.
 * @throws DomainError BAD_INPUT with the parameter that has the fault for an unknown word, an impossible date, or a
 * bound of dates that is missing
 */
export function parseClaimQuery(query: URLSearchParams): ClaimQuery | null {
  if (!CLAIM_QUERY_PARAMETERS.some((name) => query.get(name))) return null
  const slugs = Object.fromEntries(SLUGS.map((name) => [name, query.get(name) || null]))
  const [from, until] = [dateIn(query, 'assertedFrom'), dateIn(query, 'assertedTo')]
  const undated = flagIn(query, 'undated')
  if (undated && from === null && until === null) throw badInput('undated', 'needs assertedFrom or assertedTo')
  return {
    ...slugs,
    predicates: listIn(query, 'predicate', WORDS.predicate),
    standings: listIn(query, 'status', WORDS.status),
    stances: listIn(query, 'stance', WORDS.stance),
    evidentialities: listIn(query, 'evidentiality', WORDS.evidentiality),
    validOn: dateIn(query, 'validOn'),
    assertedBetween: from === null && until === null ? null : { from, until, undated },
    text: query.get('text') || null,
  }
}

const valuesOf = (query: URLSearchParams, name: Parameter): readonly string[] =>
  query.getAll(name).flatMap((value) => value.toUpperCase().split(',').filter(Boolean))

function listIn<T extends string>(query: URLSearchParams, name: Parameter, known: readonly T[]): readonly T[] | null {
  const given = valuesOf(query, name)
  const unknown = given.find((value) => !known.some((one) => one === value))
  if (unknown !== undefined) {
    const near = nearest(unknown, known)
    const hint = near === null ? '' : ` Did you mean ${near}?`
    throw new DomainError('BAD_INPUT', `${name}: one of ${known.join(', ')}.${hint}`, { argument: name })
  }
  return given.length === 0 ? null : known.filter((one) => given.includes(one))
}

function dateIn(query: URLSearchParams, name: Parameter): string | null {
  const given = query.get(name) || null
  if (given !== null && parsePartialDate(given) === null) {
    throw badInput(name, 'no date that can be; write one as 2023, 2023-08 or 2023-08-31')
  }
  return given
}

function flagIn(query: URLSearchParams, name: Parameter): boolean {
  const given = query.get(name) || 'false'
  if (given !== 'true' && given !== 'false') throw badInput(name, 'true or false')
  return given === 'true'
}

const badInput = (argument: Parameter, message: string): DomainError =>
  new DomainError('BAD_INPUT', `${argument}: ${message}.`, { argument })
