import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'
import type { MatchQuery } from './match-query.ts'
import { checkForm, listSchema, MAX_KEY, objectSchema, parseJson, valuesSchema } from './parse-json.ts'
import { checkBatch, checkConditions, toCondition, toLimit, toText, toType } from './to-query.ts'

const querySchema = z.strictObject({
  query: z.string().optional(),
  type: z
    .union([z.string(), listSchema(z.string()).refine(({ length }) => length <= 20, 'Send at most 20 types')])
    .optional(),
  limit: z.number().optional(),
  properties: listSchema(z.looseObject({ pid: z.string(), v: valuesSchema })).optional(),
  type_strict: z.enum(['any', 'should', 'all']).optional(),
})

/**
 * Parses the value of `queries`: queries by key.
 * @throws DomainError BAD_INPUT, or LIMIT_EXCEEDED for a batch that is too large
 */
export function parseBatch(text: string): ReadonlyMap<string, MatchQuery> {
  const batch = Object.entries(parseJson(text, objectSchema, 'queries'))
  checkBatch(batch.length)
  return new Map(
    batch.map(([key, value]) => {
      const place = `queries.${key.slice(0, MAX_KEY)}`
      if (key.length > MAX_KEY)
        throw new DomainError('BAD_INPUT', `${place}: a key has at most ${MAX_KEY} characters.`, {
          argument: 'queries',
        })
      const { query, type = [], limit, properties = [], type_strict } = checkForm(value, querySchema, place)
      if (query === undefined && properties.length === 0)
        throw new DomainError('BAD_INPUT', `${place}: send query, properties or both.`, { argument: 'queries' })
      checkConditions(properties.length, place)
      const texts = query === undefined ? [] : [toText(query, `${place}.query`)]
      const types = typeof type === 'string' ? [type] : type
      return [
        key,
        {
          texts: texts.filter((one) => one !== ''),
          ids: [],
          types: types.filter((one) => one !== '').map((one) => toType(one, `${place}.type`)),
          needsAllTypes: type_strict === 'all',
          limit: toLimit(limit, `${place}.limit`),
          conditions: properties.map(({ pid, v }) =>
            toCondition(pid, v, { quantifier: 'ANY', isRequired: false }, `${place}.properties`),
          ),
        },
      ] as const
    }),
  )
}
