import { describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { connectNeo4j } from '../../src/store/engines/neo4j.ts'
import { describeStore } from './store-contract.ts'

const { NEO4J_URI, NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '', REQUIRE_NEO4J } = process.env

describeStore('the embedded engine', () => openEmbedded({ path: null, readTimeoutMs: 5000 }))

if (NEO4J_URI) describeStore('Neo4j', () => emptyNeo4j(NEO4J_URI))
else {
  describe('the store on Neo4j', () => {
    it.skipIf(REQUIRE_NEO4J !== '1')('needs NEO4J_URI', () => expect.fail('REQUIRE_NEO4J is set, NEO4J_URI is not'))
  })
}

/** Only a database that is empty, or was filled by these tests, is emptied: never somebody's record. */
async function emptyNeo4j(uri: string): Promise<Engine> {
  const engine = await connectNeo4j({
    uri,
    user: NEO4J_USER,
    password: NEO4J_PASSWORD,
    readTimeoutMs: 5000,
    importTimeoutMs: 30_000,
  })
  const [row] = await engine.run(
    "MATCH (n) WHERE n:Record OR n:LoadedSet RETURN count(n) AS found, sum(CASE n.id WHEN 'test' THEN 1 ELSE 0 END) AS ours",
  )
  if (Number(row?.found) > 0 && Number(row?.ours) === 0) throw new Error('This Neo4j holds a record: use an empty one.')
  await engine.transaction(async (tx) => void (await tx.run('MATCH (n) DETACH DELETE n')))
  return engine
}
