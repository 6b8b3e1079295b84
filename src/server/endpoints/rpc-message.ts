/** A JSON object with bounded depth, method and id. The library checks that it is a message of JSON-RPC. */
export interface RpcMessage {
  readonly method?: string
  readonly id?: string | number
  readonly params?: unknown
}

/** An error of JSON-RPC, with its HTTP status. */
export interface RpcProblem {
  readonly status: number
  readonly code: number
  readonly message: string
}

/** Maximum depth of lists and objects. Arguments of tools have three levels. */
const MAX_LEVELS = 32
/** Maximum of characters of a method and of an id, which the response repeats. */
const MAX_NAME = 200

const PARSE_ERROR = -32700
const INVALID_REQUEST = -32600

const problem = (code: number, message: string): { readonly problem: RpcProblem } => ({
  problem: { status: 400, code, message },
})

/** Parses the text of a POST as one message of JSON-RPC. */
export function parseRpcMessage(text: string): { readonly message: RpcMessage } | { readonly problem: RpcProblem } {
  if (depthOf(text) > MAX_LEVELS)
    return problem(INVALID_REQUEST, `The body is nested deeper than ${MAX_LEVELS} levels: send a flatter one.`)
  const body = parseOrUndefined(text)
  if (body === undefined) return problem(PARSE_ERROR, 'The body is no JSON: send one message of JSON-RPC 2.0.')
  if (Array.isArray(body)) return problem(INVALID_REQUEST, 'Send one message per request: batches are not supported.')
  if (!isMap(body)) return problem(INVALID_REQUEST, 'The body is no message of JSON-RPC 2.0: send a JSON object.')
  const { method, id } = body
  if (isLong(method) || isLong(id))
    return problem(INVALID_REQUEST, `method or id has more than ${MAX_NAME} characters: shorten it.`)
  return { message: body }
}

/** Returns the depth of lists and objects in a text of JSON, without a recursion. */
function depthOf(text: string): number {
  let depth = 0
  let max = 0
  let isText = false
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]
    if (isText) {
      if (character === '\\') i += 1
      else if (character === '"') isText = false
    } else if (character === '"') isText = true
    else if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    max = Math.max(max, depth)
  }
  return max
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isLong = (value: unknown): boolean => typeof value === 'string' && value.length > MAX_NAME
const isMap = (value: unknown): value is RpcMessage => typeof value === 'object' && value !== null
