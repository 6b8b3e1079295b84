import { type GraphQLSchema, isObjectType } from 'graphql'

/**
 * Makes every resolver that throws return a rejected promise. If an item of a list throws, graphql-js drops the promises of
 * the items before it. If one of these is rejected too, nothing handles it, and Node ends the process.
 */
export function rejectErrors(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve) continue
      field.resolve = (...given) => {
        try {
          return resolve(...given)
        } catch (error) {
          return Promise.reject(error)
        }
      }
    }
  }
}
