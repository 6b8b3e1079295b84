import { describe, expect, test } from 'vitest'
import { connectNeo4j } from '../../src/store/engines/neo4j.ts'
import { describeEngine } from './engine-contract.ts'

const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '', REQUIRE_NEO4J } = process.env

if (uri !== undefined && uri !== '') {
  const limits = { readTimeoutMs: 5_000, importTimeoutMs: 30_000 }
  describeEngine('neo4j engine', () => connectNeo4j({ uri, user, password, ...limits }))
  test('neo4j engine reports a server that does not respond', async () => {
    const nowhere = connectNeo4j({ uri: 'bolt://127.0.0.1:1', user, password, ...limits })
    await expect(nowhere).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
} else if (REQUIRE_NEO4J === '1') {
  test('neo4j engine has a server to test', () => expect.fail('REQUIRE_NEO4J=1, but NEO4J_URI is not set'))
} else {
  describe.skip('neo4j engine', () => test('needs NEO4J_URI (npm run neo4j -- npm test)', () => undefined))
}
