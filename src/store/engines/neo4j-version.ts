import { DomainError } from '../../domain/errors.ts'

/** First version with `CALL (c) { … }`, which queries/claims.ts uses. */
const NEEDED = [5, 23] as const

/** Refuses an old server. @param agent the server's own name, such as Neo4j/5.26.17 or Neo4j/2025.01.0. @throws DomainError STORE_UNAVAILABLE */
export function refuseOldNeo4j(agent: string | undefined): void {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent ?? '') ?? []
  // A server with another name is not Neo4j's own; its missing features show when the schema is created.
  if (major === undefined || Number(major) > NEEDED[0]) return
  if (Number(major) === NEEDED[0] && Number(minor) >= NEEDED[1]) return
  const text = `The server at NEO4J_URI is Neo4j ${major}.${minor}, but Sanad needs ${NEEDED.join('.')} or later.`
  throw new DomainError('STORE_UNAVAILABLE', text)
}
