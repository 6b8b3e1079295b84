import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'
import type { MatchQuery, PropertyCondition } from './match-query.ts'
import { listSchema, parseJson, valuesSchema } from './parse-json.ts'
import { checkBatch, checkConditions, toCondition, toLimit, toText, toType } from './to-query.ts'

const direction = z.enum(['ltr', 'rtl', 'auto']).optional()

const batchSchema = z.looseObject({
  queries: listSchema(
    z.strictObject({
      type: z.string().optional(),
      limit: z.number().optional(),
      lang: z.string().optional(),
      dir: direction,
      conditions: listSchema(
        z.looseObject({
          matchType: z.enum(['name', 'id', 'property']),
          propertyId: z.string().optional(),
          propertyValue: valuesSchema,
          required: z.boolean().optional(),
          matchQuantifier: z.enum(['any', 'all', 'none']).optional(),
          matchQualifier: z.string().optional(),
        }),
      ).refine(({ length }) => length > 0, 'Send at least one condition'),
    }),
  ),
})

/** Parses the body of `match`. @throws DomainError BAD_INPUT, or LIMIT_EXCEEDED for a batch that is too large */
export function parseMatchBody(text: string): readonly MatchQuery[] {
  const { queries } = parseJson(text, batchSchema, 'body')
  checkBatch(queries.length)
  return queries.map(({ type, limit, conditions }, i) => {
    const place = `queries.${i}`
    checkConditions(conditions.length, place)
    const texts: string[] = []
    const ids: string[] = []
    const compared: PropertyCondition[] = []
    for (const { matchType, propertyId, propertyValue, ...rest } of conditions) {
      if (rest.matchQualifier !== undefined) throw bad(place, 'no property has a matchQualifier; leave it out.')
      if (matchType === 'property') {
        if (propertyId === undefined) throw bad(place, 'a condition of matchType property needs a propertyId.')
        const quantifier = QUANTIFIERS[rest.matchQuantifier ?? 'any']
        compared.push(toCondition(propertyId, propertyValue, { quantifier, isRequired: rest.required ?? false }, place))
        continue
      }
      if (propertyId !== undefined) throw bad(place, `a condition of matchType ${matchType} has no propertyId.`)
      if (rest.matchQuantifier === 'none') throw bad(place, 'the matchQuantifier none is for properties alone.')
      const values = propertyValue.map((one) => toText(one, place)).filter((one) => one !== '')
      if (values.length > 1 && rest.matchQuantifier === 'all')
        throw bad(place, `no thing has several values of matchType ${matchType} at a time; send any.`)
      ;(matchType === 'name' ? texts : ids).push(...values)
    }
    checkConditions(texts.length + ids.length, place)
    return {
      texts,
      ids,
      types: type === undefined || type === '' ? [] : [toType(type, `${place}.type`)],
      needsAllTypes: false,
      limit: toLimit(limit, `${place}.limit`),
      conditions: compared,
    }
  })
}

const QUANTIFIERS = { any: 'ANY', all: 'ALL', none: 'NONE' } as const

const bad = (place: string, message: string): DomainError =>
  new DomainError('BAD_INPUT', `${place}: ${message}`, { argument: 'queries' })
