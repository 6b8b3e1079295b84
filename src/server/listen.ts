import { createServer, type Server } from 'node:http'
import { readSettings } from '../config/settings.ts'
import { DomainError } from '../domain/errors.ts'
import { DEADLINES, type Deadlines } from './connections/connection-deadlines.ts'
import { type ConnectionLimits, parseConnectionLimits } from './connections/connection-limits.ts'
import { type ConnectionGuard, guardConnections } from './connections/guard-connections.ts'
import type { App } from './create-app.ts'

export interface ListenOptions {
  readonly host: string
  /** Port to listen on; 0 for any free one. */
  readonly port: number
  /** Time that pending responses have after `stop`, in milliseconds; 5000 by default. */
  readonly graceMs?: number
  /** Default: the limits of the default settings. */
  readonly limits?: ConnectionLimits
  readonly deadlines?: Partial<Deadlines>
}

export interface RunningServer {
  /** Base URL without a slash at its end, such as `http://127.0.0.1:4000`. */
  readonly url: string
  readonly port: number
  /** Accepts no more connections, waits for pending responses, then closes the rest. May be called twice. */
  readonly stop: () => Promise<void>
}

const GRACE_MS = 5000
/** Least backlog: the default of Node. New connections come in bursts, however low the limit is. */
const MIN_BACKLOG = 511

/**
 * Starts a server for the app.
 *
 * @throws DomainError BAD_INPUT or CONFLICT if it cannot listen on the host and port
 */
export async function listen(app: App, options: ListenOptions): Promise<RunningServer> {
  const { host, port, graceMs = GRACE_MS, limits = parseConnectionLimits(readSettings({})) } = options
  const deadlines = { ...DEADLINES, ...options.deadlines }
  const server = createServer({
    headersTimeout: deadlines.headersMs,
    requestTimeout: deadlines.requestMs,
    connectionsCheckingInterval: deadlines.checkMs,
    // The connection guard refuses requests without a Host header, with a reason.
    requireHostHeader: false,
  })
  const guard = guardConnections(server, limits, deadlines, app.handle)
  await bind(server, { host, port, backlog: Math.max(MIN_BACKLOG, limits.maxConnections) })
  const bound = server.address()
  const boundPort = typeof bound === 'object' && bound ? bound.port : port
  let stopped: Promise<void> | null = null
  return {
    url: `http://${toUrlHost(host)}:${boundPort}`,
    port: boundPort,
    stop: () => (stopped ??= stopServer(server, app, guard, graceMs)),
  }
}

/** Checks host and port before a long start. @throws DomainError as `listen` does */
export async function checkHost({ host, port }: Pick<ListenOptions, 'host' | 'port'>): Promise<void> {
  const server = createServer()
  await bind(server, { host, port })
  await new Promise((resolve) => server.close(resolve))
}

interface Place {
  readonly host: string
  readonly port: number
  /** Connections that the system queues until they are accepted. Past it, clients retry after seconds. */
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
