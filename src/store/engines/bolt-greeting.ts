import { connect, isIP, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'

export const DEFAULT_PORT = 7687
/** The handshake of a Bolt client: the magic number of the protocol and the four versions that the client speaks. */
const GREETING = Buffer.from('6060b01700040405000004040000000000000000', 'hex')

/**
 * Probes a Bolt server: opens a separate connection, sends the handshake and waits for a version. The driver would leak a
 * connection at each probe of a silent server, since it closes connections only after the handshake.
 * @param host URL of the database, such as bolt://host:7687
 * @param stop ends the connection
 * @throws Error when the connection is refused, or ends before the server's version arrives
 */
export function greetBolt(host: URL, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = openSocket(host)
    const end = (): void => void socket.destroy()
    stop.addEventListener('abort', end, { once: true })
    socket.once('data', () => {
      end()
      resolve()
    })
    socket.once('error', reject)
    socket.once('close', () => {
      stop.removeEventListener('abort', end)
      reject(new Error('The connection ended before the server responded.'))
    })
    if (stop.aborted) end()
    else socket.write(GREETING)
  })
}

function openSocket({ protocol, hostname, port }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, '')
  const place = { host, port: Number(port) || DEFAULT_PORT }
  if (!protocol.includes('+s')) return connect(place)
  // The handshake has no secret and its response is not trusted, so the certificate is left to the driver.
  return connectSecurely({ ...place, rejectUnauthorized: false, ...(isIP(host) === 0 && { servername: host }) })
}
