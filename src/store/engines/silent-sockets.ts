import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'

const CHANNEL = 'net.client.socket'

/** Connections to a port that were never answered. Neo4j's driver cannot close them, and they would keep the process alive. */
export interface SilentSockets {
  /** Ends those that there are. */
  end(): void
  /** The same, and watches no longer. */
  close(): void
}

/** @param port of the database; connections over TLS are not seen */
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
        socket.destroy(new Error('The connection was never answered.'))
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
