import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'

const CHANNEL = 'net.client.socket'

/** Connections that never received a byte. The Neo4j driver cannot close them, and they would keep the process alive. */
export interface SilentSockets {
  /** Destroys the silent connections. */
  end(): void
  /** Destroys the silent connections and stops watching. */
  close(): void
}

/** Watches the connections of this process to a port. @param port of the database; connections over TLS are not seen */
export function watchSilentSockets(port: number): SilentSockets {
  const sockets = new Set<Socket>()
  const onMade = (message: unknown): void => {
    const socket = typeof message === 'object' && message !== null && 'socket' in message ? message.socket : null
    if (!(socket instanceof Socket)) return
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  const end = (): void => {
    for (const socket of sockets) {
      if (socket.remotePort === port && socket.bytesRead === 0)
        socket.destroy(new Error('The server never responded on this connection.'))
    }
  }
  subscribe(CHANNEL, onMade)
  return {
    end,
    close() {
      unsubscribe(CHANNEL, onMade)
      end()
    },
  }
}
