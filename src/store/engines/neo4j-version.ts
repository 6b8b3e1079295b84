import { DomainError } from '../../domain/errors.ts'

/** `CALL (c) { … }` of queries/claims.ts came with it. */
const NEEDED = [5, 23] as const

/** @param agent what the server calls itself, such as Neo4j/5.26.17 or Neo4j/2025.01.0. @throws DomainError STORE_UNAVAILABLE */
export function refuseOldNeo4j(agent: string | undefined): void {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent ?? '') ?? []
  // Who calls itself otherwise is not Neo4j's own, and known by what it cannot do.
  if (major === undefined || Number(major) > NEEDED[0]) return
  if (Number(major) === NEEDED[0] && Number(minor) >= NEEDED[1]) return
  const text = `The server at NEO4J_URI is Neo4j ${major}.${minor}, but Sanad needs ${NEEDED.join('.')} or later.`
  throw new DomainError('STORE_UNAVAILABLE', text)
}
