import { get, type IncomingMessage } from 'node:http'
import { DomainError, ERROR_CODES } from '../domain/errors.ts'

/**
 * Yields the bytes of an export of a running server. It does not use `fetch`, which reports no error if the last chunk of a
 * response with `Connection: close` is missing.
 * @param api URL of its API
 * @throws DomainError of the server's refusal; STORE_UNAVAILABLE for a server that does not respond, or whose response breaks off
 */
export async function* readServerFile(api: string, file: string, query: URLSearchParams): AsyncIterable<Uint8Array> {
  const response = await request(new URL(`/export/${file}?${query}`, api), api)
  if (response.statusCode !== 200) throw await refusalOf(response, api)
  let bytes = 0
  try {
    for await (const chunk of response) {
      bytes += chunk.length
      yield chunk
    }
  } catch (cause) {
    const text = `The server at ${api} broke off after ${bytes} bytes of ${file}, which is incomplete: try again, with --out if the output was read slowly.`
    throw new DomainError('STORE_UNAVAILABLE', text, { cause })
  }
}

async function request(url: URL, api: string): Promise<IncomingMessage> {
  try {
    return await new Promise((resolve, reject) => {
      get(url, { agent: false, headers: { 'Accept-Encoding': 'identity' } }, resolve).on('error', reject)
    })
  } catch (cause) {
    const text = `The server at ${api} has the database open but does not respond; stop it, or try again later.`
    throw new DomainError('STORE_UNAVAILABLE', text, { cause })
  }
}

/** The error that the server sent; STORE_UNAVAILABLE for a response of any other form, such as that of an older server. */
async function refusalOf(response: IncomingMessage, api: string): Promise<DomainError> {
  const { z } = await import('zod')
  const form = z.object({
    errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.enum(ERROR_CODES) }) })).min(1),
  })
  const { data } = form.safeParse(await jsonOf(response))
  const [error] = data?.errors ?? []
  return error
    ? new DomainError(error.extensions.code, error.message)
    : new DomainError(
        'STORE_UNAVAILABLE',
        `The server at ${api} refused the export with status ${response.statusCode}; its log has the reason.`,
      )
}

/** Maximum of an error response. Servers send less. */
const MAX_ERROR_BYTES = 100_000

async function jsonOf(response: IncomingMessage): Promise<unknown> {
  try {
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of response) {
      bytes += chunk.length
      if (bytes > MAX_ERROR_BYTES) return null
      chunks.push(chunk)
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}
