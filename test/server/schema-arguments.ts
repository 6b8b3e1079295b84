import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  isUnionType,
} from 'graphql'

/** An argument of any field in the schema, or a field of an input object passed as one, and a query that uses it. */
export interface ArgumentPlace {
  /** `Query.claims(filter.subject)` */
  readonly name: string
  /** `filter.subject` */
  readonly argument: string
  readonly scalar: string
  /** The top field of the query, with `$given` somewhere in it. */
  readonly field: string
  readonly query: string
  /** Variables that put a value there. */
  variablesFor(value: unknown): object
}

interface Step {
  readonly type: GraphQLNamedType
  readonly field: GraphQLField<unknown, unknown>
}

/** Values for required arguments beside the tested one; they exist in the stories. */
const GIVEN: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true, ID: 'x', String: 'x' }
const DATES: Readonly<Record<string, unknown>> = { Date: '2023', DateTime: '2026-09-01T00:00:00Z' }
const MOST_NESTED = 3

/** Every argument of a scalar type of every reachable field, found by walking the schema. */
export const argumentPlaces = (schema: GraphQLSchema): readonly ArgumentPlace[] => placesOf(schema, slotsOf)

/** Every argument that takes a list of enum values or of scalars; `scalar` is the element type. */
export const listPlaces = (schema: GraphQLSchema): readonly ArgumentPlace[] => placesOf(schema, listSlotsOf)

function placesOf(schema: GraphQLSchema, find: typeof slotsOf): readonly ArgumentPlace[] {
  return [...reachable(schema)].flatMap((path) => {
    const last = path.at(-1)
    if (!last) return []
    return last.field.args.flatMap((arg) =>
      find(arg.type, arg.name, MOST_NESTED).map(({ at, scalar, wrap }) => ({
        name: `${last.type.name}.${last.field.name}(${at})`,
        argument: at,
        scalar,
        field: write(schema, path, arg),
        query: `query ($given: ${String(arg.type)}) { ${write(schema, path, arg)} }`,
        variablesFor: (value: unknown) => ({ given: wrap(value) }),
      })),
    )
  })
}

function listSlotsOf(type: GraphQLInputType, at: string, levels: number): readonly Slot[] {
  if (isNonNullType(type)) return listSlotsOf(type.ofType, at, levels)
  if (isListType(type)) return [{ at, scalar: getNamedType(type).name, wrap: (value) => value }]
  return isInputObjectType(type) && levels > 0 ? slotsWithin(type, at, levels, listSlotsOf) : []
}

/** The slots of the fields of an input object, with the values required beside each. */
function slotsWithin(type: GraphQLInputObjectType, at: string, levels: number, find: typeof slotsOf): readonly Slot[] {
  const fields = Object.values(type.getFields())
  return fields.flatMap((field) => {
    const others = fields.filter((other) => other !== field && isRequiredInputField(other))
    const beside = Object.fromEntries(others.map((other) => [other.name, given(other)]))
    return find(field.type, `${at}.${field.name}`, levels - 1).map((slot) => ({
      ...slot,
      wrap: (value: unknown) => ({ ...beside, [field.name]: slot.wrap(value) }),
    }))
  })
}

/** The path of least effort from Query to each field that has arguments, so that the path is likely to have data. */
function* reachable(schema: GraphQLSchema): Generator<readonly Step[]> {
  const root = schema.getQueryType()
  let open: { readonly type: GraphQLNamedType; readonly path: readonly Step[] }[] = root
    ? [{ type: root, path: [] }]
    : []
  const seen = new Set<string>()
  while (open.length > 0) {
    open.sort((a, b) => effort(a.path) - effort(b.path))
    const [{ type, path } = { type: null, path: [] }, ...others] = open
    open = others
    if (!type || seen.has(type.name)) continue
    seen.add(type.name)
    if (isUnionType(type) || isInterfaceType(type)) {
      open.push(...schema.getPossibleTypes(type).map((one) => ({ type: one, path })))
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const here = [...path, { type, field }]
      if (field.args.length > 0) yield here
      open.push({ type: getNamedType(field.type), path: here })
    }
  }
}

/** Short paths cost little; a required argument or a nullable field adds cost, since it may give no data. */
const effort = (path: readonly Step[]): number =>
  path.reduce((sum, { field }) => {
    const unsure = field.args.filter(isRequiredArgument).length + (isNonNullType(field.type) ? 0 : 1)
    return sum + 1 + 10 * unsure
  }, 0)

interface Slot {
  readonly at: string
  readonly scalar: string
  wrap(value: unknown): unknown
}

function slotsOf(type: GraphQLInputType, at: string, levels: number): readonly Slot[] {
  if (isNonNullType(type)) return slotsOf(type.ofType, at, levels)
  if (isListType(type)) {
    return slotsOf(type.ofType, at, levels).map((slot) => ({ ...slot, wrap: (value) => [slot.wrap(value)] }))
  }
  if (isScalarType(type)) return [{ at, scalar: type.name, wrap: (value) => value }]
  return isInputObjectType(type) && levels > 0 ? slotsWithin(type, at, levels, slotsOf) : []
}

function write(schema: GraphQLSchema, path: readonly Step[], meant: GraphQLArgument): string {
  const [step, ...rest] = path
  if (!step) return '__typename'
  const { field } = step
  const args = field.args.flatMap((arg) => {
    if (arg === meant) return [`${arg.name}: $given`]
    // So many that each kind of entity is among them.
    if (rest.length > 0 && arg.name === 'first') return [`first: ${field.name === 'entities' ? 40 : 5}`]
    // A timeline is of exactly one of three arguments, none of which is required.
    if (rest.length > 0 && field.name === 'timeline' && arg.name === 'entity') return ['entity: "x"']
    return isRequiredArgument(arg) ? [`${arg.name}: ${JSON.stringify(given(arg))}`] : []
  })
  const inner = getNamedType(field.type)
  const below = rest[0] ? write(schema, rest, meant) : '__typename'
  const narrowed = rest[0] && rest[0].type !== inner ? `... on ${rest[0].type.name} { ${below} }` : below
  const selection = isScalarType(inner) || !('getFields' in inner || isUnionType(inner)) ? '' : ` { ${narrowed} }`
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection}`
}

function given({ type }: GraphQLArgument | GraphQLInputField): unknown {
  const { name } = getNamedType(type)
  return GIVEN[name] ?? DATES[name] ?? null
}
