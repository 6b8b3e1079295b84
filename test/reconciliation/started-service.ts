import { type StartedSite, startSite } from '../site/start-site.ts'

/** JSON of a response, as a test reads it. */
export type Json = Readonly<Record<string, unknown>>

export interface ServiceResponse {
  readonly status: number
  readonly headers: Headers
  readonly json: Json
}

/** A running service, called as clients call it. */
export interface StartedService {
  readonly site: StartedSite
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<ServiceResponse>
  /** Posts a form. */
  readonly form: (fields: Readonly<Record<string, string>>, path?: string) => Promise<ServiceResponse>
  /** Posts JSON. */
  readonly post: (path: string, body: unknown) => Promise<ServiceResponse>
}

export async function startService(options: Parameters<typeof startSite>[0] = {}): Promise<StartedService> {
  const site = await startSite(options)
  return { site, ...clientOf(site.url) }
}

/** Closes the connection after each response: an idle one may be closed by the server while a busy test sends its next request. */
export const CLOSING = { Connection: 'close' }

/** @param own headers of every request */
export function clientOf(url: string, own: Readonly<Record<string, string>> = {}): Omit<StartedService, 'site'> {
  const read = async (response: Response): Promise<ServiceResponse> => ({
    status: response.status,
    headers: response.headers,
    json: (await response.json()) as Json,
  })
  const send = (path: string, type: string, body: string): Promise<Response> =>
    fetch(`${url}${path}`, { method: 'POST', headers: { ...CLOSING, ...own, 'Content-Type': type }, body })
  return {
    get: async (path, headers = {}) =>
      read(await fetch(`${url}${path}`, { headers: { ...CLOSING, ...own, ...headers } })),
    form: async (fields, path = '/reconcile') =>
      read(await send(path, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString())),
    post: async (path, body) =>
      read(await send(path, 'application/json', typeof body === 'string' ? body : JSON.stringify(body))),
  }
}

export interface FoundCandidate {
  readonly id: string
  readonly name: string
  readonly score: number
  readonly match: boolean
  readonly description?: string
  readonly type: readonly { readonly id: string; readonly name: string }[]
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[]
}

/** Candidates of the one query of a batch. */
export async function candidatesOf(
  service: Pick<StartedService, 'form'>,
  query: Json,
): Promise<readonly FoundCandidate[]> {
  const { status, json } = await service.form({ queries: JSON.stringify({ q0: query }) })
  if (status !== 200) throw new Error(JSON.stringify(json))
  return (json.q0 as { readonly result: readonly FoundCandidate[] }).result
}
