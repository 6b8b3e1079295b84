import type { Cache } from '../../cache/create-cache.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import type { Viewer } from '../../domain/viewer.ts'
import type { WorkPlace } from '../admission/gate.ts'
import type { RecordedInstants } from '../cache/recorded-instants.ts'
import type { ResponseCache } from '../cache/response-cache.ts'
import type { Exchange } from '../exchange.ts'
import type { OwnQuery, OwnResult } from '../graphql/own-query.ts'
import type { Log } from '../log.ts'

/** Objects of the process that endpoints use. */
export interface EndpointOptions {
  /** The database as a viewer sees it. */
  readonly storeFor: (viewer: Viewer) => GraphStore
  readonly cache: Cache
  readonly responseCache: ResponseCache
  readonly instants: RecordedInstants
  /** Base of absolute URLs, without a trailing slash. It never comes from a request. */
  readonly publicUrl: () => string
  /**
   * Runs a query of Sanad itself within a request, which is charged for it as for a query of a client.
   * @throws DomainError for a query that is not admitted or takes too long
   */
  readonly runQuery: (exchange: Exchange, place: WorkPlace, query: OwnQuery) => Promise<OwnResult>
  readonly now: () => Date
  readonly log: Log
  /** Aborts when the server begins to stop. Open streams end. */
  readonly stopping: AbortSignal
}

/** A protocol of other programs beside the API and the pages, such as reconciliation. It may take POST (`methods.ts`). */
export interface Endpoint {
  /** Paths, below PUBLIC_URL and without the query. */
  readonly pattern: RegExp
  /**
   * Responds to GET, HEAD or POST; `methods.ts` has refused the others.
   * @param target path and query
   * @throws DomainError for a request that is not admitted, or an unavailable store; `createApp` sends it
   */
  readonly respond: (exchange: Exchange, target: string) => Promise<void>
}
