import { connect, isIP, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'

export const DEFAULT_PORT = 7687
/** The greeting of a Neo4j client: the number of the Bolt protocol, and four versions of it that it speaks. */
const GREETING = Buffer.from('6060b01700040405000004040000000000000000', 'hex')

/**
 * Whether a server of the Bolt protocol is there: it is greeted, on a connection of its own, and answers with a version. The
 * driver cannot do this: its connections can be closed only once they were greeted back, so that each attempt at a
 * server that accepts and says nothing would leave one open.
 * @param host of the database, such as bolt://host:7687
 * @param stop ends the connection
 * @throws where the connection is refused, or ends before there was an answer
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
      reject(new Error('The connection ended before there was an answer.'))
    })
    if (stop.aborted) end()
    else socket.write(GREETING)
  })
}

function openSocket({ protocol, hostname, port }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, '')
  const place = { host, port: Number(port) || DEFAULT_PORT }
  if (!protocol.includes('+s')) return connect(place)
  // Nothing secret is said, and nothing of what is answered believed: the driver checks the certificate.
  return connectSecurely({ ...place, rejectUnauthorized: false, ...(isIP(host) === 0 && { servername: host }) })
}
