import { DomainError, type ErrorCode } from '../../domain/errors.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { PUBLIC_VIEWER } from '../../domain/viewer.ts'
import { messagesIn } from '../../messages/all-messages.ts'
import { createNameLookups } from '../../reconciliation/name-lookup.ts'
import type { Reader } from '../../reconciliation/reader.ts'
import { findParameterProblem, type ParameterProblem } from '../../text/query-parameters.ts'
import { trimSlashes } from '../../text/trim-slashes.ts'
import { createPauses, createSlices } from '../../thread/slices.ts'
import { ClientLeft } from '../admission/admission.ts'
import type { WorkPlace } from '../admission/gate.ts'
import { requestCost } from '../admission/request-cost.ts'
import { basePathOf } from '../base-path.ts'
import { NO_STORE, PRIVATE, type RawResponse } from '../cache/cached-response.ts'
import { PUBLIC } from '../cache/response-cache.ts'
import type { Exchange } from '../exchange.ts'
import { isReading } from '../methods.ts'
import { aroundStore } from '../metrics/around-store.ts'
import { languageNamed, preferredLanguage } from '../preferred-language.ts'
import { receiveBody } from '../receive-body.ts'
import { type Refusal, redirectTo, send, sendRefusal } from '../refusal.ts'
import { untilLeft } from '../until-left.ts'
import { withinTime } from '../within-time.ts'
import type { Endpoint, EndpointOptions } from './endpoint.ts'
import { type PreparedWork, prepareReconciliation } from './prepare-reconciliation.ts'
import { type ReconciliationPath, toReconciliationPath } from './reconciliation-path.ts'

/** Longest time of the work of one request, in milliseconds. */
const TIMEOUT_MS = 10_000

const FORM_TYPE = 'application/x-www-form-urlencoded'

/**
 * Creates the reconciliation service: versions 0.1 and 0.2 at `/reconcile`, version 1.0-draft at `/reconcile/v1`.
 */
export function reconciliationEndpoint(options: EndpointOptions): Endpoint {
  const { cache, publicUrl } = options
  const lookUpNames = createNameLookups(cache)
  const publicStore: GraphStore = options.storeFor(PUBLIC_VIEWER)

  async function respond(exchange: Exchange, target: string): Promise<void> {
    const { request, response, gate } = exchange
    const [path = '', ...rest] = target.split('?')
    const trimmed = trimSlashes(path)
    if (trimmed !== path) return redirectTo(response, [basePathOf(publicUrl()) + trimmed, ...rest].join('?'))
    const found = toReconciliationPath(path)
    if (found === null) {
      request.resume()
      return sendRefusal(request, response, UNKNOWN_PATH)
    }
    if (!isReading(request)) await gate.check(requestCost(path))
    const read = await readRequest(exchange, found, rest.join('?'))
    if ('refusal' in read) {
      request.resume()
      return sendRefusal(request, response, read.refusal)
    }
    const { query, body, hasLanguage, language } = read
    try {
      const messages = messagesIn(language)
      const prepared = prepareReconciliation({
        ...found,
        query,
        body,
        messages,
        publicUrl: publicUrl(),
        language: hasLanguage ? messages.tag : null,
      })
      const made = await gate.run(requestCost(path) + prepared.points, (place) =>
        untilLeft(response, withinTime(run(prepared, exchange, place, messages), TIMEOUT_MS)),
      )
      sendMade(made, exchange, { hasLanguage, language })
    } catch (error) {
      const known = error instanceof DomainError ? refusalOf(error) : null
      if (known === null) throw error
      sendRefusal(request, response, known)
    }
  }

  async function run(
    prepared: PreparedWork,
    { viewer }: Exchange,
    place: WorkPlace,
    messages: Reader['messages'],
  ): Promise<RawResponse> {
    const slices = createSlices(place.isOver)
    const pauses = createPauses()
    const store = aroundStore(options.storeFor(viewer), (_, call) => slices.run(() => place.read(call)))
    const revision = await store.revisionAt(null)
    const pause = async (): Promise<void> => {
      if (place.isOver()) throw new ClientLeft()
      await pauses()
    }
    const reader: Reader = { store, revision, messages, publicUrl: publicUrl(), pause }
    return prepared.run(reader, () => lookUpNames(publicStore, revision))
  }

  return { pattern: /^\/reconcile(?:\/.*)?$/, respond }
}

interface ReadRequest {
  readonly query: URLSearchParams
  readonly body: string
  /** Whether the URL names the language. */
  readonly hasLanguage: boolean
  readonly language: string
}

async function readRequest(
  { request }: Exchange,
  { task, parameters }: ReconciliationPath,
  search: string,
): Promise<ReadRequest | { readonly refusal: Refusal }> {
  const ofUrl = new URLSearchParams(search)
  const isPosted = !isReading(request)
  const isForm = isPosted && task.is === 'SERVICE'
  const received = isPosted ? await receiveBody(request, [isForm ? FORM_TYPE : 'application/json']) : { text: '' }
  if ('refusal' in received) return received
  const query = new URLSearchParams(isForm ? [...ofUrl, ...new URLSearchParams(received.text)] : ofUrl)
  if (query.has('callback')) return { refusal: NO_CALLBACK }
  const problem = findParameterProblem(query, parameters)
  if (problem !== null) return { refusal: badInput(parameterMessage(problem, parameters.known)) }
  if (isForm && !query.has('queries') && !query.has('extend'))
    return { refusal: badInput('The form has neither queries nor extend: send one of them, with JSON as its value.') }
  const named = query.get('lang')
  const language = named === null ? preferredLanguage(request) : languageNamed(named)
  if (language === null) return { refusal: badInput('The parameter lang names no language of Sanad: send en or id.') }
  return { query, body: isForm ? '' : received.text, hasLanguage: named !== null, language }
}

const badInput = (message: string): Refusal => ({ status: 400, code: 'BAD_INPUT', message })

function parameterMessage(problem: ParameterProblem, known: readonly string[]): string {
  if (problem.is === 'REPEATED') return `The parameter "${problem.name}" is given more than once; give it once.`
  if (problem.is === 'UNDECODABLE')
    return `The parameter "${problem.name}" has bytes that are not UTF-8; escape it as UTF-8.`
  const near = problem.near === null ? '' : ` Did you mean ${problem.near}?`
  return `There is an unknown parameter "${problem.name}".${near} Known parameters: ${known.join(', ')}.`
}

const NO_CALLBACK = badInput(
  'JSONP is not offered: leave out callback. Every origin may read the responses by CORS, which version 0.2 requires.',
)

const UNKNOWN_PATH: Refusal = {
  status: 404,
  code: 'NOT_FOUND',
  message:
    'The reconciliation service has no such path. It starts at /reconcile, and version 1.0-draft at /reconcile/v1.',
}

/** Status of errors that the request causes. Others are sent by `createApp`. */
const STATUS_OF_REQUEST: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_INPUT: 400,
  NOT_FOUND: 404,
  LIMIT_EXCEEDED: 413,
}

function refusalOf({ code, message }: DomainError): Refusal | null {
  const status = STATUS_OF_REQUEST[code]
  return status === undefined ? null : { status, code, message }
}

function sendMade(
  { status, headers, body }: RawResponse,
  { request, response, viewer }: Exchange,
  { hasLanguage, language }: Pick<ReadRequest, 'hasLanguage' | 'language'>,
): void {
  const isShared = viewer.kind === 'PUBLIC'
  const cacheable = isReading(request) ? PUBLIC : NO_STORE
  const vary = [...(hasLanguage ? [] : ['Accept-Language']), ...(isShared ? [] : ['Authorization'])]
  const more = {
    'Cache-Control': isShared ? cacheable : PRIVATE,
    'Content-Language': language,
    ...(vary.length === 0 ? {} : { Vary: vary.join(', ') }),
  }
  send(response, status, { ...headers, ...more }, body)
}
