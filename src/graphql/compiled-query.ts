import {
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Context } from './context.ts'

/** Executes a compiled query. The data equals that of graphql-js; errors have no `locations`. */
export type CompiledQuery = (
  context: Context,
  variables: Readonly<Record<string, unknown>>,
) => ExecutionResult | Promise<ExecutionResult>

/** Maximum number of fields of a compiled query, counted for each type that an object may have. */
export const MAX_COMPILED_FIELDS = 200

/**
 * Returns whether a name is a part of any identifier, is never ambiguous when names are joined by `_`, and is no
 * property that every object has.
 */
const isPlain = (name: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !(name in Object.prototype)

/**
 * Returns whether the query of a client may be compiled. graphql-jit writes names, literals and conditions of the query
 * into the code that it generates. A compiled query therefore has one operation, a query, without aliases, directives
 * and literals of texts or floats, and with plain names alone: the code then has names of the schema, plain names of
 * variables, integers and values of enums (docs/decisions/0027-queries-without-yoga.md).
 * @param document valid for the schema
 */
export function isCompilable(schema: GraphQLSchema, document: DocumentNode): boolean {
  const [operation, ...others] = document.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? [one] : [],
  )
  if (operation?.operation !== OperationTypeNode.QUERY || others.length > 0) return false
  let isAllowed = true
  const refuse = (): typeof BREAK => {
    isAllowed = false
    return BREAK
  }
  visit(document, {
    Name: ({ value }) => (isPlain(value) || value === '__typename' ? undefined : refuse()),
    Variable: ({ name }) => (isPlain(name.value) ? undefined : refuse()),
    Field: ({ alias }) => (alias === undefined ? undefined : refuse()),
    Directive: refuse,
    StringValue: refuse,
    FloatValue: refuse,
  })
  return isAllowed && countFields(schema, document, operation.selectionSet) <= MAX_COMPILED_FIELDS
}

/** Compiles the text of a query for which `isCompilable` is true. Null if the compiler does not support it. */
export function compileText(schema: GraphQLSchema, text: string): CompiledQuery | null {
  // The compiler changes the nodes, so it gets a parsed document of its own.
  const compiled = compileQuery(schema, parse(text))
  if (!isCompiledQuery(compiled)) return null
  return (context, variables) => compiled.query({}, context, variables)
}

/** Counts fields as the compiler writes them out: once for each type of an interface or a union. Stops past the bound. */
function countFields(schema: GraphQLSchema, document: DocumentNode, root: SelectionSetNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  let count = 0
  const add = (set: SelectionSetNode, type: GraphQLNamedType): void => {
    for (const selection of set.selections) {
      if (count > MAX_COMPILED_FIELDS) return
      if (selection.kind !== Kind.FIELD) {
        const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
        if (part) add(part.selectionSet, type)
        continue
      }
      count += 1
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined
      // A field of a fragment for another type is left out, but counts.
      if (!selection.selectionSet) continue
      const below = field && getNamedType(field.type)
      const types = isAbstractType(below) ? schema.getPossibleTypes(below) : below ? [below] : []
      for (const one of types) add(selection.selectionSet, one)
    }
  }
  const query = schema.getQueryType()
  if (query) add(root, query)
  return count
}
