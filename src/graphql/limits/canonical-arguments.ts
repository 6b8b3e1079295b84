import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'
import { DomainError } from '../../domain/errors.ts'
import { canonicalLanguage, canonicalText } from '../../text/canonical-text.ts'
import { identifierProblem } from '../../text/text-problem.ts'

/** Arguments that are opaque: a malformed cursor gives BAD_CURSOR. */
const OPAQUE: ReadonlySet<string> = new Set(['after', 'before'])

/**
 * Wraps the resolver of every field with arguments. Texts are passed on in NFC without white space around them, languages
 * as canonical tags. Half of a surrogate pair is refused, since folding and engines treat it differently, and so are
 * invisible characters in slugs and ids.
 */
export function requireCanonicalArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.args.length === 0) continue
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = (source, args, context, info) => resolve(source, inMap(args, ''), context, info)
      const { subscribe } = field
      if (subscribe) field.subscribe = (source, args, ...rest) => subscribe(source, inMap(args, ''), ...rest)
    }
  }
}

type Values = Readonly<Record<string, unknown>>

function inMap(values: Values, above: string): Values {
  // Copies only if a value changes: most arguments stay as they are, and a field may be resolved thousands of times.
  let changed: Record<string, unknown> | null = null
  for (const name of Object.keys(values)) {
    const value = values[name]
    const canonical = OPAQUE.has(name) ? value : inValue(value, name, `${above}${name}`)
    if (canonical === value) continue
    changed ??= { ...values }
    changed[name] = canonical
  }
  return changed ?? values
}

function inValue(value: unknown, name: string, argument: string): unknown {
  if (typeof value === 'string') return inText(value, name, argument)
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    const canonical = items.map((item) => inValue(item, name, argument))
    return canonical.some((item, i) => item !== items[i]) ? canonical : items
  }
  return isMap(value) ? inMap(value, `${argument}.`) : value
}

/** @throws DomainError BAD_INPUT */
function inText(text: string, name: string, argument: string): string {
  if (!text.isWellFormed()) throw badInput(argument, 'contains half of a surrogate pair: send complete characters')
  const canonical = canonicalText(text)
  if (name === 'language') {
    const tag = canonicalLanguage(canonical)
    if (tag === null) throw badInput(argument, 'is no language tag: send one such as en, id or pt-BR')
    return tag
  }
  const problem = name === 'text' ? null : identifierProblem(canonical)
  if (problem !== null) throw badInput(argument, problem)
  return canonical
}

const badInput = (argument: string, problem: string): DomainError =>
  new DomainError('BAD_INPUT', `${argument} ${problem}.`, { argument })

const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null
