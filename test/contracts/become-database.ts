import { expect } from 'vitest'
import { FORMAT, STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { findDatabase } from '../../src/store/find-database.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { readVersion } from '../../src/version.ts'

const PLACE = { name: 'The database', other: 'choose another' }

/** Expects of opening: an empty database is accepted, a database of another program is rejected. */
export async function becomeDatabase(engine: Engine): Promise<void> {
  expect(await findDatabase(engine, PLACE)).toBe(false)
  await engine.transaction((tx) => tx.run("CREATE (m:Movie {title: 'M'})<-[:ACTED_IN]-(p:Person {id: 'lorre'})"))
  await expect(findDatabase(engine, PLACE)).rejects.toMatchObject({
    code: 'STORE_DAMAGED',
    message: 'The database has data of another program and none of Sanad; choose another.',
  })
  await engine.transaction((tx) => tx.run('MATCH (n) DETACH DELETE n'))
  expect(await findDatabase(engine, PLACE)).toBe(false)
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  expect(await findDatabase(engine, PLACE)).toBe(true)
  // States of another format would be misread.
  const rebuild = 'choose another, and rebuild the database from its stories with `sanad seed`.'
  for (const [format, found, remedy] of [
    [null, 'a format without a number, older than format 1', rebuild],
    [FORMAT - 1, `format ${FORMAT - 1}`, rebuild],
    [FORMAT + 1, `format ${FORMAT + 1}`, 'use the newer version of Sanad that made it, or choose another.'],
  ] as const) {
    await engine.transaction((tx) => tx.run('MATCH (r:StoreState) SET r.format = $format', { format }))
    await expect(findDatabase(engine, PLACE)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: `The database has ${found}, and sanad ${readVersion()} reads format ${FORMAT} only: ${remedy}`,
    })
  }
  // Until format 4, the node had another label and id.
  const rename = "MATCH (r:StoreState) SET r:Record, r.id = 'record', r.format = 3 REMOVE r:StoreState"
  await engine.transaction((tx) => tx.run(rename))
  await expect(findDatabase(engine, PLACE)).rejects.toMatchObject({
    code: 'STORE_DAMAGED',
    message: `The database has format 3, and sanad ${readVersion()} reads format ${FORMAT} only: ${rebuild}`,
  })
  await engine.transaction((tx) => tx.run("MATCH (r:Record) SET r:StoreState, r.id = 'store' REMOVE r:Record"))
  await engine.transaction((tx) => tx.run('MATCH (r:StoreState) SET r.format = $format', { format: FORMAT }))
  expect(await findDatabase(engine, PLACE)).toBe(true)
}
