import { DomainError } from '../domain/errors.ts'
import { canonicalText, TOO_MANY_MARKS } from '../text/canonical-text.ts'
import { CLAIM_CONTENTS, DEFAULT_CLAIMS, MAX_CLAIMS, MAX_IDS, MAX_PROPERTIES, type WantedProperty } from './extend.ts'
import {
  DEFAULT_CANDIDATES,
  MAX_CANDIDATES,
  MAX_CONDITIONS,
  MAX_QUERIES,
  MAX_TEXT,
  MAX_VALUES,
  type PropertyCondition,
} from './match-query.ts'
import { OWN_PROPERTIES, type Property, propertyWithId } from './properties.ts'
import { THING_TYPES, type ThingType, typeWithId } from './thing-types.ts'

const bad = (place: string, message: string): DomainError =>
  new DomainError('BAD_INPUT', `${place}: ${message}`, { argument: place })

/** @throws DomainError BAD_INPUT for an unknown type */
export function toType(id: string, place: string): ThingType {
  const type = typeWithId(id)
  if (type === null) throw bad(place, `unknown type "${id}". The types are ${THING_TYPES.join(', ')}.`)
  return type
}

/** @throws DomainError BAD_INPUT for an unknown property */
export function toProperty(id: string, place: string): Property {
  const property = propertyWithId(id)
  if (property === null) throw bad(place, `unknown property "${id}". The path suggest/property lists the properties.`)
  return property
}

/** @throws DomainError BAD_INPUT for a number that is no positive whole one, or too large */
export function toLimit(given: number | undefined, place: string): number {
  if (given === undefined) return DEFAULT_CANDIDATES
  if (!Number.isInteger(given) || given < 1 || given > MAX_CANDIDATES)
    throw bad(place, `the limit must be a whole number from 1 to ${MAX_CANDIDATES}.`)
  return given
}

/** @throws DomainError BAD_INPUT for a text that is too long, or with more combining marks in a row than any language uses */
export function toText(given: string, place: string): string {
  if (given.length > MAX_TEXT) throw bad(place, `the text has ${given.length} characters; send at most ${MAX_TEXT}.`)
  if (TOO_MANY_MARKS.test(given)) throw bad(place, 'the text has more than 30 marks on one letter: leave some out.')
  return canonicalText(withoutControls(given))
}

/** Replaces characters that no name has and that cells of tables may have, so that one cell does not fail a batch. */
export const withoutControls = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')

/** @throws DomainError LIMIT_EXCEEDED for a batch that is too large */
export function checkBatch(size: number): void {
  if (size <= MAX_QUERIES) return
  const message = `The batch has ${size} queries; send at most ${MAX_QUERIES} at a time, as batchSize of the manifest says.`
  throw new DomainError('LIMIT_EXCEEDED', message, { argument: 'queries' })
}

/** @throws DomainError BAD_INPUT for too many conditions */
export function checkConditions(count: number, place: string): void {
  if (count > MAX_CONDITIONS) throw bad(place, `there are ${count} conditions; send at most ${MAX_CONDITIONS}.`)
}

/** @throws DomainError BAD_INPUT for an unknown property, one that cannot be compared, or too many values */
export function toCondition(
  id: string,
  values: readonly string[],
  rest: Pick<PropertyCondition, 'quantifier' | 'isRequired'>,
  place: string,
): PropertyCondition {
  const property = toProperty(id, place)
  if (property.is !== 'OWN') {
    const message = `the property "${id}" can be fetched, not compared. These can be: ${OWN_PROPERTIES.join(', ')}.`
    throw bad(place, message)
  }
  if (values.length > MAX_VALUES) throw bad(place, `there are ${values.length} values; send at most ${MAX_VALUES}.`)
  return { property, values: values.map((one) => toText(one, place)), ...rest }
}

/** A property of a data extension query, as clients send it. */
export interface RawWantedProperty {
  readonly id: string
  readonly settings?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * Reads a data extension query. Settings may be texts, since forms of clients send them so.
 * @throws DomainError BAD_INPUT for an unknown property or setting, LIMIT_EXCEEDED for too many ids or properties
 */
export function toExtension(
  ids: readonly string[],
  properties: readonly RawWantedProperty[],
): { readonly ids: readonly string[]; readonly properties: readonly WantedProperty[] } {
  const tooMany = (count: number, name: string, max: number): DomainError =>
    new DomainError('LIMIT_EXCEEDED', `There are ${count} ${name}; send at most ${max} at a time.`, { argument: name })
  if (ids.length > MAX_IDS) throw tooMany(ids.length, 'ids', MAX_IDS)
  if (properties.length > MAX_PROPERTIES) throw tooMany(properties.length, 'properties', MAX_PROPERTIES)
  const wanted = properties.map(({ id, settings }, i): WantedProperty => {
    const place = `properties.${i}`
    const unknown = Object.keys(settings ?? {}).find((name) => name !== 'limit' && name !== 'content')
    if (unknown !== undefined) throw bad(place, `unknown setting "${unknown}". The settings are limit and content.`)
    return {
      property: toProperty(id, place),
      limit: toClaimLimit(settings?.limit, `${place}.settings.limit`),
      content: toContent(settings?.content, `${place}.settings.content`),
    }
  })
  return { ids, properties: wanted }
}

function toClaimLimit(given: unknown, place: string): number {
  if (given === undefined || given === null || given === '') return DEFAULT_CLAIMS
  const limit = typeof given === 'string' && /^\d{1,4}$/.test(given) ? Number(given) : given
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > MAX_CLAIMS)
    throw bad(place, `the limit must be a whole number from 1 to ${MAX_CLAIMS}.`)
  return limit
}

function toContent(given: unknown, place: string): WantedProperty['content'] {
  if (given === undefined || given === null || given === '') return 'claim'
  const content = CLAIM_CONTENTS.find((one) => one === given)
  if (content === undefined) throw bad(place, `the content must be one of ${CLAIM_CONTENTS.join(', ')}.`)
  return content
}
