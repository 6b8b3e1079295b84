import type { GraphStore } from './graph-store.ts'
import type { Viewer } from './viewer.ts'

/** The graph before anybody reads it: reads are methods of the store of a viewer, so none can leave the viewer out. */
export interface GraphDatabase {
  /** Reads that return what this viewer may see. Cheap: stores of equal rights are one object. */
  visibleTo(viewer: Viewer): GraphStore
  /** False while the database is known to give no answer: reads are refused at once then. Reads nothing. */
  isAvailable(): boolean
  /** @throws DomainError STORE_UNAVAILABLE, at once while the database is known to be away */
  checkHealth(): Promise<void>
  close(): Promise<void>
}
