import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'
import { DomainError } from '../../domain/errors.ts'

/** Arguments that are not checked here: with half a character, an id finds nothing and a cursor gives BAD_CURSOR. */
const ANSWERED = ['slug', 'id', 'ids', 'externalId', 'after', 'before']

/**
 * Wraps the resolver of every field with arguments: half of a surrogate pair is refused, since folding and engines
 * treat it differently.
 */
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
    throw new DomainError('BAD_INPUT', `${argument} contains half of a surrogate pair: send complete characters.`, {
      argument,
    })
  }
  if (Array.isArray(value)) for (const item of value) refuseHalves(item, argument)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) refuseHalves(item, `${argument}.${key}`)
}
