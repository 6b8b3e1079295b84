import type { HostileRequest } from './hostile/request.ts'
import type { Answer } from './send-bytes.ts'

export const MAX_ERROR_BYTES = 8 * 1024
const MAX_MESSAGE_CHARACTERS = 300
/** Responses are read up to this size. */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024

/** Faults of a response to a hostile request, each in a few words; empty for a correct one. */
export function faultsOf(request: HostileRequest, answer: Answer): readonly string[] {
  const { status, body, isWhole } = answer
  const faults: string[] = []
  if (!isWhole && body.byteLength >= MAX_ANSWER_BYTES - 100_000) {
    return [`an answer of more than ${MAX_ANSWER_BYTES / 1024 / 1024} MB`]
  }
  if (!isWhole) return [`no whole answer within ${Math.round(answer.ms)} ms`]
  // The oEmbed specification requires 501 for a format that is not offered.
  const isOwed = status === 503 || (status === 501 && isOEmbed(request))
  if (status >= 500 && !isOwed) faults.push(`status ${status}`)
  if (status === 503 && !answer.headers.has('retry-after')) faults.push('503 without Retry-After')
  const errors = status === 304 || body.byteLength === 0 ? null : errorsIn(body)
  const errorBytes = status >= 400 ? body.byteLength : errors === null ? 0 : JSON.stringify(errors).length
  if (errorBytes > MAX_ERROR_BYTES) faults.push(`an error of ${(errorBytes / 1024).toFixed(1)} KB`)
  const longest = Math.max(0, ...(errors ?? []).map(lengthOfMessage))
  if (longest > MAX_MESSAGE_CHARACTERS) faults.push(`a message of ${longest} characters`)
  return faults
}

const isOEmbed = ({ bytes }: HostileRequest): boolean => bytes.subarray(0, 12).toString('latin1') === 'GET /oembed?'

/** Errors of a JSON response; null where it has none. */
function errorsIn(body: Buffer): readonly unknown[] | null {
  if (body[0] !== 0x7b) return null
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    const errors = typeof parsed === 'object' && parsed !== null && 'errors' in parsed ? parsed.errors : null
    return Array.isArray(errors) ? errors : null
  } catch {
    return null
  }
}

const lengthOfMessage = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message).length : 0
