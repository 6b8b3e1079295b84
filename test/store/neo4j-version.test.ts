import { expect, it } from 'vitest'
import { refuseOldNeo4j } from '../../src/store/engines/neo4j-version.ts'

it.each([
  'Neo4j/5.23.0',
  'Neo4j/5.26.17',
  'Neo4j/5.27-aura',
  'Neo4j/2025.01.0',
  'Neo4j/2026.03.1',
  'Another/1.0',
  undefined,
])('version check accepts a server that calls itself %s', (agent) => expect(() => refuseOldNeo4j(agent)).not.toThrow())

it.each(['4.4', '5.0', '5.22'])('version check rejects Neo4j %s and names the required version', (version) => {
  expect(() => refuseOldNeo4j(`Neo4j/${version}.1`)).toThrow(
    expect.objectContaining({
      code: 'STORE_UNAVAILABLE',
      message: `The server at NEO4J_URI is Neo4j ${version}, but Sanad needs 5.23 or later.`,
    }),
  )
})
