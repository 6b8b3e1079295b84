import { type DocumentNode, GraphQLError, NoSchemaIntrospectionCustomRule, type ParseOptions } from 'graphql'
import type { GraphQLHTTPExtensions } from 'graphql-yoga'
import { createYoga, isAsyncIterable, type Plugin, useExecutionCancellation } from 'graphql-yoga'
import type { Cache } from '../../cache/create-cache.ts'
import { type ContextOptions, createContext } from '../../graphql/context.ts'
import { EXAMPLES } from '../../graphql/examples.ts'
import { coerceVariables } from '../../graphql/limits/coerce-variables.ts'
import { costOf, MAX_COST } from '../../graphql/limits/cost.ts'
import { introspectionSizeOf } from '../../graphql/limits/introspection-size.ts'
import { MAX_TOKENS } from '../../graphql/limits/query-limits.ts'
import { validateQuery } from '../../graphql/limits/validate-query.ts'
import { schema } from '../../graphql/schema.ts'
import { trustDocuments } from '../../graphql/trusted-documents.ts'
import { pointsOfIntrospection } from '../admission/request-cost.ts'
import { NO_STORE } from '../cache/cached-response.ts'
import type { Log } from '../log.ts'
import { HEADERS_OF_STATUS, STATUS_OF_CODE } from '../refusal.ts'
import { boundErrors } from './bound-errors.ts'
import { createDocumentCache, createParseErrorCache } from './document-cache.ts'
import { toDocumentedError, withStatus } from './documented-errors.ts'
import { refuseLarge } from './expanded-query-limit.ts'
import { createErrorMask, type ErrorMask } from './mask-errors.ts'
import { parseSource } from './source-positions.ts'

export interface GraphQLHandlerOptions {
  readonly log: Log
  readonly introspection: boolean
  readonly cache: Cache
}

/** Parameter with the id of a trusted document, in a URL or a body. */
const DOCUMENT_ID = 'documentId'
const DOCUMENTS = trustDocuments(EXAMPLES)

/** Returns the text of a trusted document. Null for any other id. */
export const textOfDocument = (id: string): string | null => DOCUMENTS.byId(id)?.text ?? null

/** `store` takes the slots of the request's lane for its reads. */
interface RequestContext extends ContextOptions {
  /** Waits until a query of this cost may run. @throws DomainError BUSY or RATE_LIMITED */
  admit: (points: number) => Promise<void>
}

/** Creates Yoga with its unsafe defaults disabled. `createApp` decides about media types and bodies before. */
export function createGraphQLHandler({ log, introspection, cache }: GraphQLHandlerOptions) {
  const errors = createErrorMask(log)
  return createYoga<RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ store, viewer, writer, now, requestId }) => createContext({ store, viewer, writer, now, requestId }),
    plugins: [
      useOperationName(),
      useTrustedDocuments(),
      useLimits(introspection),
      useVariablesAndCost(introspection),
      useStatusOfErrors(),
      useDocumentedErrors(errors),
      useExecutionCancellation(),
    ],
    extraParamNames: [DOCUMENT_ID],
    maskedErrors: { isDev: false, maskError: errors.mask },
    cors: false,
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    maxRequestBodySize: false,
    parserAndValidationCache: {
      documentCache: createDocumentCache(cache),
      errorCache: createParseErrorCache(cache),
    },
    logging: false,
  })
}

/** Removes an empty operationName, which some clients send for none. */
function useOperationName(): Plugin {
  return {
    onParams: ({ params, setParams }) => {
      if (params.operationName !== '') return
      const { operationName: _, ...others } = params
      setParams(others)
    },
  }
}

/** Resolves ids of trusted documents, and runs their compiled form for a request by id or by text. */
function useTrustedDocuments(): Plugin {
  return {
    onParams: ({ request, params, setParams }) => {
      const inBody: unknown = Object.entries(params).find(([name]) => name === DOCUMENT_ID)?.[1]
      const id = request.method === 'GET' ? new URL(request.url).searchParams.get(DOCUMENT_ID) : inBody
      if (typeof id !== 'string' || id === '') return
      const trusted = DOCUMENTS.byId(id)
      if (!trusted) throw unknownDocument()
      setParams({ ...params, query: trusted.text })
    },
    onExecute: ({ args, setExecuteFn }) => {
      const trusted = DOCUMENTS.byDocument(args.document)
      if (trusted) setExecuteFn(({ contextValue, variableValues }) => trusted.execute(contextValue, variableValues))
    },
  }
}

const unknownDocument = (): GraphQLError =>
  new GraphQLError('There is no document of that id; send the query itself.', {
    extensions: { code: 'NOT_FOUND', http: { status: 404, headers: { 'Cache-Control': NO_STORE } } },
  })

export type GraphQLHandler = ReturnType<typeof createGraphQLHandler>

/** @param introspection true if the schema may be read; else errors suggest none of its names */
function useLimits(introspection: boolean): Plugin {
  return {
    onParse: ({ params, setParseFn }) => {
      const trusted = DOCUMENTS.byText(String(params.source))
      setParseFn(
        (source, options) =>
          trusted?.document ?? refuseLarge(parseLimited(String(source), { ...options, maxTokens: MAX_TOKENS })),
      )
    },
    onValidate: ({ addValidationRule, setValidationFn }) => {
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule)
      setValidationFn((schema, document, rules) =>
        validateQuery(schema, document, rules, { hideSuggestions: !introspection }),
      )
    },
  }
}

function parseLimited(text: string, options: ParseOptions): DocumentNode {
  try {
    return parseSource(text, options)
  } catch (error) {
    const isLong = error instanceof GraphQLError && / more that \d+ tokens/.test(error.message)
    // The parser recurses for each bracket in brackets, and some thousand overflow the stack.
    const isDeep = error instanceof RangeError
    if (!isLong && !isDeep) throw error
    const problem = isLong ? `has more than ${MAX_TOKENS} tokens` : 'is nested too deep'
    throw new GraphQLError(`The query ${problem}: split it.`, { extensions: { code: 'LIMIT_EXCEEDED' } })
  }
}

/** Gives every error of a response a documented code. */
function useDocumentedErrors(mask: ErrorMask): Plugin<object, RequestContext> {
  return {
    onResultProcess: ({ result, setResult, serverContext }) => {
      if (Array.isArray(result) || isAsyncIterable(result) || !result.errors) return
      mask.note(result.errors, serverContext.requestId)
      const hasData = 'data' in result
      const closed = result.errors.map(toDocumentedError)
      const formatted = boundErrors(closed, hasData)
      const errors = closed.slice(0, formatted.length)
      const extensions = { ...result.extensions, http: withoutCaching(result.extensions?.http) }
      setResult({
        ...result,
        errors: hasData ? errors : errors.map(withStatus),
        extensions,
        stringify: (complete) => JSON.stringify({ ...complete, errors: formatted }),
      })
    },
  }
}

/** Forbids caching of a response with errors, since the next one may be complete. */
const withoutCaching = (http: GraphQLHTTPExtensions | undefined): GraphQLHTTPExtensions => ({
  ...http,
  headers: { ...http?.headers, 'Cache-Control': NO_STORE },
})

/** Refuses invalid variables and queries over the cost limit before any read. Adds the cost to the response. */
function useVariablesAndCost(introspection: boolean): Plugin<RequestContext> {
  return {
    onExecute: async ({ args, setResultAndStopExecution }) => {
      const { document, operationName } = args
      const variables = args.variableValues ?? {}
      // The executor would report every error, each with the complete value.
      const coerced = coerceVariables({ schema, document, operationName, variables, hideSuggestions: !introspection })
      if ('errors' in coerced) {
        setResultAndStopExecution({ errors: coerced.errors })
        return undefined
      }
      const points = costOf(schema, document, coerced.values, operationName)
      const cost = { points, limit: MAX_COST }
      if (points > MAX_COST) {
        const message = `The query may cost ${points} points; at most ${MAX_COST} are allowed: ask for smaller pages, or for less at once.`
        const error = new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', cost } })
        setResultAndStopExecution({ errors: [error], extensions: { cost } })
        return undefined
      }
      const introspected = introspectionSizeOf(schema, document, operationName)
      await args.contextValue.admit(points + pointsOfIntrospection(introspected))
      return {
        onExecuteDone: ({ result, setResult }) => {
          if (!isAsyncIterable(result)) setResult({ ...result, extensions: { ...result.extensions, cost } })
        },
      }
    },
  }
}

/** Sets the HTTP status if the store failed, so that caches and monitors see an incomplete response. */
function useStatusOfErrors(): Plugin {
  return {
    onExecutionResult: ({ result, setResult }) => {
      if (!result || Array.isArray(result) || !('errors' in result)) return
      const statuses = (result.errors ?? []).map((error) => statusOfCode(error.extensions?.['code']))
      const status = Math.max(0, ...statuses)
      if (status === 0) return
      const headers = HEADERS_OF_STATUS[status] ?? {}
      setResult({ ...result, extensions: { ...result.extensions, http: { status, headers } } })
    },
  }
}

function statusOfCode(code: unknown): number {
  const found = Object.entries(STATUS_OF_CODE).find(([known]) => known === code)
  return found?.[1] ?? 0
}
