import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

interface Described {
  readonly name: string
  readonly description?: string | null | undefined
}

/** An element of a schema: a type, an enum value, an argument, a field of an input type or a field. */
interface SchemaElement {
  /** Coordinate, such as `Query.claims(first:)`. */
  readonly name: string
  readonly description: string | null
  /** Whether the description may be omitted. */
  readonly isPlain: boolean
}

/** Ends of coordinates of fields with self-explanatory names. */
export const PLAIN_FIELDS = [
  'Connection.edges',
  'Edge.node',
  'Count.count',
  'Archive.name',
  'LocalizedText.value',
  'Name.value',
  'SearchHit.slug',
] as const

/** All elements of a schema but those of introspection. */
export const elementsOf = (of: GraphQLSchema): readonly SchemaElement[] =>
  Object.values(of.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => [toElement(type.name, type), ...partsOf(type)])

/** Coordinates of elements that need a description and have none. */
export const undescribed = (of: GraphQLSchema): readonly string[] =>
  elementsOf(of).flatMap(({ name, description, isPlain }) => (description === null && !isPlain ? [name] : []))

function partsOf(type: GraphQLNamedType): readonly SchemaElement[] {
  if (isEnumType(type)) return type.getValues().map((value) => toElement(`${type.name}.${value.name}`, value))
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => toElement(`${type.name}.${field.name}`, field))
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => {
    const name = `${type.name}.${field.name}`
    const args = field.args.map((arg) => toElement(`${name}(${arg.name}:)`, arg))
    return [toElement(name, field, isPlainField(name, field)), ...args]
  })
}

const toElement = (name: string, { description }: Described, isPlain = false): SchemaElement => ({
  name,
  description: description || null,
  isPlain,
})

/**
 * A field leaves no question if it is never null and named after its type (`stance: Stance!`, `kind: EntityKind!`), which
 * has a description, or if it is in the closed list.
 */
function isPlainField(coordinate: string, { name, type, args }: GraphQLField<unknown, unknown>): boolean {
  if (args.length > 0 || !isNonNullType(type)) return false
  if (PLAIN_FIELDS.some((end) => coordinate.endsWith(end))) return true
  return !isListType(type.ofType) && getNamedType(type).name.toLowerCase().endsWith(name.toLowerCase())
}
