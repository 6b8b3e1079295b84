import { createSourceEventStream, type ExecutionResult, execute, GraphQLError } from 'graphql'
import type { Cache } from '../../cache/create-cache.ts'
import { DomainError } from '../../domain/errors.ts'
import type { CompiledQuery } from '../../graphql/compiled-query.ts'
import {
  type Context,
  type ContextOptions,
  createContext,
  type NamedField,
  type SubscriptionContext,
} from '../../graphql/context.ts'
import { EXAMPLES } from '../../graphql/examples.ts'
import { coerceVariables } from '../../graphql/limits/coerce-variables.ts'
import { MAX_COST } from '../../graphql/limits/cost.ts'
import { schema } from '../../graphql/schema.ts'
import { suggestNames } from '../../graphql/suggest-names.ts'
import { trustDocuments } from '../../graphql/trusted-documents.ts'
import type { StreamEvent } from '../../graphql/types/subscription.ts'
import { pointsOfSuggestions } from '../admission/request-cost.ts'
import { errorDetail } from '../error-log.ts'
import type { Log } from '../log.ts'
import { toDocumentedError } from './documented-errors.ts'
import { type GraphQLOutcome, type GraphQLResponse, toGraphQLResponse } from './graphql-response.ts'
import { maskErrors } from './mask-errors.ts'
import { suggestSlugs } from './near-slug-words.ts'
import { orderErrors } from './order-errors.ts'
import type { OwnResult } from './own-query.ts'
import type { GraphQLParameters } from './parse-graphql-request.ts'
import { createPreparedDocuments, type PreparedDocument, type PreparedOperation } from './prepared-documents.ts'

export interface GraphQLHandlerOptions {
  readonly log: Log
  readonly introspection: boolean
  readonly cache: Cache
}

/** A request for the API. */
export interface GraphQLRequest {
  /** Its store takes the slots of the request's lane for its reads. */
  readonly context: ContextOptions
  readonly parameters: GraphQLParameters
  /** Whether the request may only read, as a GET. */
  readonly isReadOnly: boolean
  /** Media type of the response. */
  readonly mediaType: string
  /** Waits until a query of this cost may run. @throws DomainError BUSY or RATE_LIMITED */
  readonly admit: (points: number) => Promise<void>
}

/** An event of a subscription, as the JSON of its response. */
export interface ResponseEvent {
  /** Place in the stream, for Last-Event-ID. */
  readonly id: string
  readonly text: string
}

/** Runs requests for the API. */
export interface GraphQLHandler {
  /** @throws DomainError if the query is not admitted; every other error is in the response */
  readonly respond: (request: GraphQLRequest) => Promise<GraphQLResponse>
  /**
   * Opens the stream of a subscription. Each event is executed when the stream is read.
   * @param stream the same as in the context of the request
   * @returns the response in place of a stream for a request with errors; null for a query, which `respond` runs
   * @throws DomainError if it is not admitted; the stream too
   */
  readonly subscribe: (
    request: GraphQLRequest,
    stream: SubscriptionContext,
  ) => Promise<{ readonly response: GraphQLResponse } | { readonly events: AsyncIterable<ResponseEvent> } | null>
  /** Runs a query of Sanad itself. @throws DomainError if it is not admitted; every other error is in the result */
  readonly runOwn: (request: GraphQLRequest) => Promise<OwnResult>
}

const DOCUMENTS = trustDocuments(EXAMPLES)

/** Returns the text of a trusted document. Null for any other id. */
export const textOfDocument = (id: string): string | null => DOCUMENTS.byId(id)?.text ?? null

/**
 * Creates the pipeline of the API: parse and validate the document, coerce variables, count the cost, wait for admission,
 * execute, and write errors for clients. Media types and bodies are handled before it (graphql-exchange.ts).
 */
export function createGraphQLHandler({ log, introspection, cache }: GraphQLHandlerOptions): GraphQLHandler {
  const prepare = createPreparedDocuments(cache, DOCUMENTS, introspection)

  /** Adds suggestions of names, unless introspection is off. */
  const named = (error: GraphQLError): GraphQLError => (introspection ? suggestNames(error, schema) : error)

  /** Checks a request up to its cost. @returns the outcome of a request that is not executed */
  function check({ parameters, isReadOnly }: GraphQLRequest): CheckedRequest | GraphQLOutcome {
    const text = parameters.documentId === null ? parameters.query : textOfDocument(parameters.documentId)
    if (text === null) return UNKNOWN_DOCUMENT
    const prepared = prepare(text)
    if ('syntaxErrors' in prepared) return { errors: prepared.syntaxErrors }
    const operation = prepared.operation(parameters.operationName)
    if (operation === null) return UNKNOWN_OPERATION
    if (isReadOnly && operation.node.operation === 'mutation') return MUTATION_BY_GET
    if (prepared.errors.length > 0) return { errors: prepared.errors.map(named) }
    const { document } = prepared
    // The executor would report every error, with the complete value in each.
    const coerced = coerceVariables({ schema, document, ...parameters, hideSuggestions: !introspection })
    if ('errors' in coerced) return { errors: coerced.errors.map(named) }
    const points = operation.cost(coerced.values)
    return points > MAX_COST ? tooExpensive(points) : { prepared, operation, points }
  }

  async function run(request: GraphQLRequest): Promise<GraphQLOutcome> {
    const { admit } = request
    const checked = check(request)
    if (!('prepared' in checked)) return checked
    const { prepared, operation, points } = checked
    if (operation.node.operation === 'subscription') return NOT_STREAMED
    await admit(points + operation.introspectionPoints())
    const { fields, ...executed } = await executeOperation(prepared, operation, request)
    const result = ordered(executed.result)
    // Without data no field is null for its slug alone, and the other fields stopped at some point.
    const unknown = result.data ? fields.flatMap((field) => field.unknown ?? []) : []
    const { errors, notices } = await suggestSlugs(
      request.context.store,
      { errors: result.errors ?? [], unknown },
      (searches) => admit(pointsOfSuggestions(searches)),
    )
    return { ...result, ...(result.errors && { errors }), notices, points }
  }

  /** Returns an outcome whose errors are written for clients. */
  function masked(outcome: GraphQLOutcome, { context: { requestId } }: GraphQLRequest): GraphQLOutcome {
    const report = (unexpected: unknown): void =>
      log({ level: 'error', event: 'unexpected-error', requestId, detail: errorDetail(unexpected) })
    return { ...outcome, errors: outcome.errors && maskErrors(outcome.errors, report) }
  }

  const write = (outcome: GraphQLOutcome, request: GraphQLRequest): GraphQLResponse =>
    toGraphQLResponse(masked(outcome, request), request.mediaType)

  async function runOwn(request: GraphQLRequest): Promise<OwnResult> {
    const { data, errors = [], notices = [] } = masked(await run(request), request)
    return { data, errors: errors.map(toDocumentedError), notices }
  }

  const respond = async (request: GraphQLRequest): Promise<GraphQLResponse> => write(await run(request), request)

  async function subscribe(request: GraphQLRequest, stream: SubscriptionContext) {
    const checked = check(request)
    if (!('prepared' in checked)) return { response: write(checked, request) }
    const { operation, prepared, points } = checked
    if (operation.node.operation !== 'subscription') return null
    await request.admit(points)
    const args = {
      schema,
      document: prepared.document,
      variableValues: request.parameters.variables,
      operationName: operation.node.name?.value,
    }
    // A context caches what it read, so each event has its own.
    const newContext = (): Context => createContext({ ...request.context, stream })
    const opened = await createSourceEventStream({ ...args, contextValue: newContext() })
    if (!(Symbol.asyncIterator in opened)) return { response: write(opened, request) }
    async function* events(source: AsyncIterable<unknown>): AsyncIterable<ResponseEvent> {
      for await (const event of source) {
        if (!isStreamEvent(event)) throw new Error('A subscription yields events with an id.')
        const run = async (): Promise<ExecutionResult> => {
          const result = await execute({ ...args, contextValue: newContext(), rootValue: event })
          const unavailable = result.errors?.find(({ originalError }) => isUnavailable(originalError))?.originalError
          // The stream then repeats the event: a client would not get it again after an event with errors.
          if (unavailable) throw unavailable
          return ordered(result)
        }
        yield { id: event.id, text: write({ ...(await stream.admitted(run, points)), points }, request).text }
      }
    }
    return { events: events(opened) }
  }

  return { respond, subscribe, runOwn }
}

/** Fields fail in another order each time. */
const ordered = (result: ExecutionResult): ExecutionResult =>
  result.errors ? { ...result, errors: orderErrors(result.errors) } : result

const isUnavailable = (error: unknown): boolean => error instanceof DomainError && error.code === 'STORE_UNAVAILABLE'

const isStreamEvent = (value: unknown): value is StreamEvent<unknown> =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

interface CheckedRequest {
  readonly prepared: PreparedDocument
  readonly operation: PreparedOperation
  /** Cost of the query, or of each event. */
  readonly points: number
}

/**
 * Runs the compiled form of a query, or graphql-js. If the compiled form of a client's query yields errors, graphql-js runs
 * the query again, since compiled errors have no locations.
 */
async function executeOperation(
  { document, trusted, compiled, compiledFailed }: PreparedDocument,
  { node }: PreparedOperation,
  { parameters, context }: GraphQLRequest,
): Promise<Executed> {
  const variableValues = parameters.variables
  const first = createContext(context)
  if (trusted) return { result: await trusted.execute(first, variableValues), fields: first.namedFields }
  const fast = compiled()
  if (fast) {
    const result = await runCompiled(fast, first, variableValues)
    if (result !== null) return { result, fields: first.namedFields }
    compiledFailed()
  }
  const contextValue = createContext(context)
  const result = await execute({ schema, document, contextValue, variableValues, operationName: node.name?.value })
  return { result, fields: contextValue.namedFields }
}

interface Executed {
  readonly result: ExecutionResult
  readonly fields: readonly NamedField[]
}

/** Returns null for a result with errors. */
async function runCompiled(query: CompiledQuery, ...args: Parameters<CompiledQuery>): Promise<ExecutionResult | null> {
  try {
    const result = await query(...args)
    return result.errors ? null : result
  } catch {
    return null
  }
}

const refused = (status: number, code: string, message: string, headers = {}): GraphQLOutcome => ({
  errors: [new GraphQLError(message, { extensions: { code } })],
  http: { status, headers },
})

const NOT_STREAMED = refused(
  406,
  'BAD_INPUT',
  'A subscription is a stream of events: send it with the header Accept: text/event-stream.',
)

const NAMES = EXAMPLES.map(({ name }) => name).join(', ')
const UNKNOWN_DOCUMENT = refused(
  404,
  'NOT_FOUND',
  `No document has that id; send the query itself, or name one of ${NAMES}.`,
)
const UNKNOWN_OPERATION = refused(
  400,
  'BAD_INPUT',
  'It is not clear which operation is to be run: send one, or name one in operationName.',
)
const MUTATION_BY_GET = refused(405, 'BAD_INPUT', 'Can only perform a mutation operation from a POST request.', {
  Allow: 'POST',
})

/** Outcome of a query whose cost exceeds the limit; it has the cost. */
function tooExpensive(points: number): GraphQLOutcome {
  const message = `The query may cost ${points} points; at most ${MAX_COST} are allowed: request smaller pages, or less at once.`
  const cost = { points, limit: MAX_COST }
  return { errors: [new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', cost } })], points }
}
