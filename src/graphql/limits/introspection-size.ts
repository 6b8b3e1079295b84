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

/** Fields of `Query` that answer with the schema. */
export const INTROSPECTION: readonly string[] = ['__schema', '__type']

/** Lists of one field of introspection, over the whole schema. */
interface ListLength {
  readonly total: number
  readonly longest: number
}

interface SchemaStats {
  /** By the type of introspection and its field, such as `__Type.fields`. */
  readonly lists: ReadonlyMap<string, ListLength>
  /** Most lists and non-nulls around a named type, such as 3 in `[Claim!]!`. */
  readonly wrappers: number
}

/** Objects that an introspection answers at one place. */
interface Level {
  readonly type: string
  readonly times: number
  /** Whether each object of the schema is among them at most once, so that the lists below hold no more than all there are. */
  readonly isDistinct: boolean
  /** Levels of `ofType` that may be left below these. */
  readonly wrappers: number
}

/** Fields of introspection that lead to other objects. */
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

/** The fields of a selection, fragments written out. Cycles of fragments must have been refused. */
export const fieldsOf = (selections: readonly SelectionNode[], fragmentOf: FragmentOf): readonly FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection.name.value)
    return part ? fieldsOf(part.selectionSet.selections, fragmentOf) : []
  })

/** Each `__schema` and `__type` of an operation, fragments written out. */
export const introspectionsOf = (set: SelectionSetNode | undefined, fragmentOf: FragmentOf): readonly FieldNode[] =>
  fieldsOf(set?.selections ?? [], fragmentOf).flatMap((field) =>
    INTROSPECTION.includes(field.name.value) ? [field] : introspectionsOf(field.selectionSet, fragmentOf),
  )

/**
 * The most fields that the answer to introspections has, a repeated field as often as it is selected. It is counted from the
 * lengths of the schema's lists, so it is the same for every value of a variable.
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

/** The size of all introspections of the operation that is run; 0 where none can be. */
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
