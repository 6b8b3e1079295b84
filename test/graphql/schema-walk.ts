import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  isUnionType,
} from 'graphql'

/** Values for arguments of a walk: each is given to every argument that may take it. */
export interface WalkValues {
  readonly slugs: readonly string[]
  /** Global ids such as Claim:x. */
  readonly ids: readonly string[]
  readonly words: readonly string[]
  readonly externalIds: readonly string[]
  readonly instants: readonly string[]
}

export interface WalkQuery {
  /** The root field: `claims`. */
  readonly field: string
  readonly query: string
}

export interface Walk {
  readonly queries: readonly WalkQuery[]
  /** `Claim.status` for each field that a query selects. */
  readonly selected: ReadonlySet<string>
  /** The same for each field that can be reached from the root. */
  readonly reachable: ReadonlySet<string>
}

/** Levels of objects with a page of their own: more for required arguments, fewer while optional ones are tried. */
const DEPTH = 2
const DEPTH_OF_OPTIONS = 1

/** Queries that give every root field each value that fits each of its arguments, made of the schema alone. */
export function walkSchema(schema: GraphQLSchema, values: WalkValues): Walk {
  const root = schema.getQueryType()
  const selected = new Set<string>()
  const fragments = new Map<string, string>()
  const queries = Object.values(root?.getFields() ?? {}).flatMap((field) => {
    const required = combine(field.args.filter(isRequiredArgument).map((arg) => written(arg, values)))
    const [first = []] = required
    const optional = field.args
      .filter((arg) => !isRequiredArgument(arg))
      .flatMap((arg) => written(arg, values))
      .map((one) => [...first, one])
    const query = (args: readonly string[], depth: number): WalkQuery => {
      const below = select(getNamedType(field.type), { schema, values, selected, fragments, depth, above: [] })
      const used = new Set<string>()
      addUsed(below, fragments, used)
      return { field: field.name, query: [`{ ${field.name}${inBrackets(args)} ${below} }`, ...used].join(' ') }
    }
    return [...required.map((args) => query(args, DEPTH)), ...optional.map((args) => query(args, DEPTH_OF_OPTIONS))]
  })
  return { queries, selected, reachable: reachableFields(schema) }
}

const inBrackets = (args: readonly string[]): string => (args.length === 0 ? '' : `(${args.join(', ')})`)

/** `slug: "x"` for each value that an argument may take. */
const written = ({ name, type }: GraphQLArgument | GraphQLInputField, values: WalkValues): readonly string[] =>
  valuesOf(name, type, values).map((value) => `${name}: ${value}`)

function valuesOf(name: string, type: GraphQLInputType, values: WalkValues): readonly string[] {
  if (isNonNullType(type)) return valuesOf(name, type.ofType, values)
  if (isListType(type)) {
    const items = valuesOf(name, type.ofType, values)
    const all = `[${items.slice(0, 100).join(', ')}]`
    return isEnumType(getNamedType(type)) ? [all] : [...items.map((item) => `[${item}]`), all]
  }
  if (isEnumType(type)) return type.getValues().map((value) => value.name)
  if (isInputObjectType(type)) {
    return Object.values(type.getFields())
      .flatMap((field) => written(field, values))
      .map((field) => `{ ${field} }`)
  }
  if (!isScalarType(type)) return []
  if (type.name === 'Int') return name === 'first' || name === 'last' ? ['2'] : []
  if (type.name === 'Boolean') return ['true', 'false']
  return stringsOf(name, type.name, values).map((value) => JSON.stringify(value))
}

function stringsOf(name: string, type: string, values: WalkValues): readonly string[] {
  if (type === 'ID') return values.ids
  if (type === 'DateTime') return values.instants
  if (type === 'Date') return ['2023', '2024-03']
  if (name === 'text') return values.words
  if (name === 'externalId') return values.externalIds
  if (name === 'after' || name === 'before') return []
  return name === 'language' ? ['id'] : values.slugs
}

/** Every value of the first with the first value of the others, and every value of the second with the first of the first, … */
function combine(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const firsts = lists.map(([first = '']) => first)
  if (lists.length === 0) return [[]]
  return lists.flatMap((list, i) => list.map((value) => firsts.map((first, j) => (i === j ? value : first))))
}

/** Adds the fragments that a selection spreads, and those that these spread. */
function addUsed(selection: string, fragments: ReadonlyMap<string, string>, used: Set<string>): void {
  for (const [, name = ''] of selection.matchAll(/\.\.\.(\w+)/g)) {
    const fragment = fragments.get(name)
    if (fragment === undefined || used.has(fragment)) continue
    used.add(fragment)
    addUsed(fragment, fragments, used)
  }
}

interface Selecting {
  readonly schema: GraphQLSchema
  readonly values: WalkValues
  readonly selected: Set<string>
  /** Fields of each object type by the name of their fragment. Written out at each place, a query could have megabytes. */
  readonly fragments: Map<string, string>
  readonly depth: number
  readonly above: readonly GraphQLNamedType[]
}

/** All fields of a type. Only objects with an id take a level; no object is selected below one of its own type without. */
function select(type: GraphQLNamedType, selecting: Selecting): string {
  const { schema, values, selected, depth, above } = selecting
  if (isLeafType(type)) return ''
  if (isUnionType(type) || isInterfaceType(type)) {
    const parts = schema.getPossibleTypes(type).map((one) => `... on ${one.name} ${select(one, selecting)}`)
    return `{ __typename ${parts.join(' ')} }`
  }
  if (!isObjectType(type)) return ''
  const fragment = [type.name, depth, ...above].join('_')
  const spread = `{ ...${fragment} }`
  if (selecting.fragments.has(fragment)) return spread
  const isNode = type.getInterfaces().some(({ name }) => name === 'Node')
  const next = { ...selecting, depth: isNode ? depth - 1 : depth, above: isNode ? [] : [...above, type] }
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const below = getNamedType(field.type)
    if (!isLeafType(below) && (next.depth < 1 ? mayBeNode(schema, below) : next.above.includes(below))) return []
    selected.add(`${type.name}.${field.name}`)
    const args = [
      ...field.args.filter(isRequiredArgument).flatMap((arg) => written(arg, values).slice(0, 1)),
      ...limitOf(field),
    ]
    // Types of one union may have fields of one name and different types.
    return [`${type.name}_${field.name}: ${field.name}${inBrackets(args)} ${select(below, next)}`]
  })
  selecting.fragments.set(fragment, `fragment ${fragment} on ${type.name} { __typename ${fields.join(' ')} }`)
  return spread
}

/** Whether objects with an id are found there, in a list or alone. */
function mayBeNode(schema: GraphQLSchema, type: GraphQLNamedType, seen: readonly GraphQLNamedType[] = []): boolean {
  if (seen.includes(type) || isLeafType(type)) return false
  if (isUnionType(type) || isInterfaceType(type))
    return schema.getPossibleTypes(type).some((one) => mayBeNode(schema, one, seen))
  if (!isObjectType(type)) return false
  if (type.getInterfaces().some(({ name }) => name === 'Node')) return true
  return (
    /(?:Connection|Edge)$/.test(type.name) &&
    Object.values(type.getFields()).some((field) => mayBeNode(schema, getNamedType(field.type), [...seen, type]))
  )
}

const limitOf = ({ args }: GraphQLField<unknown, unknown>): readonly string[] =>
  args.some(({ name }) => name === 'first') ? ['first: 3'] : []

function reachableFields(schema: GraphQLSchema): ReadonlySet<string> {
  const fields = new Set<string>()
  const seen = new Set<GraphQLNamedType>()
  const visit = (type: GraphQLNamedType): void => {
    if (seen.has(type)) return
    seen.add(type)
    if (isUnionType(type) || isInterfaceType(type)) schema.getPossibleTypes(type).forEach(visit)
    if (!isObjectType(type)) return
    for (const field of Object.values(type.getFields())) {
      if (type !== schema.getQueryType()) fields.add(`${type.name}.${field.name}`)
      visit(getNamedType(field.type))
    }
  }
  const root = schema.getQueryType()
  if (root) visit(root)
  return fields
}
