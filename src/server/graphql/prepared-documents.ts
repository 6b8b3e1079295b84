import {
  type DocumentNode,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  specifiedRules,
  type Token,
} from 'graphql'
import type { Cache } from '../../cache/create-cache.ts'
import { textBytes } from '../../cache/text-bytes.ts'
import { type CompiledQuery, compileText, isCompilable } from '../../graphql/compiled-query.ts'
import { costOf } from '../../graphql/limits/cost.ts'
import { introspectionSizeOf } from '../../graphql/limits/introspection-size.ts'
import { MAX_TOKENS } from '../../graphql/limits/query-limits.ts'
import { validateQuery } from '../../graphql/limits/validate-query.ts'
import { schema } from '../../graphql/schema.ts'
import type { TrustedDocument, TrustedDocuments } from '../../graphql/trusted-documents.ts'
import { pointsOfIntrospection } from '../admission/request-cost.ts'
import { refuseLarge } from './expanded-query-limit.ts'
import { parseSource } from './source-positions.ts'

/** A parsed and validated document. Requests share it, so it must not be changed. */
export interface PreparedDocument {
  readonly document: DocumentNode
  /** Errors of the validation. A document with errors is never executed. */
  readonly errors: readonly GraphQLError[]
  /** Null for the text of a client. */
  readonly trusted: TrustedDocument | null
  /** Returns the compiled form of a query that clients send often. Null if graphql-js is to run it. */
  compiled(): CompiledQuery | null
  /** Whether there is a compiled form, which takes memory. */
  isCompiled(): boolean
  /** Reports that the compiled form yielded errors, so that graphql-js runs the next requests. */
  compiledFailed(): void
  /** Returns the operation that a request names, or the only one. Null if there is no such operation. */
  operation(name: string | null): PreparedOperation | null
}

/** An operation. Its points may be counted only for a valid document, since fragments of others may be circular. */
export interface PreparedOperation {
  readonly node: OperationDefinitionNode
  /** Returns the cost in points. @param variables coerced values */
  cost(variables: Values): number
  /** Returns the points of its introspections, which `cost` leaves out. */
  introspectionPoints(): number
}

type Values = Readonly<Record<string, unknown>>

/** Texts that cannot be parsed have syntax errors in place of a document. */
export type Prepared = PreparedDocument | { readonly syntaxErrors: readonly GraphQLError[] }

/** Largest text that is cached, by its memory in bytes. */
const MAX_TEXT_BYTES = 8192
/** Requests that graphql-js runs before a cached text is compiled, and after the compiled form yielded errors. */
const RUNS_BEFORE_COMPILED = 3
const RUNS_AFTER_ERRORS = 20
/** Pause after a compilation, as a multiple of its time. Compiling takes at most 5 % of the thread. */
const PAUSE_AFTER_COMPILING = 20
/** Memory of a compiled query, in bytes for each token. Measured before its first run: 1,140. */
const COMPILED_TOKEN_BYTES = 2000
/** Memory of a token with its nodes, in bytes. Measured: 230 to 480. */
const TOKEN_BYTES = 400
/** Memory of an error with its stack, in bytes. */
const ERROR_BYTES = 4000

/**
 * Creates the function that parses and validates texts. Short texts are cached from their second request on, keyed by
 * the text itself.
 * @param introspection whether the schema may be read; if not, errors suggest no names
 */
export function createPreparedDocuments(cache: Cache, trustedDocuments: TrustedDocuments, introspection: boolean) {
  const known = cache.namespace<Prepared>('documents', { bytesOf, waitsForSecond: () => true })
  const trusted = new WeakMap<TrustedDocument, Prepared>()
  const compilation = createCompilation()
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule]

  function prepareParsed(
    document: DocumentNode,
    text: string,
    trustedDocument: TrustedDocument | null,
  ): PreparedDocument {
    const found = validateQuery(schema, document, rules, { hideSuggestions: !introspection })
    const operations = document.definitions.flatMap((one) => (one.kind === 'OperationDefinition' ? [one] : []))
    const prepared = new Map<OperationDefinitionNode, PreparedOperation>()
    const parsed: PreparedDocument = {
      document,
      errors: found.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')),
      trusted: trustedDocument,
      // Setting the entry again counts the memory of the compiled form.
      ...(trustedDocument ? NOT_COMPILED : compilation(document, text, () => known.set(text, parsed))),
      operation(name) {
        const node = name === null ? only(operations) : operations.find((one) => one.name?.value === name)
        if (!node) return null
        const operation = prepared.get(node) ?? prepareOperation(document, node)
        prepared.set(node, operation)
        return operation
      },
    }
    return parsed
  }

  function prepare(text: string): Prepared {
    try {
      return prepareParsed(refuseLarge(parseLimited(text)), text, null)
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      return { syntaxErrors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] }
    }
  }

  return (text: string): Prepared => {
    const document = trustedDocuments.byText(text)
    if (document) {
      const prepared = trusted.get(document) ?? prepareParsed(document.document, text, document)
      trusted.set(document, prepared)
      return prepared
    }
    const cached = known.get(text)
    if (cached) return cached
    const prepared = prepare(text)
    if (textBytes(text) <= MAX_TEXT_BYTES) known.set(text, prepared)
    return prepared
  }
}

/** Caches the points that do not depend on variables. */
function prepareOperation(document: DocumentNode, node: OperationDefinitionNode): PreparedOperation {
  const name = node.name?.value
  const isFixed = (node.variableDefinitions ?? []).length === 0
  let fixedCost: number | null = null
  let introspectionPoints: number | null = null
  return {
    node,
    cost(variables) {
      if (!isFixed) return costOf(schema, document, variables, name)
      fixedCost ??= costOf(schema, document, variables, name)
      return fixedCost
    },
    introspectionPoints() {
      introspectionPoints ??= pointsOfIntrospection(introspectionSizeOf(schema, document, name))
      return introspectionPoints
    },
  }
}

type Compilation = Pick<PreparedDocument, 'compiled' | 'isCompiled' | 'compiledFailed'>

const NOT_COMPILED: Compilation = {
  compiled: () => null,
  isCompiled: () => false,
  compiledFailed: () => undefined,
}

/** Creates the function that compiles queries once they are requested often, one at a time and with pauses. */
function createCompilation() {
  let pausedUntilMs = 0
  return (document: DocumentNode, text: string, onCompiled: () => void): Compilation => {
    let compiled: CompiledQuery | null | undefined
    let runsLeft = RUNS_BEFORE_COMPILED
    return {
      compiled() {
        if (compiled === null) return null
        if (runsLeft > 0) {
          runsLeft -= 1
          return null
        }
        if (compiled !== undefined) return compiled
        if (!isCompilable(schema, document)) {
          compiled = null
          return null
        }
        const startedMs = performance.now()
        if (startedMs < pausedUntilMs) return null
        compiled = compileText(schema, text)
        const endedMs = performance.now()
        pausedUntilMs = endedMs + (endedMs - startedMs) * PAUSE_AFTER_COMPILING
        onCompiled()
        return compiled
      },
      isCompiled: () => compiled != null,
      compiledFailed() {
        runsLeft = RUNS_AFTER_ERRORS
      },
    }
  }
}

const only = <T>(values: readonly T[]): T | undefined => (values.length === 1 ? values[0] : undefined)

/** @throws GraphQLError for a syntax error, and LIMIT_EXCEEDED */
function parseLimited(text: string): DocumentNode {
  try {
    return parseSource(text, { maxTokens: MAX_TOKENS })
  } catch (error) {
    const isLong = error instanceof GraphQLError && / more that \d+ tokens/.test(error.message)
    // The parser recurses for each bracket in brackets, and some thousand overflow the stack.
    const isDeep = error instanceof RangeError
    if (!isLong && !isDeep) throw error
    const problem = isLong ? `has more than ${MAX_TOKENS} tokens` : 'is nested too deep'
    throw new GraphQLError(`The query ${problem}: split it.`, { extensions: { code: 'LIMIT_EXCEEDED' } })
  }
}

/** Gives an error a code unless it has one. */
function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions['code'] ??= code
  return error
}

function bytesOf(prepared: Prepared): number {
  if ('syntaxErrors' in prepared) return ERROR_BYTES
  const tokens = countTokens(prepared.document.loc?.startToken ?? null)
  return (
    tokens * (TOKEN_BYTES + (prepared.isCompiled() ? COMPILED_TOKEN_BYTES : 0)) + prepared.errors.length * ERROR_BYTES
  )
}

function countTokens(first: Token | null): number {
  let count = 0
  for (let token = first; token !== null; token = token.next) count += 1
  return count
}
