import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createClientAddresses, toClient } from '../../../src/server/connections/client-address.ts'
import { fc } from '../../property-runs.ts'

const TRUSTED = '10.0.0.0/8, 127.0.0.1 2001:db8:f::/48'

interface Sent {
  readonly from: string
  readonly forwardedFor?: string
  readonly forwarded?: string
}

function clientOf({ from, forwardedFor, forwarded }: Sent, trusted = TRUSTED): string {
  const headers: IncomingMessage['headers'] = {
    ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
    ...(forwarded === undefined ? {} : { forwarded }),
  }
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: from })
  return createClientAddresses(trusted).ofRequest({ headers, socket })
}

describe('client of a request', () => {
  it.each<[string, Sent, string]>([
    ['no proxy: the connection', { from: '192.0.2.1' }, '192.0.2.1'],
    ['no trusted proxy: headers are ignored', { from: '192.0.2.1', forwardedFor: '198.51.100.7' }, '192.0.2.1'],
    ['a proxy without a header', { from: '10.0.0.1' }, '10.0.0.1'],
    ['the only forwarded address', { from: '10.0.0.1', forwardedFor: '198.51.100.7' }, '198.51.100.7'],
    [
      'the last untrusted address, behind two proxies',
      { from: '10.0.0.1', forwardedFor: '203.0.113.9, 198.51.100.7, 10.2.3.4' },
      '198.51.100.7',
    ],
    ['only proxies', { from: '10.0.0.1', forwardedFor: '10.0.0.3, 10.0.0.2' }, '10.0.0.3'],
    ['a hidden client', { from: '10.0.0.1', forwardedFor: '198.51.100.7, unknown' }, '10.0.0.1'],
    ['garbage', { from: '10.0.0.1', forwardedFor: "x'); DROP" }, '10.0.0.1'],
    ['a port', { from: '10.0.0.1', forwardedFor: '198.51.100.7:4711' }, '198.51.100.7'],
    ['an IPv6 client', { from: '10.0.0.1', forwardedFor: '2001:db8:1:2:3::4' }, '2001:db8:1:2::/64'],
    ['an IPv6 proxy', { from: '2001:db8:f::1', forwardedFor: '198.51.100.7' }, '198.51.100.7'],
    ['a proxy mapped into IPv6', { from: '::ffff:10.0.0.1', forwardedFor: '::ffff:198.51.100.7' }, '198.51.100.7'],
    ['Forwarded', { from: '10.0.0.1', forwarded: 'for=203.0.113.9, proto=http;For=198.51.100.7;by=x' }, '198.51.100.7'],
    ['Forwarded, IPv6', { from: '10.0.0.1', forwarded: 'for="[2001:db8:1:2::3]:4711"' }, '2001:db8:1:2::/64'],
    ['both headers', { from: '10.0.0.1', forwardedFor: '198.51.100.7', forwarded: 'for=1.1.1.1' }, '198.51.100.7'],
  ])('is resolved correctly: %s', (_, sent, expected) => {
    expect(clientOf(sent)).toBe(expected)
  })

  it('is never an address that the client wrote itself', () => {
    const anyHeader = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())
    fc.assert(
      fc.property(fc.array(anyHeader), fc.ipV4(), (written, real) => {
        fc.pre(!createClientAddresses(TRUSTED).isTrusted(real))
        expect(clientOf({ from: '10.0.0.1', forwardedFor: [...written, real].join(', ') })).toBe(real)
        expect(clientOf({ from: real, forwardedFor: written.join(', '), forwarded: written.join(', ') })).toBe(real)
      }),
    )
  })

  it('is unknown for a connection without an address', () => {
    expect(createClientAddresses('').ofSocket({})).toBe('unknown')
  })
})

describe('client address', () => {
  it('has one spelling for every form of the address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const client = toClient(address)
        expect(toClient(address.toUpperCase())).toBe(client)
        expect(toClient(new URL(`http://[${address}]`).hostname.slice(1, -1))).toBe(client)
        expect(client).toMatch(/^(?:[\da-f]{1,4}(?::[\da-f]{1,4}){3}::\/64|\d+\.\d+\.\d+\.\d+)$/)
      }),
    )
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(toClient(`::ffff:${address}`)).toBe(address)
      }),
    )
    expect(toClient('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  })
})

it.each(['x', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '2001:db8::/129', '10.0.0', 'localhost', '10.0.0.1/-1'])(
  'TRUSTED_PROXIES rejects %s',
  (text) => {
    expect(() => createClientAddresses(`10.0.0.1, ${text}`)).toThrow('TRUSTED_PROXIES')
  },
)
