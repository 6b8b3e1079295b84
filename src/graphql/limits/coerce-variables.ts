import {
  coerceInputValue,
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getOperationAST,
  isInputType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
  visit,
} from 'graphql'
import { shortenMessage, truncate } from '../../text/short-message.ts'
import { MAX_ERRORS } from './query-limits.ts'

/** UTF-16 units of a value that an error quotes; a message may quote it twice. */
const MAX_VALUE = 40

type Values = Readonly<Record<string, unknown>>
type Path = readonly (string | number)[]

interface CoercionRequest {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  /** Values as sent, not yet coerced. */
  readonly variables: Values
  /** Whether errors leave out names of the schema that the client did not write. */
  readonly hideSuggestions: boolean
}

/** Coerced values, or 1 to `MAX_ERRORS` errors with the code BAD_INPUT. */
export type CoercedVariables = { readonly values: Values } | { readonly errors: readonly GraphQLError[] }

/**
 * Coerces the variables that an operation declares, in time linear in their size: it stops after `MAX_ERRORS` errors,
 * and no error prints an object or a list. graphql-js has no such limit and prints the complete value into each error.
 */
export function coerceVariables(request: CoercionRequest): CoercedVariables {
  const { schema, document, operationName } = request
  const values: [string, unknown][] = []
  const errors: GraphQLError[] = []
  try {
    for (const definition of getOperationAST(document, operationName)?.variableDefinitions ?? []) {
      const type = typeFromAST(schema, definition.type)
      // Validation has refused variables of output types.
      if (!isInputType(type)) continue
      const name = definition.variable.name.value
      const report = (path: Path, problem: string, cause?: GraphQLError): void => {
        errors.push(errorAt(request.document, definition, path, problem, cause))
        if (errors.length >= MAX_ERRORS) throw new TooManyErrors()
      }
      const value = coerceOne(definition, type, request, report)
      if (value !== undefined) values.push([name, value])
    }
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error
  }
  return errors.length > 0 ? { errors } : { values: Object.fromEntries(values) }
}

class TooManyErrors extends Error {}

function coerceOne(
  { variable, defaultValue }: VariableDefinitionNode,
  type: GraphQLInputType,
  { variables, hideSuggestions }: CoercionRequest,
  report: (path: Path, problem: string, cause?: GraphQLError) => void,
): unknown {
  const name = variable.name.value
  if (!Object.hasOwn(variables, name)) {
    if (defaultValue) return valueFromAST(defaultValue, type)
    if (isNonNullType(type)) report([], `of required type "${type}" was not provided.`)
    return undefined
  }
  const value = variables[name]
  if (value === null && isNonNullType(type)) {
    report([], `of non-null type "${type}" must not be null.`)
    return undefined
  }
  const onError = (path: Path, wrong: unknown, cause: GraphQLError): void => {
    const argument = path.length === 0 ? '' : ` at "${truncate(name + printPath(path), MAX_VALUE)}"`
    report(path, `got invalid value ${brief(wrong)}${argument}; ${reasonOf(cause, wrong)}`, cause)
  }
  return coerceInputValue(value, type, onError, hideSuggestions)
}

function errorAt(
  document: DocumentNode,
  definition: VariableDefinitionNode,
  path: Path,
  problem: string,
  cause: GraphQLError | undefined,
): GraphQLError {
  const name = definition.variable.name.value
  const argument = argumentOfVariable(document, name, path)
  return new GraphQLError(`Variable "$${name}" ${problem}`, {
    nodes: definition,
    extensions: { code: 'BAD_INPUT', ...cause?.extensions, ...(argument && { argument }) },
  })
}

const printPath = (path: Path): string => path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')

function brief(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(truncate(value, MAX_VALUE))
  if (typeof value !== 'object' || value === null) return String(value)
  return Array.isArray(value) ? '[…]' : '{…}'
}

/** Message of the library for an unknown key, which may contain quotation marks. */
const UNKNOWN_KEY = /^Field "([\s\S]*)" is not defined by type/

/** Message of the library, with the quoted part of the value shortened. */
function reasonOf({ message }: GraphQLError, wrong: unknown): string {
  const quoted = typeof wrong === 'string' ? wrong : UNKNOWN_KEY.exec(message)?.[1]
  return shortenMessage(quoted === undefined ? message : message.replace(quoted, () => truncate(quoted, MAX_VALUE)))
}

/**
 * Path of the first argument that a variable is passed as, such as `filter.validOn`; null if it is passed as none.
 * @param path within the value of the variable; list positions are left out of the result
 */
function argumentOfVariable(
  document: DocumentNode,
  variable: string,
  path: readonly (string | number)[],
): string | null {
  const names: string[] = []
  let found: string | null = null
  const push = ({ name }: { readonly name: { readonly value: string } }): void => void names.push(name.value)
  const pop = (): void => void names.pop()
  visit(document, {
    Argument: { enter: push, leave: pop },
    ObjectField: { enter: push, leave: pop },
    Variable: ({ name }) => {
      if (name.value === variable && names.length > 0) found ??= names.join('.')
    },
  })
  return found === null ? null : [found, ...path.filter((key) => typeof key === 'string')].join('.')
}
