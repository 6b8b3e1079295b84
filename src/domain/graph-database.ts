import type { GraphStore } from './graph-store.ts'
import type { Viewer } from './viewer.ts'

/** The database. Reads are methods of the store of a viewer, so no read can leave the viewer out. */
export interface GraphDatabase {
  /** Reads that return what this viewer may see. Cheap: stores of equal rights are one object. */
  visibleTo(viewer: Viewer): GraphStore
  /** False while the breaker is open: reads are then refused at once. Runs no statement. */
  isAvailable(): boolean
  /** @throws DomainError STORE_UNAVAILABLE, at once while the database is known to be away */
  checkHealth(): Promise<void>
  close(): Promise<void>
}
