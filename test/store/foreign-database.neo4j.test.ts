import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/store/engines/engine.ts'
import { describeOnNeo4j } from '../contracts/on-neo4j.ts'
import { openStore } from '../open-store.ts'

const { NEO4J_URI = '', NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env

describeOnNeo4j('foreign database', (name, openEmpty) => {
  describe(`database on ${name}`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await openEmpty()
    })
    afterAll(async () => {
      await clear()
      await engine.close()
    })
    const clear = () => engine.transaction((tx) => tx.run('MATCH (n) DETACH DELETE n'))
    const titles = () => engine.run('MATCH (n) RETURN n.title AS title')
    const open = (mustExist: boolean) => {
      const login = { neo4jUri: NEO4J_URI, neo4jUser: NEO4J_USER, neo4jPassword: NEO4J_PASSWORD }
      return openStore({ ...login, dataDir: null, readTimeoutMs: 20_000, mustExist })
    }

    it('that is empty is rejected by read-only opening', async () => {
      await expect(open(true)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message:
          'The database at NEO4J_URI does not exist or is empty; name another in NEO4J_URI, or fill it with `sanad seed`.',
      })
      expect(await titles()).toEqual([])
    })

    it('from another program is rejected, and left unchanged', async () => {
      await engine.transaction((tx) => tx.run("CREATE (m:Movie {title: 'The Matrix'})"))
      for (const mustExist of [false, true]) {
        await expect(open(mustExist)).rejects.toMatchObject({
          code: 'STORE_DAMAGED',
          message:
            'The database at NEO4J_URI has data of another program and none of Sanad; name another in NEO4J_URI.',
        })
      }
      expect(await titles()).toEqual([{ title: 'The Matrix' }])
    })
  })
})
