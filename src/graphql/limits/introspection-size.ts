import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLSchema,
  type GraphQLType,
  getOperationAST,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isWrappingType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

type FragmentOf = (name: string) => FragmentDefinitionNode | null | undefined

/** Fields of `Query` that return the schema. */
export const INTROSPECTION: readonly string[] = ['__schema', '__type']

/** Lengths of the lists of one introspection field: their sum over the schema, and the longest. */
interface ListLength {
  readonly total: number
  readonly longest: number
}

interface SchemaStats {
  /** Lengths by coordinate, such as `__Type.fields`. */
  readonly lists: ReadonlyMap<string, ListLength>
  /** Largest number of lists and non-nulls around a named type, such as 3 in `[Claim!]!`. */
  readonly wrappers: number
}

/** Objects that an introspection returns at one level: their type and their maximum number. */
interface Level {
  readonly type: string
  readonly times: number
  /**
   * Whether each object of the schema occurs at most once, so that a list below them is at most as long as all such lists
   * of the schema together.
   */
  readonly isDistinct: boolean
  /** Levels of `ofType` at most below these objects. */
  readonly wrappers: number
}

/** Types of introspection fields that return objects, by coordinate. */
const LEADS_TO: Readonly<Record<string, string>> = {
  '__Schema.types': '__Type',
  '__Schema.directives': '__Directive',
  '__Schema.queryType': '__Type',
  '__Schema.mutationType': '__Type',
  '__Schema.subscriptionType': '__Type',
  '__Type.fields': '__Field',
  '__Type.inputFields': '__InputValue',
  '__Type.enumValues': '__EnumValue',
  '__Type.interfaces': '__Type',
  '__Type.possibleTypes': '__Type',
  '__Type.ofType': '__Type',
  '__Field.args': '__InputValue',
  '__Field.type': '__Type',
  '__InputValue.type': '__Type',
  '__Directive.args': '__InputValue',
}

/** Fields of a selection, with fragments expanded. Cycles of fragments must have been refused before. */
export const fieldsOf = (selections: readonly SelectionNode[], fragmentOf: FragmentOf): readonly FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection.name.value)
    return part ? fieldsOf(part.selectionSet.selections, fragmentOf) : []
  })

/** Selections of `__schema` and `__type` in an operation, with fragments expanded. */
export const introspectionsOf = (set: SelectionSetNode | undefined, fragmentOf: FragmentOf): readonly FieldNode[] =>
  fieldsOf(set?.selections ?? [], fragmentOf).flatMap((field) =>
    INTROSPECTION.includes(field.name.value) ? [field] : introspectionsOf(field.selectionSet, fragmentOf),
  )

/**
 * Number of fields at most in the response to introspections; a repeated field counts each time. It is computed from the
 * lengths of the lists of the schema, so that it does not depend on the values of variables.
 * @param roots fields `__schema` and `__type`
 */
export function sizeOfIntrospections(
  schema: GraphQLSchema,
  roots: readonly FieldNode[],
  fragmentOf: FragmentOf,
): number {
  const { lists, wrappers } = statsOf(schema)
  const sizeBelow = (set: SelectionSetNode | undefined, level: Level): number =>
    fieldsOf(set?.selections ?? [], fragmentOf).reduce((sum, field) => sum + sizeOf(field, level), 0)
  const sizeOf = (field: FieldNode, level: Level): number =>
    level.times === 0 ? 0 : level.times + sizeBelow(field.selectionSet, levelBelow(field.name.value, level))

  function levelBelow(name: string, { type, times, isDistinct, wrappers: left }: Level): Level {
    const place = `${type}.${name}`
    const below = { type: LEADS_TO[place] ?? '', wrappers: left }
    const list = lists.get(place)
    if (list) {
      const all = times * list.longest
      return { ...below, times: isDistinct ? Math.min(all, list.total) : all, isDistinct }
    }
    if (name === 'type') return { ...below, times, isDistinct: false, wrappers }
    if (name === 'ofType') return { ...below, times: left > 0 ? times : 0, isDistinct: false, wrappers: left - 1 }
    return { ...below, times, isDistinct }
  }
  return roots.reduce((sum, root) => {
    const type = root.name.value === '__type' ? '__Type' : '__Schema'
    return sum + 1 + sizeBelow(root.selectionSet, { type, times: 1, isDistinct: true, wrappers: 0 })
  }, 0)
}

/** Size of all introspections of the operation to be executed; 0 if there is no such operation. */
export function introspectionSizeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): number {
  const parts = document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [one] : []))
  const fragments = new Map(parts.map((part) => [part.name.value, part]))
  const fragmentOf: FragmentOf = (name) => fragments.get(name)
  const roots = introspectionsOf(getOperationAST(document, operationName)?.selectionSet, fragmentOf)
  return roots.length === 0 ? 0 : sizeOfIntrospections(schema, roots, fragmentOf)
}

const known = new WeakMap<GraphQLSchema, SchemaStats>()

function statsOf(schema: GraphQLSchema): SchemaStats {
  const found = known.get(schema) ?? readStats(schema)
  known.set(schema, found)
  return found
}

function readStats(schema: GraphQLSchema): SchemaStats {
  const types = Object.values(schema.getTypeMap())
  const composites = types.filter((type) => isObjectType(type) || isInterfaceType(type))
  const fields = composites.flatMap((type) => Object.values(type.getFields()))
  const inputs = types.filter(isInputObjectType).map((type) => Object.values(type.getFields()))
  const directives = schema.getDirectives()
  const args: readonly GraphQLArgument[] = [...fields, ...directives].flatMap((one) => one.args)
  const lists = {
    '__Schema.types': [types],
    '__Schema.directives': [directives],
    '__Type.fields': composites.map((type) => Object.values(type.getFields())),
    '__Type.inputFields': inputs,
    '__Type.enumValues': types.filter(isEnumType).map((type) => type.getValues()),
    '__Type.interfaces': composites.map((type) => type.getInterfaces()),
    '__Type.possibleTypes': types.filter(isAbstractType).map((type) => schema.getPossibleTypes(type)),
    '__Field.args': fields.map((field) => field.args),
    '__Directive.args': directives.map((directive) => directive.args),
  }
  return {
    lists: new Map(Object.entries(lists).map(([place, all]) => [place, lengthOf(all)])),
    wrappers: Math.max(0, ...[...fields, ...args, ...inputs.flat()].map(({ type }) => wrappersOf(type))),
  }
}

function lengthOf(lists: readonly (readonly unknown[])[]): ListLength {
  const lengths = lists.map(({ length }) => length)
  return { total: lengths.reduce((sum, length) => sum + length, 0), longest: Math.max(0, ...lengths) }
}

const wrappersOf = (type: GraphQLType): number => (isWrappingType(type) ? 1 + wrappersOf(type.ofType) : 0)
