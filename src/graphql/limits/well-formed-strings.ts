import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'
import { DomainError } from '../../domain/errors.ts'

/** What names one thing finds nothing by half a character, and a cursor with one is a cursor of no list. */
const ANSWERED = ['slug', 'id', 'ids', 'externalId', 'after', 'before']

/** No field with arguments is asked with half of a surrogate pair, which folding and engines would each read otherwise. */
export function requireWellFormedStrings(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.args.length === 0) continue
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = (source, args, context, info) => {
        for (const name of Object.keys(args)) if (!ANSWERED.includes(name)) refuseHalves(args[name], name)
        return resolve(source, args, context, info)
      }
    }
  }
}

/** @throws DomainError BAD_INPUT */
function refuseHalves(value: unknown, argument: string): void {
  if (typeof value === 'string') {
    if (value.isWellFormed()) return
    throw new DomainError('BAD_INPUT', `${argument} holds half of a surrogate pair: send whole characters.`, {
      argument,
    })
  }
  if (Array.isArray(value)) for (const item of value) refuseHalves(item, argument)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) refuseHalves(item, `${argument}.${key}`)
}
