import type { ServerResponse } from 'node:http'
import { shortenMessage } from '../../text/short-message.ts'
import { JSON_TYPE } from '../negotiate-type.ts'
import { logRefusal, type Refusal, send } from '../refusal.ts'
import type { RpcProblem } from './rpc-message.ts'

const HEADERS = { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' }
/** Code of an error of the server in JSON-RPC. `data.code` has the code of Sanad. */
const SERVER_ERROR = -32000
/** Maximum of characters of the data of an error. */
const MAX_DATA = 300

/** Sends a refusal as an error of JSON-RPC. */
export function sendRpcRefusal(response: ServerResponse, refusal: Refusal): void {
  logRefusal(response, refusal)
  const { status, code, message, headers } = refusal
  const error = { code: SERVER_ERROR, message: shortenMessage(message), data: { code } }
  send(response, status, { ...HEADERS, ...headers }, JSON.stringify({ jsonrpc: '2.0', error, id: null }))
}

export function sendRpcProblem(response: ServerResponse, { status, code, message }: RpcProblem): void {
  logRefusal(response, { code: 'BAD_INPUT' })
  send(response, status, HEADERS, JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }))
}

/** Sends the JSON of a message with a result, with the media type that the library gives to it. */
export const sendRpcResult = (response: ServerResponse, json: string): void =>
  send(response, 200, { ...HEADERS, 'Content-Type': 'application/json' }, json)

/** Sends a response of the library. Its errors are shortened, since they may repeat a complete request. */
export async function sendWebResponse(response: ServerResponse, made: Response): Promise<void> {
  const text = boundErrors(await made.text())
  const headers = Object.fromEntries(made.headers)
  send(response, made.status, { ...headers, 'cache-control': 'no-store' }, text)
}

/** Shortens the error of a response. Any other response passes as it is. */
function boundErrors(text: string): string {
  if (text === '') return text
  const body: unknown = JSON.parse(text)
  if (!isError(body)) return text
  const { message, data, ...error } = body.error
  const isShort = JSON.stringify(data ?? null).length <= MAX_DATA
  const bounded = { ...error, message: shortenMessage(String(message)), ...(data != null && isShort && { data }) }
  return JSON.stringify({ ...body, error: bounded })
}

interface ErrorBody {
  readonly error: { readonly message?: unknown; readonly data?: unknown }
}

const isError = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object' && body.error !== null
