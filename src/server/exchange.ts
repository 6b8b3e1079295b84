import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Viewer } from '../domain/viewer.ts'
import type { Gate } from './admission/gate.ts'

/** One request with its response, after its viewer is known. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly requestId: string
  readonly viewer: Viewer
  /** Work runs in `gate.run(points, work)`, which charges the client and may refuse; reads go through its `read`. */
  readonly gate: Gate
}
