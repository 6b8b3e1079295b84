import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { anyValue } from './generated-values.ts'
import type { Random } from './random.ts'
import { type HostileRequest, list, toAddress, toQuestion } from './request.ts'

const MOST_IN_ADDRESS = 6000

/** Share of documents with invalid syntax or types. The others reach execution. */
const WILD = 0.3

/** Share of the other documents without aliases and directives: the server compiles those that it gets often. */
const PLAIN = 0.4
/** Times that a server gets a document until it runs in its compiled form. */
const TIMES_UNTIL_COMPILED = 6

/** A query as a client sends it. */
export interface GeneratedQuery {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Whether it has neither invalid parts nor aliases nor directives. */
  readonly isPlain: boolean
}

/** A request with a query from a random walk of the schema. Plain ones are sent until the server has compiled them. */
export function generatedDocument(schema: GraphQLSchema, random: Random, name: string): HostileRequest {
  const { query, variables, isPlain } = generatedQuery(schema, random)
  const isShort = query.length + JSON.stringify(variables).length < MOST_IN_ADDRESS
  const bytes = isShort && random.chance(0.3) ? toAddress(query, variables) : toQuestion(query, variables)
  return { kind: 'generated questions', name, bytes, times: isPlain ? TIMES_UNTIL_COMPILED : 1 }
}

/** A query from a random walk of the schema, with hostile values as variables and literals. */
export function generatedQuery(schema: GraphQLSchema, random: Random): GeneratedQuery {
  const root = schema.getQueryType()
  if (!root) throw new Error('The schema has no type Query.')
  const variables = new Map<string, { readonly type: string; readonly value: unknown }>()
  const fragments: string[] = []
  const isWild = random.chance(WILD)
  const isPlain = !isWild && random.chance(PLAIN)
  const left = 10 + random.below(isWild ? 200 : 30)
  const state = { schema, random, variables, fragments, isWild, isPlain, left }
  const selection = selectionOf(root, 1 + random.below(7), state)
  const declared = [...variables].map(([key, { type }]) => `$${key}: ${type}`).join(' ')
  const values = Object.fromEntries([...variables].map(([key, { value }]) => [key, value]))
  const query = `query Q${declared === '' ? '' : `(${declared})`} ${isWild ? directive(state) : ''}${selection} ${fragments.join(' ')}`
  return { query, variables: values, isPlain }
}

interface State {
  readonly schema: GraphQLSchema
  readonly random: Random
  readonly variables: Map<string, { readonly type: string; readonly value: unknown }>
  readonly fragments: string[]
  readonly isWild: boolean
  readonly isPlain: boolean
  /** Number of fields that may still be written. */
  left: number
}

function selectionOf(type: GraphQLNamedType, levels: number, state: State): string {
  const { random, schema, isWild, isPlain } = state
  const used = new Set<string>()
  const parts: string[] = ['__typename']
  if (isAbstractType(type) && levels > 0) {
    const [one] = [random.pick(schema.getPossibleTypes(type))]
    parts.push(`... on ${one.name} ${directive(state)}${selectionOf(one, levels - 1, state)}`)
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields())
    for (let more = 1 + random.below(5); more > 0 && state.left > 0; more -= 1) {
      const field = random.pick(fields)
      const inner = getNamedType(field.type)
      if (!isLeafType(inner) && levels === 0) continue
      // A repeated field must have equal arguments.
      if (used.has(field.name) && !isWild) continue
      used.add(field.name)
      state.left -= 1
      const args = field.args.filter((arg) => isRequiredArgument(arg) || random.chance(isWild ? 0.4 : 0.25))
      const given = args.map((arg) => `${arg.name}: ${argument(arg, state)}`).join(', ')
      const alias = !isPlain && random.chance(isWild ? 0.3 : 0.1) ? `a${random.below(1000)}: ` : ''
      const below = isLeafType(inner) ? '' : ` ${selectionOf(inner, levels - 1, state)}`
      parts.push(
        `${alias}${isWild && random.chance(0.05) ? `${field.name}x` : field.name}${given && `(${given})`} ${directive(state)}${below}`,
      )
    }
  }
  if (isWild && random.chance(0.05)) parts.push(...list(1 + random.below(40), () => '__typename'))
  if (!random.chance(0.1)) return `{ ${parts.join(' ')} }`
  const name = `F${state.fragments.length}`
  const cycle = isWild && random.chance(0.02) ? `...${name}` : ''
  state.fragments.push(`fragment ${name} on ${type.name} { ${parts.join(' ')} ${cycle} }`)
  return `{ ${list(1 + random.below(3), () => `...${name}`).join(' ')} }`
}

function argument(arg: GraphQLArgument, { random, variables, isWild }: State): string {
  const value = anyValue(arg.type, random, isWild)
  if (isWild && random.chance(0.5) && isScalar(value)) return toLiteral(arg, value)
  const name = `v${variables.size}`
  variables.set(name, { type: isWild && random.chance(0.05) ? 'Nothing' : String(arg.type), value })
  return `$${name}`
}

const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number'

/** Enum values are written without quotes. Other scalars are the same as in JSON. */
const toLiteral = ({ type }: GraphQLArgument, value: unknown): string =>
  isEnumType(getNamedType(type)) && typeof value === 'string' && /^\w+$/.test(value) ? value : JSON.stringify(value)

function directive({ random, isWild, isPlain }: State): string {
  if (isPlain || !random.chance(0.03)) return ''
  if (!isWild) return '@include(if: true) '
  return random.pick(['@skip(if: false) ', '@include(if: true) ', '@skip(if: "x") ', '@nothing ', '@include '])
}
