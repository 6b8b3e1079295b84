import type { ServerResponse } from 'node:http'
import { shortenMessage } from '../../text/short-message.ts'
import { JSON_TYPE } from '../negotiate-type.ts'
import { logRefusal, type Refusal, send } from '../refusal.ts'
import type { RpcProblem } from './rpc-message.ts'

const HEADERS = { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' }
/** Code of an error of the server in JSON-RPC. `data.code` has the code of Sanad. */
const SERVER_ERROR = -32000
/** Characters of the data of an error at most. */
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

/**
 * Sends the response of the library, with bounded errors: its messages may repeat a request in full.
 * @param result JSON that is sent in place of its body; null for none
 */
export async function sendWebResponse(response: ServerResponse, made: Response, result: string | null): Promise<void> {
  const text = result ?? boundErrors(await made.text())
  const headers = Object.fromEntries(made.headers)
  send(response, made.status, { ...headers, 'cache-control': 'no-store' }, text)
}

/** Shortens the error of a response. A result passes as it is: tools bound their own errors. */
function boundErrors(text: string): string {
  // A quotation mark within a text of JSON has a backslash before it.
  if (text === '' || text.includes('"result":')) return text
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
