import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql'
import type { Context } from './context.ts'

/**
 * Makes every list of objects run in slices: other requests are served between the items of a long one. Executors read
 * a list item by item, and wait for an item that is a promise. Compiled documents do so too.
 */
export function sliceLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const list = getNullableType(field.type)
      if (!isListType(list) || !isCompositeType(getNullableType(list.ofType))) continue
      field.resolve = inSlices(field.resolve ?? defaultFieldResolver)
    }
  }
}

type Resolver = GraphQLFieldResolver<unknown, Context>

const inSlices =
  (resolve: Resolver): Resolver =>
  (parent, args, context, info) => {
    const toSlices = (value: unknown): unknown => (Array.isArray(value) ? context.slices.list(value) : value)
    const value = resolve(parent, args, context, info)
    return value instanceof Promise ? value.then(toSlices) : toSlices(value)
  }
