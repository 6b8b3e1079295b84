import { createServer, type Server } from 'node:http'
import { readSettings } from '../config/settings.ts'
import { DomainError } from '../domain/errors.ts'
import { DEADLINES, type Deadlines } from './connections/connection-deadlines.ts'
import { type ConnectionLimits, parseConnectionLimits } from './connections/connection-limits.ts'
import { type ConnectionGuard, guardConnections } from './connections/guard-connections.ts'
import type { App } from './create-app.ts'

export interface ListenOptions {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  /** How long answers under way may take once stopping. */
  readonly graceMs?: number
  /** The defaults of the settings unless given. */
  readonly limits?: ConnectionLimits
  readonly deadlines?: Partial<Deadlines>
}

export interface RunningServer {
  /** Base address without a slash at its end, such as `http://127.0.0.1:4000`. */
  readonly url: string
  readonly port: number
  /** Takes no new connections, lets answers under way finish, then closes the rest. Calling twice is harmless. */
  readonly stop: () => Promise<void>
}

const GRACE_MS = 5000
/** Node's own; new connections come in bursts, however few may stay. */
const MIN_BACKLOG = 511

/** @throws DomainError BAD_INPUT or CONFLICT when the address cannot be listened on */
export async function listen(app: App, options: ListenOptions): Promise<RunningServer> {
  const { host, port, graceMs = GRACE_MS, limits = parseConnectionLimits(readSettings({})) } = options
  const deadlines = { ...DEADLINES, ...options.deadlines }
  const server = createServer({
    headersTimeout: deadlines.headersMs,
    requestTimeout: deadlines.requestMs,
    connectionsCheckingInterval: deadlines.checkMs,
    // The guard refuses requests without one.
    requireHostHeader: false,
  })
  const guard = guardConnections(server, limits, deadlines, app.handle)
  await bind(server, { host, port, backlog: Math.max(MIN_BACKLOG, limits.maxConnections) })
  const address = server.address()
  const boundPort = typeof address === 'object' && address ? address.port : port
  let stopped: Promise<void> | null = null
  return {
    url: `http://${toUrlHost(host)}:${boundPort}`,
    port: boundPort,
    stop: () => (stopped ??= stopServer(server, app, guard, graceMs)),
  }
}

/** For who has much to do before it listens. @throws what `listen` would now */
export async function checkHost({ host, port }: Pick<ListenOptions, 'host' | 'port'>): Promise<void> {
  const server = createServer()
  await bind(server, { host, port })
  await new Promise((resolve) => server.close(resolve))
}

interface Place {
  readonly host: string
  readonly port: number
  /** Connections that the system keeps until they are accepted; past it clients wait seconds before they try again. */
  readonly backlog?: number
}

function bind(server: Server, place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toListenError(error, place)))
    server.listen({ ...place }, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
}

function toListenError(error: NodeJS.ErrnoException, { host, port }: Place): DomainError {
  const options = { cause: error }
  if (error.code === 'EADDRINUSE') {
    return new DomainError(
      'CONFLICT',
      `Port ${port} is taken by another program; use --port to choose another.`,
      options,
    )
  }
  if (error.code === 'EACCES') {
    return new DomainError(
      'BAD_INPUT',
      `Port ${port} needs rights that you do not have; use --port with 1024 or more.`,
      options,
    )
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new DomainError(
      'BAD_INPUT',
      `This computer has no address ${host}; use --host with 127.0.0.1 or 0.0.0.0.`,
      options,
    )
  }
  return new DomainError('INTERNAL', `Cannot listen on ${host}:${port} (${error.code ?? error.message}).`, options)
}

async function stopServer(server: Server, app: App, guard: ConnectionGuard, graceMs: number): Promise<void> {
  app.startDraining()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  guard.closeIdle()
  const force = setTimeout(guard.closeAll, graceMs)
  await closed
  clearTimeout(force)
}

function toUrlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
