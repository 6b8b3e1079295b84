import { connect, createServer, type Socket } from 'node:net'

/** A TCP proxy between a server and its database that can cut the connection. */
export interface DatabaseProxy {
  readonly port: number
  /** Open connections that the server made. */
  readonly openConnections: () => number
  /** Connections made since the start. */
  readonly madeConnections: () => number
  /** Ends every connection and refuses new ones. */
  refuse(): Promise<void>
  /** Forwards nothing more: open connections stay open, new ones are accepted and get no data. */
  fallSilent(): void
  /** Lets new connections reach the database. Connections that were silent stay silent. */
  restore(): Promise<void>
  close(): Promise<void>
}

/** @param target URL of the database, such as bolt://127.0.0.1:7687 */
export async function startDatabaseProxy(target: URL): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>()
  const onward = new Set<Socket>()
  let isSilent = false
  let made = 0
  const server = createServer((socket) => {
    made += 1
    keep(sockets, socket)
    if (isSilent) {
      socket.resume()
      return
    }
    const database = connect(Number(target.port || 7687), target.hostname)
    keep(onward, database)
    socket.pipe(database)
    database.pipe(socket)
    socket.once('close', () => database.destroy())
    database.once('close', () => socket.destroy())
  })
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  const refuse = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await listen(0)
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.')
  const { port } = address
  return {
    port,
    openConnections: () => sockets.size,
    madeConnections: () => made,
    refuse,
    fallSilent() {
      isSilent = true
      for (const [from, to] of [
        [sockets, onward],
        [onward, sockets],
      ] as const) {
        for (const socket of from) {
          for (const other of to) socket.unpipe(other)
          socket.resume()
        }
      }
    },
    async restore() {
      isSilent = false
      if (!server.listening) await listen(port)
    },
    close: async () => {
      if (server.listening) await refuse()
    },
  }
}

function keep(all: Set<Socket>, socket: Socket): void {
  all.add(socket)
  socket.on('error', () => undefined)
  socket.once('close', () => all.delete(socket))
}
