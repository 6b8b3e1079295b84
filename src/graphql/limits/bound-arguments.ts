import {
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
} from 'graphql'
import { DomainError } from '../../domain/errors.ts'

/** Values of a list as sent, repeats included. */
export const MAX_LIST = 100
/** Maximal length in UTF-16 units of a text that MAX_TEXT does not name, such as a slug. */
export const MAX_OTHER_TEXT = 200
/** Maximal length in UTF-16 units of a text, by the name of its argument. */
export const MAX_TEXT: Readonly<Record<string, number>> = { language: 35, text: 500, externalId: 500 }

/** Extension of an argument whose list has a result for each position. Repeats are removed from all other lists. */
export const ALLOWS_REPEATS = { allowsRepeats: true }
/** Extension of an argument whose list has a bound below `MAX_LIST`. */
export const listOfAtMost = (max: number) => ({ maxList: max })
/**
 * Extension of an argument whose resolver checks the length of the text itself: an id that is too long finds nothing.
 */
export const BOUNDS_TEXT = { boundsText: true }

type Values = Readonly<Record<string, unknown>>
/** Checks a value and removes repeats. @throws DomainError LIMIT_EXCEEDED */
type Bound = (value: unknown) => unknown
type Bounds = readonly (readonly [string, Bound])[]
type Argument = Pick<GraphQLArgument, 'name' | 'type' | 'extensions'>
type Field = Pick<GraphQLField<unknown, unknown>, 'args'>

/** Wraps the resolver of every field with arguments: they are checked, and repeats removed, before it is called. */
export function boundArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.args.length === 0) continue
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = (source, args, context, info) => resolve(source, withinBounds(field, args), context, info)
      const { subscribe } = field
      if (subscribe) field.subscribe = (source, args, ...rest) => subscribe(source, withinBounds(field, args), ...rest)
    }
  }
}

/**
 * Arguments of a field without the repeats in their lists.
 * @throws DomainError LIMIT_EXCEEDED for a list or a text that is too long, at any depth
 */
export function withinBounds(field: Field, args: Values): Values {
  const known = KNOWN.get(field)
  const bounds = known ?? boundsOf(field.args, '')
  if (!known) KNOWN.set(field, bounds)
  return applied(bounds, args)
}

const KNOWN = new WeakMap<Field, Bounds>()

function boundsOf(args: readonly Argument[], above: string): Bounds {
  return args.flatMap((arg): Bounds => {
    const bound = boundOf(arg.type, arg, `${above}${arg.name}`)
    return bound ? [[arg.name, bound]] : []
  })
}

function applied(bounds: Bounds, values: Values): Values {
  // Copies only if a value changes: most arguments stay as they are, and a field may be resolved thousands of times.
  let changed: Record<string, unknown> | null = null
  for (const [name, bound] of bounds) {
    const value = values[name]
    const bounded = value == null ? value : bound(value)
    if (bounded === value) continue
    changed ??= { ...values }
    changed[name] = bounded
  }
  return changed ?? values
}

/** Bound of an argument by its type; null for a single enum value, which has no length. */
function boundOf(given: GraphQLInputType, arg: Argument, argument: string): Bound | null {
  const type = getNullableType(given)
  if (isListType(type)) return boundOfList(boundOf(type.ofType, arg, argument), arg, argument)
  if (isScalarType(type)) return arg.extensions['boundsText'] === true ? null : boundOfText(arg.name, argument)
  if (!isInputObjectType(type)) return null
  // Built on first use, since an input type may contain itself.
  let bounds: Bounds | null = null
  return (value) => {
    bounds ??= boundsOf(Object.values(type.getFields()), `${argument}.`)
    return isMap(value) ? applied(bounds, value) : value
  }
}

function boundOfList(item: Bound | null, { extensions }: Argument, argument: string): Bound {
  const { allowsRepeats = false, maxList: max = MAX_LIST } = extensions
  return (value) => {
    if (!Array.isArray(value)) return value
    if (value.length > Number(max)) {
      throw new DomainError('LIMIT_EXCEEDED', `${argument} has ${value.length} values; at most ${max} are allowed.`, {
        argument,
      })
    }
    const items: readonly unknown[] = item ? value.map(item) : value
    return allowsRepeats ? items : [...new Set(items)]
  }
}

function boundOfText(name: string, argument: string): Bound {
  const max = MAX_TEXT[name] ?? MAX_OTHER_TEXT
  return (value) => {
    if (typeof value !== 'string' || value.length <= max) return value
    throw new DomainError('LIMIT_EXCEEDED', `${argument} has ${value.length} characters; at most ${max} are allowed.`, {
      argument,
    })
  }
}

const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)
