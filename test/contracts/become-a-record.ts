import { expect } from 'vitest'
import { FORMAT, STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { findDatabase } from '../../src/store/find-database.ts'
import { recover } from '../../src/store/write/load-lock.ts'

const PLACE = { name: 'The database', other: 'choose another' }

/** As opening does: an empty database may be filled, one with another program's things is refused. */
export async function becomeARecord(engine: Engine): Promise<void> {
  expect(await findDatabase(engine, PLACE)).toBe(false)
  await engine.transaction((tx) => tx.run("CREATE (m:Movie {title: 'M'})<-[:ACTED_IN]-(p:Person {id: 'lorre'})"))
  await expect(findDatabase(engine, PLACE)).rejects.toMatchObject({
    code: 'STORE_DAMAGED',
    message: 'The database holds things of another program and no record of Sanad; choose another.',
  })
  await engine.transaction((tx) => tx.run('MATCH (n) DETACH DELETE n'))
  expect(await findDatabase(engine, PLACE)).toBe(false)
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  expect(await findDatabase(engine, PLACE)).toBe(true)
  // Rows of another form would be answered from, and wrongly.
  for (const format of [null, FORMAT - 1, FORMAT + 1]) {
    await engine.transaction((tx) => tx.run('MATCH (r:StoreState) SET r.format = $format', { format }))
    await expect(findDatabase(engine, PLACE)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining('The database was made by another version of Sanad'),
    })
  }
  await engine.transaction((tx) => tx.run('MATCH (r:StoreState) SET r.format = $format', { format: FORMAT }))
  expect(await findDatabase(engine, PLACE)).toBe(true)
}
