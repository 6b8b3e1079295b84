import type { GraphStore } from '../../src/domain/graph-store.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { type Context, createContext } from '../../src/graphql/context.ts'

/** The context of a public request, on a day that no result depends on. */
export const publicContext = (store: GraphStore): Context =>
  createContext({ store, viewer: PUBLIC_VIEWER, now: () => new Date('2027-02-01T00:00:00Z'), requestId: 'test' })
