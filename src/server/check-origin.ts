import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from './refusal.ts'

export interface OriginCheckOptions {
  /** Returns the base of absolute URLs. Its origin is the server's own. */
  readonly publicUrl: () => string
  /** Address that the server listens on. */
  readonly host: string
  /** Further origins that may send requests, such as https://assistant.example.org. */
  readonly origins: readonly string[]
}

/**
 * Returns the refusal of a request from a page of a foreign origin, or with a foreign host name. Null for other requests;
 * CORS headers then allow their own origin only.
 */
export type CheckOrigin = (request: IncomingMessage, response: ServerResponse) => Refusal | null

const FOREIGN_ORIGIN: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message:
    'A page of this origin may not send requests here: name its origin in SANAD_MCP_ORIGINS, or send them from a program.',
}

const FOREIGN_HOST: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'This server does not have the name in the header Host: use localhost, or set PUBLIC_URL to the name.',
}

/** Names of this machine in URLs. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Creates the check of `Origin` and `Host`. Programs send no Origin and pass. A server that listens on a loopback address
 * accepts only its own names in `Host`, since a foreign page may use a host name that resolves to this machine (DNS
 * rebinding).
 */
export function createOriginCheck({ publicUrl, host, origins }: OriginCheckOptions): CheckOrigin {
  const isLocal = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host)
  const names = [...LOOPBACK, host]

  function isOwn(origin: string): boolean {
    if (origins.includes(origin)) return true
    const own = new URL(publicUrl())
    if (origin === own.origin) return true
    const port = own.port === '' ? '' : `:${own.port}`
    return isLocal && LOOPBACK.some((name) => origin === `${own.protocol}//${name}${port}`)
  }

  function refusalOf({ origin, host: given = '' }: IncomingMessage['headers']): Refusal | null {
    if (origin !== undefined && !isOwn(origin.toLowerCase())) return FOREIGN_ORIGIN
    if (!isLocal) return null
    const name = hostnameOf(given)
    return name !== null && (names.includes(name) || name === new URL(publicUrl()).hostname) ? null : FOREIGN_HOST
  }

  return ({ headers }, response) => {
    response.removeHeader('Access-Control-Allow-Origin')
    response.setHeader('Vary', 'Origin')
    const refusal = refusalOf(headers)
    if (refusal === null && headers.origin !== undefined)
      response.setHeader('Access-Control-Allow-Origin', headers.origin)
    return refusal
  }
}

/** Returns the name in a header Host, in lower case and without the port. Null for a header that is none. */
function hostnameOf(host: string): string | null {
  if (!/^[\w.:[\]-]+$/.test(host)) return null
  const url = `http://${host}`
  return URL.canParse(url) ? new URL(url).hostname : null
}
