import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv4 } from 'node:net'
import { DomainError } from '../../domain/errors.ts'

/** Identifies the client of a connection and of a request, for limits. */
export interface ClientAddresses {
  /** Returns whether an IP address is that of a trusted proxy. */
  readonly isTrusted: (address: string | undefined) => boolean
  /** Returns the client at the other end of a connection, proxy or not, in the form of `toClient`. */
  readonly ofSocket: (socket: { readonly remoteAddress?: string | undefined }) => string
  /** Returns the client of a request: the end of its connection, or the forwarded address of a trusted proxy. */
  readonly ofRequest: (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string
}

/** Client of a connection that has closed or has no address. */
const UNKNOWN = 'unknown'

/**
 * @param trustedProxies addresses and networks such as `10.0.0.0/8, 2001:db8::/32, 192.0.2.1`; empty for none
 * @throws DomainError BAD_INPUT
 */
export function createClientAddresses(trustedProxies: string): ClientAddresses {
  const trusted = parseNetworks(trustedProxies)
  const hasTrusted = trusted.rules.length > 0
  const isTrusted = (address: string | undefined): boolean => {
    if (!hasTrusted) return false
    const plain = normalise(address ?? '')
    return plain !== null && trusted.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6')
  }
  const ofSocket: ClientAddresses['ofSocket'] = ({ remoteAddress }) => toClient(remoteAddress ?? '') ?? UNKNOWN
  return {
    isTrusted,
    ofSocket,
    ofRequest({ headers, socket }) {
      if (!isTrusted(socket.remoteAddress)) return ofSocket(socket)
      let client = ofSocket(socket)
      // Each proxy appends the address of its own client. Entries are trusted if a trusted proxy appended them.
      for (const address of forwardedAddresses(headers).reverse()) {
        const named = toClient(address)
        // A proxy that hides its client writes `unknown` or `_name`.
        if (named === null) return client
        client = named
        if (!isTrusted(address)) return client
      }
      return client
    },
  }
}

/**
 * Returns one spelling per client: an IPv4 address, also if it is mapped into IPv6, or the /64 network of an IPv6
 * address, since a client usually has all of its network. Null for other texts.
 */
export function toClient(address: string): string | null {
  const plain = normalise(address)
  if (plain === null || isIPv4(plain)) return plain
  return `${toGroups(plain).slice(0, 4).join(':')}::/64`
}

/** Prefers X-Forwarded-For, which most proxies write. A client could have sent a header Forwarded beside it. */
function forwardedAddresses(headers: IncomingMessage['headers']): string[] {
  const listed = headers['x-forwarded-for']
  if (listed !== undefined) return String(listed).split(',').map(withoutPort)
  const elements = headers.forwarded?.split(',') ?? []
  return elements.map((element) => withoutPort(/(?:^|;)\s*for=("[^"]*"|[^;]*)/i.exec(element)?.[1] ?? ''))
}

/** Removes the port of `192.0.2.1:4711` and `"[2001:db8::1]:4711"`. */
function withoutPort(text: string): string {
  const node = text.trim().replace(/^"(.*)"$/, '$1')
  return /^\[(.*)\](?::\w+)?$/.exec(node)?.[1] ?? /^([\d.]+):\w+$/.exec(node)?.[1] ?? node
}

const MAPPED_IPV4 = /^(?:0:){5}ffff:([\da-f]+):([\da-f]+)$/

/** Returns an IP address without zone, as IPv4 if it is mapped into IPv6. Null for any other text. */
function normalise(text: string): string | null {
  const address = text.replace(/%.*$/, '')
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : null
  const [, high, low] = MAPPED_IPV4.exec(toGroups(address).join(':')) ?? []
  if (high === undefined || low === undefined) return address
  const bytes = [high, low].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
  return bytes.join('.')
}

/** Returns the eight groups of an IPv6 address, each in its shortest spelling. */
function toGroups(address: string): string[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const before = head.split(':').filter((group) => group !== '')
  const after = tail.split(':').filter((group) => group !== '')
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}

function parseNetworks(text: string): BlockList {
  const networks = new BlockList()
  for (const entry of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const [given = '', prefix, ...rest] = entry.split('/')
    const address = normalise(given)
    const bits = address !== null && isIPv4(address) ? 32 : 128
    const length = prefix === undefined ? bits : Number(prefix)
    const isLength = prefix === undefined || (/^\d{1,3}$/.test(prefix) && length <= bits)
    if (address === null || !isLength || rest.length > 0) {
      throw new DomainError(
        'BAD_INPUT',
        `TRUSTED_PROXIES has ${entry.slice(0, 80)}, but must list addresses and networks such as 10.0.0.0/8, 192.0.2.1.`,
      )
    }
    networks.addSubnet(address, length, isIPv4(address) ? 'ipv4' : 'ipv6')
  }
  return networks
}
