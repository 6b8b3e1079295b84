import { describe, expect, it } from 'vitest'
import type { Engine } from '../../src/store/engines/engine.ts'
import { connectNeo4j } from '../../src/store/engines/neo4j.ts'

const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '', REQUIRE_NEO4J } = process.env

/** Runs a contract on a real Neo4j. Without NEO4J_URI it is skipped visibly, or fails if REQUIRE_NEO4J is 1. */
export function describeOnNeo4j(what: string, contract: (name: string, open: () => Promise<Engine>) => void): void {
  if (uri) {
    contract('Neo4j', () => openEmptyNeo4j(uri))
    return
  }
  describe(`${what} on Neo4j`, () => {
    it.skipIf(REQUIRE_NEO4J !== '1')('needs NEO4J_URI (npm run neo4j -- npm test)', () =>
      expect.fail('REQUIRE_NEO4J=1, but NEO4J_URI is not set'),
    )
  })
}

/** Empties only a database that is empty or was filled by these tests, and throws for any other. */
export async function openEmptyNeo4j(address = uri ?? ''): Promise<Engine> {
  const limits = { readTimeoutMs: 5000, importTimeoutMs: 30_000 }
  const engine = await connectNeo4j({ uri: address, user, password, ...limits })
  const count = async (pattern: string): Promise<number> =>
    Number((await engine.run(`MATCH ${pattern} RETURN count(n) AS n`))[0]?.n)
  const isObject = (await count('(n:StoreState)')) > 0
  const isOurs = isObject
    ? (await count("(n:Revision) WHERE n.author <> 'test'")) === 0
    : (await count('(n) WHERE NOT n:ContractThing AND NOT n:Movie')) === 0
  if (!isOurs) throw new Error('This Neo4j holds something else than these tests wrote: use an empty one.')
  await engine.transaction(async (tx) => void (await tx.run('MATCH (n) DETACH DELETE n')))
  return engine
}
